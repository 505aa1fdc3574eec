import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectProfileFindings, profileFindingsOf, titles } from '../../support/markers.ts';

const rest = 'Until this is fixed, requests are checked as if there were no lock profile.';

describe('profile-syntax', () => {
  it('the first error', () => {
    const drawn = `{
  "waitingRoom": { "enabled": true, "locked": true }
  "passcode": { "enabled" false }
//^^^^^^^^^^ profile-syntax: A comma is missing here. ${rest}
}`;
    expectProfileFindings(drawn);
  });

  it('while typing, nothing else is said of it', () => {
    const drawn = `{
  "account": { "plan": "premium" },
  "waitingRoom": { "enabled": "yes",

^ profile-syntax: A property name in double quotes is expected here. ${rest}`;
    expectProfileFindings(drawn);
  });

  it('an empty file', () => {
    expectProfileFindings(`
^ profile-syntax: A value is missing here. ${rest}`);
  });

  it('silent: comments, trailing commas, line ends of Windows', () => {
    expectProfileFindings('// ours\r\n{\r\n  "waitingRoom": { "enabled": true, "locked": true, }, /* seen */\r\n}\r\n');
  });

  it('requests are checked as if there were none', () => {
    const broken = '{ "waitingRoom": { "enabled": true, "locked": true }';
    expectFindings('{ "settings": { "waiting_room": false } }', { profile: broken });
  });

  it('has no fix', () => assert.deepEqual(titles(profileFindingsOf('{'), 'profile-syntax'), []));
});
