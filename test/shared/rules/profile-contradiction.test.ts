import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectProfileFindings, profileFindingsOf, titles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const message =
  'profile-contradiction: All three options are off and locked, yet the account must have one on. Zoom has no rule for that: at least one of these locks is wrong.';

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
  //                                    ^^^^^ profile-requirement-forced: A pro account cannot turn this requirement off; it is read as on.
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
    expectProfileFindings(
      '{ "waitingRoom": { "locked": true }, "passcode": { "locked": true }, "authentication": { "locked": true } }',
    );
  });

  it('has no fix: nobody knows which lock is wrong', () => {
    const findings = profileFindingsOf(profileWith('W locked off · P locked off · A locked off'));
    assert.deepEqual(titles(findings, 'profile-contradiction'), []);
  });

  it('under such a profile Zoom has no row, and nothing steps in', () => {
    expectFindings('{ "topic": "Standup" }', { profile: profileWith('W locked off · P locked off · A locked off') });
  });
});
