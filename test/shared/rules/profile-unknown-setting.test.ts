import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectProfileFindings, profileFindingsOf, titles } from '../../support/markers.ts';

const code = 'profile-unknown-setting';
const told = (what: string) =>
  `The profile says nothing of ${what}. Every possible lock is worked out, and what does not hold under all of them is not reported.`;

describe(code, () => {
  const table: readonly [string, string][] = [
    ['{}', 'the Waiting Room, passcodes and authentication'],
    ['{ "waitingRoom": {}, "passcode": null }', 'the Waiting Room, passcodes and authentication'],
    ['{ "waitingRoom": { "locked": false }, "passcode": { "enabled": true } }', 'authentication'],
    ['{ "authentication": { "locked": true, "enabled": true } }', 'the Waiting Room and passcodes'],
  ];
  for (const [text, what] of table) {
    it(text, () => expectProfileFindings(`${text}\n^ ${code}: ${told(what)}`));
  }

  it('silent: something is said of each, or in a type that has its own finding', () => {
    const profile =
      '{ "waitingRoom": { "locked": false }, "passcode": { "enabled": true }, "authentication": { "locked": false } }';
    expectProfileFindings(profile, { whole: true });
    const found = profileFindingsOf('{ "waitingRoom": 1, "passcode": 1, "authentication": 1 }');
    assert.ok(found.every((each) => each.code !== code));
  });

  it('silent: a broken text, and no object', () => {
    for (const text of ['{ "account": ', '[]', '']) {
      assert.ok(profileFindingsOf(text).every((each) => each.code !== code));
    }
  });

  it('has no fix: whatever it wrote, nobody has looked it up', () => {
    assert.deepEqual(titles(profileFindingsOf('{}'), code), []);
  });
});
