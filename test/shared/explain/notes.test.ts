import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Enforcement } from '../../../shared/engine/enforcement.ts';
import { predict } from '../../../shared/engine/predict.ts';
import { notesOn } from '../../../shared/explain/notes.ts';
import { reference, rulesPage } from '../../../shared/explain/reasons.ts';
import { parse } from '../../../shared/json/parse.ts';
import { readRequest } from '../../../shared/model/request.ts';
import type { Operation, RuleSet, Sent } from '../../../shared/model/security.ts';
import { say } from '../../../shared/text.ts';
import { bodyOf } from '../../support/bodies.ts';
import { accountKnowing } from '../../support/completions.ts';

function notes(operation: Operation, sent: Sent, account: Enforcement, text = bodyOf(sent)): readonly string[] {
  const noted = notesOn({ body: readRequest(parse(text)), prediction: predict(operation, sent, account), account });
  return noted.map(({ text: sentence, source }) => `${say(sentence)} ${source}`);
}

const values = { on: [true], off: [false], '?': [true, false] } as const;
type Value = keyof typeof values;
const having = (waitingRoom: Value, passcode: Value, rules: readonly RuleSet[] = ['2020-12-20']) => ({
  rules,
  enabled: { waitingRoom: values[waitingRoom], passcode: values[passcode] },
});

describe('what the other rule set says, if that is something else', () => {
  // By the tables nothing given means the Waiting Room (UUU), or what the locks say; today the account's values count.
  const table: readonly [string, Sent, Value, Value, string | undefined][] = [
    ['UUU', {}, 'on', 'on', 'a generated passcode'],
    ['UUU', {}, 'off', 'on', 'Waiting Room off and a generated passcode'],
    ['UUU', {}, 'on', 'off', undefined],
    ['UUU', {}, 'off', 'off', undefined],
    ['UUU', { password: 'x' }, 'on', 'on', undefined],
    ['UUU', { password: 'x', default_password: true }, 'on', 'on', undefined],
    ['UUU', { meeting_authentication: true }, 'on', 'off', 'Waiting Room on'],
    ['UUU', { waiting_room: false }, 'on', 'on', 'Waiting Room off and a generated passcode'],
    ['UUU', { waiting_room: true }, 'off', 'on', 'a generated passcode'],
    ['UUU', { waiting_room: true, default_password: false }, 'off', 'on', undefined],
    ['UUU', { waiting_room: true, default_password: true }, 'off', 'off', 'no passcode'],
    ['EEU', {}, 'off', 'off', undefined],
    ['DDU', {}, '?', '?', undefined],
    ['UUU', {}, 'on', '?', "it depends on the account's settings"],
    ['UUU', { meeting_authentication: true }, '?', 'off', "it depends on the account's settings"],
    ['UUU', {}, '?', '?', "it depends on the account's settings"],
    ['???', {}, 'on', 'on', undefined],
    ['U?U', { meeting_authentication: true }, 'on', 'off', 'Waiting Room on'],
  ];
  for (const [locks, sent, waitingRoom, passcode, expected] of table) {
    it(`${locks} ${JSON.stringify(sent)}, Waiting Room ${waitingRoom}, passcode ${passcode}`, () => {
      const found = notes('create', sent, accountKnowing(locks, having(waitingRoom, passcode)));
      assert.deepEqual(found, expected ? [`Zoom's current API reference says: ${expected}. ${reference}`] : []);
    });
  }

  it('the tables, where the API reference is in force', () => {
    const newer = (waitingRoom: Value, passcode: Value, sent: Sent = {}) =>
      notes('create', sent, accountKnowing('UUU', having(waitingRoom, passcode, ['2025-03-24'])));
    assert.deepEqual(newer('off', 'on'), [`Under Zoom's 2020 rules: Waiting Room on and no passcode. ${rulesPage}`]);
    assert.deepEqual(newer('?', '?'), [`Under Zoom's 2020 rules: Waiting Room on and no passcode. ${rulesPage}`]);
    assert.deepEqual(newer('on', 'on', { waiting_room: true, default_password: true }), [
      `Under Zoom's 2020 rules: it depends on whether default_password has an effect. ${rulesPage}`,
    ]);
  });

  it('nothing where neither is named: the prediction has both', () => {
    const account = accountKnowing('UUU', having('off', 'on', ['2020-12-20', '2025-03-24']));
    assert.deepEqual(notes('create', {}, account), []);
  });

  it('an update is the same under both', () => {
    assert.deepEqual(notes('update', { waiting_room: false }, accountKnowing('UUU', having('on', 'on'))), []);
  });

  it('nothing is said of a broken body', () => {
    assert.deepEqual(notes('create', {}, accountKnowing('UUU', having('off', 'on')), '{ "settings": {'), []);
  });
});

it('use_pmi and one occurrence are noted', () => {
  assert.deepEqual(notes('create', {}, accountKnowing('U?U', { personal: true })), [
    `With use_pmi, the passcode setting for personal meeting IDs applies. It is not in the profile. ${reference}`,
  ]);
  const account = accountKnowing('UUU', { personal: true });
  assert.deepEqual(notes('update', { occurrence: true }, account), [
    `With use_pmi, the passcode setting for personal meeting IDs applies. ${reference}`,
    `An update of one occurrence cannot change passcode or authentication. ${reference}`,
  ]);
});
