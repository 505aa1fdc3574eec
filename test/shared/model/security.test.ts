import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldFacts, fields, locks, namesAny, reaches, settings } from '../../../shared/model/security.ts';

describe('the four fields', () => {
  it('are where Zoom reads them: the passcode at the top, the others in settings', () => {
    assert.deepEqual(fields.map(({ path }) => path.join('.')).sort(), [
      'password',
      'settings.authentication_option',
      'settings.meeting_authentication',
      'settings.waiting_room',
    ]);
  });

  it('have the types of Zoom’s specification', () => {
    const types = Object.fromEntries(fields.map(({ name, type }) => [name, type]));
    assert.deepEqual(types, {
      waiting_room: 'boolean',
      password: 'string',
      meeting_authentication: 'boolean',
      authentication_option: 'string',
    });
  });

  it('end in their own name, and are found by it', () => {
    for (const facts of fields) {
      assert.equal(facts.path.at(-1), facts.name);
      assert.equal(fieldFacts(facts.name), facts);
    }
  });

  it('belong to the three settings, each of which has three locks', () => {
    assert.deepEqual([...new Set(fields.map(({ setting }) => setting))].sort(), [...settings].sort());
    assert.equal(new Set(locks).size, 3);
  });
});

describe('what a request says of the fields', () => {
  it('anything that it gives, an empty passcode too', () => {
    for (const sent of [{ waiting_room: false }, { password: '' }, { authentication_option: 'opt' }])
      assert.ok(namesAny(sent));
  });

  it('not what says how it is made, nor whom it is for', () => {
    for (const sent of [{}, { default_password: true }, { occurrence: true }] as const) assert.ok(!namesAny(sent));
  });

  it('reaches each of them, and for one occurrence the Waiting Room alone', () => {
    const names = fields.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => reaches({}, name)),
      names,
    );
    assert.deepEqual(
      names.filter((name) => reaches({ occurrence: true }, name)),
      ['waiting_room'],
    );
  });
});
