import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formBody } from '../../../../shared/containers/postman/form.ts';
import type { Change } from '../../../../shared/finding.ts';
import { applyEdits, editsFor } from '../../../../shared/json/edit.ts';
import { parse } from '../../../../shared/json/parse.ts';
import { fileEdit, fileSpan } from '../../../../shared/json/textMap.ts';
import { changeSets } from '../../../support/documents.ts';
import { runs } from '../../../support/rotation.ts';

/** As Zoom's own collection has it. */
const list = `[
  {
    "key": "topic",
    "value": "Standup",
    "description": "The meeting's topic.",
    "type": "text"
  },
  {
    "key": "type",
    "value": "2",
    "type": "text"
  },
  {
    "key": "password",
    "value": "123456",
    "type": "text"
  },
  {
    "key": "agenda",
    "value": "true",
    "type": "text",
    "disabled": true
  },
  {
    "key": "settings",
    "value": "{\\"waiting_room\\":false,\\"join_before_host\\":true}",
    "type": "text"
  }
]`;

function edited(from: string, changes: readonly Change[]): string {
  const { text, map } = formBody(from) ?? assert.fail('no form');
  const edits = editsFor(parse(text), changes, () => undefined) ?? assert.fail('no edits');
  return applyEdits(
    from,
    edits.map((each) => fileEdit(map, each)),
  );
}

describe('a body that is sent as a form', () => {
  it('is the JSON that it stands for: texts stay texts, and what is not sent is not there', () => {
    assert.equal(
      formBody(list)?.text,
      '{"topic": "Standup", "type": 2, "password": "123456", "settings": {"waiting_room":false,"join_before_host":true}}',
    );
    assert.equal(formBody('[]')?.text, '{}');
    assert.equal(
      formBody('[{"key":"a","value":true},{"key":"b","src":"x","type":"file"},{"key":"c"},1]')?.text,
      '{"a": true}',
    );
    assert.equal(formBody('[{"key":"settings[waiting_room]","value":"true"}]'), undefined);
  });

  it('has its places in the list', () => {
    const { text, map } = formBody(list) ?? assert.fail('no form');
    for (const part of ['"topic"', '"Standup"', '2', '"123456"', 'false', 'true']) {
      const start = text.indexOf(part);
      const { start: from, end: to } = fileSpan(map, { start, end: start + part.length });
      assert.equal(list.slice(from, to), part);
    }
  });

  it('takes a value, in quotes and in the JSON of a field', () => {
    assert.equal(edited(list, [{ op: 'set', path: ['type'], value: 8 }]), list.replace('"2"', '"8"'));
    assert.equal(edited(list, [{ op: 'set', path: ['password'], value: 'a"b' }]), list.replace('"123456"', '"a\\"b"'));
    assert.equal(
      edited(list, [{ op: 'set', path: ['settings', 'waiting_room'], value: true }]),
      list.replace('\\"waiting_room\\":false', '\\"waiting_room\\":true'),
    );
    assert.equal(
      edited(list, [{ op: 'set', path: ['settings', 'meeting_authentication'], value: true }]),
      list.replace('true}"', 'true, \\"meeting_authentication\\": true}"'),
    );
  });

  it('takes and loses fields, laid out as the others', () => {
    const field = `{
    "key": "default_password",
    "value": "true",
    "type": "text"
  },
  `;
    const settings = list.indexOf('{\n    "key": "settings"');
    assert.equal(
      edited(list, [{ op: 'set', path: ['default_password'], value: true }]),
      list.slice(0, settings) + field + list.slice(settings),
    );
    assert.equal(
      edited('[]', [{ op: 'set', path: ['a'], value: 'b' }]),
      '[{ "key": "a", "value": "b", "type": "text" }]',
    );
    assert.equal(
      edited('[{"key":"a","value":"b"}]', [{ op: 'set', path: ['settings', 'waiting_room'], value: true }]),
      '[{"key":"a","value":"b"},{"key":"settings","value":"{ \\"waiting_room\\": true }","type":"text"}]',
    );
    // In the JSON that a field holds, a string has its quotes.
    assert.equal(
      edited('[{"key":"settings","value":"{\\"authentication_option\\":1}"}]', [
        { op: 'set', path: ['settings', 'authentication_option'], value: 'b' },
      ]),
      '[{"key":"settings","value":"{\\"authentication_option\\":\\"b\\"}"}]',
    );
    const one = '{"key":"a","value":"b"}';
    const other = '{"key":"c","value":"d"}';
    assert.equal(edited(`[${one}, ${other}]`, [{ op: 'remove', path: ['a'] }]), `[${other}]`);
    assert.equal(edited(`[${one}, ${other}]`, [{ op: 'remove', path: ['c'] }]), `[${one}]`);
    assert.equal(edited(`[${one}]`, [{ op: 'remove', path: ['a'] }]), '[]');
  });

  it('stands for the edited JSON after each edit', () => {
    const name = fc.constantFrom('topic', 'password', 'settings', 'waiting_room', 'x');
    const value = fc.constantFrom(
      'a',
      'true',
      '7',
      '',
      '{"waiting_room":true}',
      '{ "authentication_option": {} }',
      '[1]',
      'é "x"',
    );
    const fields = fc.uniqueArray(fc.record({ key: name, value, disabled: fc.boolean() }), {
      selector: ({ key }) => key,
    });
    fc.assert(
      fc.property(fields, fc.constantFrom('', '  ', '\t'), changeSets, (all, unit, changes) => {
        const before = JSON.stringify(all, null, unit);
        const { text, map } = formBody(before) ?? assert.fail('no form');
        for (const change of changes.slice(0, 1)) {
          const edits = editsFor(parse(text), [change], () => undefined);
          if (!edits || isObjectInText(change)) continue;
          const after = applyEdits(
            before,
            edits.map((each) => fileEdit(map, each)),
          );
          const expected = JSON.parse(applyEdits(text, edits));
          assert.deepEqual(JSON.parse(formBody(after)?.text ?? ''), asForm(expected), after);
        }
      }),
      runs(150),
    );
  });
});

/** An object is written as the text of a field, which is compared by its letters. */
function isObjectInText(change: Change): boolean {
  const to = change.op === 'move' ? change.to : 'path' in change ? change.path : [];
  return texts.includes(to.join()) && (change.op === 'move' || ('value' in change && typeof change.value === 'object'));
}

const texts = ['topic', 'password'];

/** Texts are what forms know: `waiting_room` set to "new" and to true are told apart, "7" and 7 are not. */
function asForm(value: Record<string, unknown>): unknown {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const isText = texts.includes(key);
      const text = typeof each === 'string' ? each : JSON.stringify(each);
      return [key, !isText && /^(?:true|false|-?\d+|[[{].*)$/s.test(text) ? JSON.parse(text) : text];
    }),
  );
}
