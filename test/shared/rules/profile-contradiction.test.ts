import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  expectFindings,
  expectProfileFindings,
  expectProfileFix,
  profileFindingsOf,
  titles,
} from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const message =
  'profile-contradiction: All three options are off and locked, but the account must have one on. Zoom has no rule for that: at least one of these locks is wrong.';

describe('profile-contradiction', () => {
  it('all three off and locked', () => {
    const drawn = `{
  "waitingRoom": { "enabled": false, "locked": true },
//^^^^^^^^^^^^^ ${message}
  "passcode": { "enabled": false, "locked": true },
  "authentication": { "enabled": false, "locked": true }
}`;
    expectProfileFindings(drawn);
  });

  it('the requirement is said to be off, but the plan cannot turn it off', () => {
    const drawn = `{
  "account": { "plan": "pro" },
  "requireSecurityOption": { "enabled": false },
  //                                    ^^^^^ profile-requirement-forced: A Pro account cannot turn this requirement off; the lens treats it as on.
  "waitingRoom": { "enabled": false, "locked": true },
//^^^^^^^^^^^^^ ${message}
  "passcode": { "enabled": false, "locked": true },
  "authentication": { "enabled": false, "locked": true }
}`;
    expectProfileFindings(drawn);
  });

  it('silent: the requirement is off', () => {
    expectProfileFindings(profileWith('W locked off · P locked off · A locked off', { required: false }));
  });

  it('silent: one of them is not locked, is on, or is unknown', () => {
    for (const authentication of ['A unlocked', 'A locked on', '']) {
      expectProfileFindings(profileWith(`W locked off · P locked off · ${authentication}`.replace(/ · $/, '')));
    }
  });

  it('silent: `locked` alone does not say to what', () => {
    const text =
      '{ "waitingRoom": { "locked": true }, "passcode": { "locked": true }, "authentication": { "locked": true } }';
    assert.ok(profileFindingsOf(text).every(({ code }) => code !== 'profile-contradiction'));
  });

  it('each lock can be removed; none is preferred, since it is unknown which one is wrong', () => {
    const code = 'profile-contradiction';
    const before = profileWith('W locked off · P locked off · A locked off');
    const all = ['waitingRoom', 'passcode', 'authentication'].map((each) => `Remove "locked" from ${each}`);
    assert.deepEqual(titles(profileFindingsOf(before), code), all);
    for (const [at, setting] of ['waitingRoom', 'passcode', 'authentication'].entries()) {
      const after = before.replace(`"${setting}":{"enabled":false,"locked":true}`, `"${setting}":{"enabled":false}`);
      expectProfileFix(before, code, all[at] ?? '', after);
    }
  });

  it('under such a profile Zoom has no row, and nothing steps in', () => {
    expectFindings('{ "topic": "Standup" }', { profile: profileWith('W locked off · P locked off · A locked off') });
  });
});
