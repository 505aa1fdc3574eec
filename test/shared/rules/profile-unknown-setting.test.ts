import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectProfileFindings, profileFindingsOf, titles } from '../../support/markers.ts';

const code = 'profile-unknown-setting';
const messageFor = (what: string) =>
  `The profile does not mention ${what}. Only what is true for every possible lock is reported.`;

describe(code, () => {
  const table: readonly [string, string][] = [
    ['{}', 'the Waiting Room, passcodes and authentication'],
    ['{ "waitingRoom": {}, "passcode": null }', 'the Waiting Room, passcodes and authentication'],
    ['{ "waitingRoom": { "locked": false }, "passcode": { "enabled": true } }', 'authentication'],
    ['{ "authentication": { "locked": true, "enabled": true } }', 'the Waiting Room and passcodes'],
  ];
  for (const [text, what] of table) {
    it(text, () => expectProfileFindings(`${text}\n^ ${code}: ${messageFor(what)}`));
  }

  describe('of a setting that is not locked, what may be taken over since March 2025', () => {
    const decides = (what: string) =>
      `"enabled" is missing: under these rules it decides whether a create request ${what}.`;
    const room = decides('with neither waiting_room nor a passcode has a Waiting Room');

    it('on the setting, each with what hangs on it', () => {
      expectProfileFindings(`{
  "rules": "2025-03-24",
  "waitingRoom": { "locked": false },
//^^^^^^^^^^^^^ ${code}: ${room}
  "passcode": { "enabled": null, "locked": false },
//^^^^^^^^^^ ${code}: ${decides('without a passcode gets one')}
  "authentication": { "locked": false }
}`);
    });

    it('next to what is left out altogether', () => {
      expectProfileFindings(`{
^ ${code}: ${messageFor('passcodes and authentication')}
  "rules": "2025-03-24",
  "waitingRoom": { "locked": false }
//^^^^^^^^^^^^^ ${code}: ${room}
}`);
    });

    for (const [what, rules, waitingRoom] of [
      ['the tables need no value', '2020-12-20', '{ "locked": false }'],
      ['the value is there', '2025-03-24', '{ "enabled": false, "locked": false }'],
      ['it may be locked', '2025-03-24', '{ "enabled": true }'],
    ] as const)
      it(`silent: ${what}`, () => {
        const others = '"passcode": { "enabled": true, "locked": false }, "authentication": { "locked": false }';
        const text = `{ "rules": "${rules}", "waitingRoom": ${waitingRoom}, ${others} }`;
        expectProfileFindings(text, { whole: true });
      });

    it('silent: what has a finding of its own', () => {
      for (const waitingRoom of ['{ "locked": true }', '{ "enabled": 1, "locked": false }', '1'])
        assert.ok(
          profileFindingsOf(
            `{ "rules": "2025-03-24", "waitingRoom": ${waitingRoom}, "passcode": { "enabled": true }, "authentication": { "locked": false } }`,
          ).every((each) => each.code !== code),
        );
    });
  });

  it('silent: something is said of each, or in a type that has its own finding', () => {
    const profile =
      '{ "rules": "2020-12-20", "waitingRoom": { "locked": false }, "passcode": { "enabled": true }, "authentication": { "locked": false } }';
    expectProfileFindings(profile, { whole: true });
    const found = profileFindingsOf('{ "waitingRoom": 1, "passcode": 1, "authentication": 1 }');
    assert.ok(found.every((each) => each.code !== code));
  });

  it('silent: a broken text, and no object', () => {
    for (const text of ['{ "account": ', '[]', '']) {
      assert.ok(profileFindingsOf(text).every((each) => each.code !== code));
    }
  });

  it('has no fix: it would write what was never looked up', () => {
    assert.deepEqual(titles(profileFindingsOf('{}'), code), []);
  });
});

describe('passcodes of personal meeting IDs, of which the profile says nothing', () => {
  const profile =
    '{ "waitingRoom": { "enabled": false, "locked": false }, "passcode": { "enabled": true, "locked": true } }';
  const hint =
    'The profile does not mention passcodes for personal meeting IDs (personalMeetingId). Only what is true for every possible lock is reported.';

  it('is reported in the request that uses one', () => {
    const drawn = `{ "password": "4sPgWr-2", "settings": { "use_pmi": true, "waiting_room": true } }
//                                                 ^^^^ ${code}: ${hint}`;
    expectFindings(drawn, { profile });
    expectFindings(drawn, { profile, operation: 'update', meeting: '{ "type": 2, "password": "own" }' });
  });

  it('silent: no request for one, a type that cannot use one, a profile that knows, and none at all', () => {
    const body = '{ "password": "4sPgWr-2", "settings": { "use_pmi": true, "waiting_room": true } }';
    expectFindings(body.replace('true, "w', 'false, "w'), { profile });
    expectFindings(body.replace('"use_pmi": true, ', ''), { profile });
    expectFindings(body.replace('{ "p', '{ "type": 1, "p'), { profile });
    expectFindings(body.replace('true, "w', '"{{pmi}}", "w'), { profile });
    expectFindings(body, {});
    const knows = profile.replace('{ "waiting', '{ "personalMeetingId": { "passcode": { "enabled": true } }, "waiting');
    expectFindings(body, { profile: knows });
  });
});
