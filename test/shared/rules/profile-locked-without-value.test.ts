import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectProfileFindings, expectProfileFix, profileFindingsOf, titles } from '../../support/markers.ts';

const code = 'profile-locked-without-value';
const messageFor = (setting: string) =>
  `${setting}: "enabled" is missing. The lens checks both cases and reports only what is true in both.`;

describe(code, () => {
  it('each setting, with enabled left out and with null', () => {
    expectProfileFindings(`{
  "waitingRoom": { "locked": true },
  //                         ^^^^ ${code}: ${messageFor('waitingRoom')}
  "passcode": { "locked": true, "requirement": {} },
  //                      ^^^^ ${code}: ${messageFor('passcode')}
  "authentication": { "enabled": null, "locked": true }
  //                                             ^^^^ ${code}: ${messageFor('authentication')}
}`);
  });

  it('the passcode of personal meeting IDs, which is a setting of its own', () => {
    expectProfileFindings(`{
  "passcode": { "enabled": true, "locked": true },
  "personalMeetingId": { "passcode": { "locked": true } }
  //                                             ^^^^ ${code}: ${messageFor('personalMeetingId.passcode')}
}`);
    const both = '{ "passcode": { "locked": true }, "personalMeetingId": { "passcode": { "locked": true } } }';
    assert.equal(profileFindingsOf(both).filter((each) => each.code === code).length, 2);
    for (const silent of ['{ "locked": false }', '{ "enabled": false, "locked": true }', '{ "enabled": true }', '{}'])
      expectProfileFindings(`{ "personalMeetingId": { "passcode": ${silent} } }`);
  });

  it('silent: not locked, the value is there, or is of the wrong type, which is its own finding', () => {
    expectProfileFindings('{ "waitingRoom": { "locked": false }, "passcode": { "enabled": true, "locked": true } }');
    for (const setting of [
      '"waitingRoom": { "enabled": 1, "locked": true }',
      '"personalMeetingId": { "passcode": { "enabled": 1, "locked": true } }',
    ]) {
      const codes = profileFindingsOf(`{ ${setting} }`).map((each) => each.code);
      assert.ok(!codes.includes(code));
    }
  });

  it('both values can be written, none is preferred', () => {
    const before = '{ "waitingRoom": { "locked": true } }';
    assert.deepEqual(titles(profileFindingsOf(before), code), ['Write enabled: true', 'Write enabled: false']);
    for (const value of ['true', 'false']) {
      const after = `{ "waitingRoom": { "locked": true, "enabled": ${value} } }`;
      expectProfileFix(before, code, `Write enabled: ${value}`, after);
      const personal = (passcode: string) => `{ "personalMeetingId": { "passcode": { ${passcode} } } }`;
      const fixed = personal(`"locked": true, "enabled": ${value}`);
      expectProfileFix(personal('"locked": true'), code, `Write enabled: ${value}`, fixed);
    }
  });
});
