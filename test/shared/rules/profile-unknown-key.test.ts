import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say } from '../../../shared/text.ts';
import { expectProfileFindings, expectProfileFix, profileFindingsOf, titles } from '../../support/markers.ts';

const code = 'profile-unknown-key';
const messageFor = (key: string, meant?: string) =>
  `Unknown key "${key}" (ignored).${meant ? ` Did you mean "${meant}"?` : ''}`;

describe(code, () => {
  const table: readonly [string, string | undefined, (key: string) => string][] = [
    ['waiting_room', 'waitingRoom', (key) => `{ "${key}": {} }`],
    ['WaitingRoom', 'waitingRoom', (key) => `{ "${key}": {} }`],
    ['pascsode', 'passcode', (key) => `{ "${key}": {} }`],
    ['meeting_authentication', 'authentication', (key) => `{ "${key}": {} }`],
    ['comment', undefined, (key) => `{ "${key}": {} }`],
    ['waitingRoom', undefined, (key) => `{ "account": { "${key}": {} } }`],
    ['licences', 'licenses', (key) => `{ "account": { "${key}": 3 } }`],
    ['lock', undefined, (key) => `{ "account": { "${key}": 3 } }`],
    ['haveLetter', 'have_letter', (key) => `{ "passcode": { "requirement": { "${key}": true } } }`],
    ['default_option', 'default', (key) => `{ "authentication": { "options": [{ "${key}": true }] } }`],
    ['file', 'files', (key) => `{ "requests": [{ "${key}": "x", "operation": "create" }] }`],
    ['pascode-generated', 'passcode-generated', (key) => `{ "severities": { "${key}": "off" } }`],
    ['passcodeGenerated', 'passcode-generated', (key) => `{ "severities": { "${key}": "off" } }`],
    ['everything', undefined, (key) => `{ "severities": { "${key}": "off" } }`],
    ['__proto__', undefined, (key) => `{ "severities": { "${key}": "off" } }`],
    ['__proto__', undefined, (key) => `{ "${key}": {} }`],
  ];
  for (const [key, meant, profile] of table) {
    it(`${key}: ${meant ?? 'nothing like it'}`, () => {
      const found = profileFindingsOf(profile(key)).filter((each) => each.code === code);
      assert.deepEqual(
        found.map(({ message }) => say(message)),
        [messageFor(key, meant)],
      );
      const renames = meant ? [`★ Rename it to ${meant}`] : [];
      assert.deepEqual(titles(found, code), [...renames, meant ? 'Remove it' : '★ Remove it']);
      if (meant) expectProfileFix(profile(key), code, `Rename it to ${meant}`, profile(meant));
    });
  }

  it('where the meant key is there, nothing is renamed onto it', () => {
    const before = '{ "waitingRoom": { "locked": false }, "waiting_room": {} }';
    assert.deepEqual(titles(profileFindingsOf(before), code), ['★ Remove it']);
    expectProfileFix(before, code, 'Remove it', '{ "waitingRoom": { "locked": false } }');
  });

  it('silent: known keys, and a broken text', () => {
    expectProfileFindings('{ "$schema": "x", "account": {}, "requests": [] }');
    expectProfileFindings(
      '{ "rules": "2025-03-24", "severities": { "passcode-generated": "off", "profile-stale": "hint" } }',
    );
    assert.ok(profileFindingsOf('{ "severities": { "x": "off" }').every((each) => each.code !== code));
    assert.ok(profileFindingsOf('{ "x": 1').every((each) => each.code !== code));
  });
});
