import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';

const code = 'field-unknown-on-update';
const update = { operation: 'update' } as const;
const unknown =
  'field-unknown-on-update: default_password has no effect in an update: only create requests have it (Zoom does not document what happens).';

describe('field-unknown-on-update', () => {
  it('whatever its value is', () => {
    for (const value of ['true', 'false', 'null', '"yes"']) {
      expectFindings(
        `{ "topic": "Weekly", "default_password": ${value} }
//                   ^^^^^^^^^^^^^^^^^^ ${unknown}`,
        update,
      );
    }
  });

  it('while typing', () => {
    expectFindings(
      `{ "default_password": true,
//^^^^^^^^^^^^^^^^^^ ${unknown}
                           ^ json-syntax: A property name in double quotes is expected here.`,
      update,
    );
  });
});

describe('field-unknown-on-update: inside settings', () => {
  it('the same: moving it would not help', () => {
    const drawn = `{ "settings": { "default_password": true, "host_video": true } }
//              ^^^^^^^^^^^^^^^^^^ ${unknown}`;
    expectFindings(drawn, update);
    expectFix(
      '{ "settings": { "default_password": true, "host_video": true } }',
      code,
      'Remove the field (no effect)',
      '{ "settings": { "host_video": true } }',
      update,
    );
  });
});

describe('field-unknown-on-update: silent', () => {
  it('create', () => expectFindings('{ "password": "4sPgWr-2", "default_password": false }', {}));
});

describe('field-unknown-on-update: fix', () => {
  it('removes the field', () => {
    const before = '{\n  "topic": "Weekly",\n  "default_password": true // make one up\n}\n';
    const after = '{\n  "topic": "Weekly"\n  // make one up\n}\n';
    assert.deepEqual(fixTitles(before, code, update), ['★ Remove the field (no effect)']);
    expectFix(before, code, 'Remove the field (no effect)', after, update);
  });
});
