import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith, signedIn } from '../../support/profiles.ts';

const code = 'authentication-added';
const lockedOn = profileWith('W unlocked · P unlocked · A locked on', { options: [signedIn] });

describe('authentication-added', () => {
  it('create, locked on; the option that comes with it is reported, too', () => {
    const drawn = `{ "settings": {} }
//^^^^^^^^^^ authentication-added: Zoom will require authentication: the account has authentication on and locked. Zoom will take the option "Anyone signed in": authentication is on and no option is sent.`;
    expectFindings(drawn, { profile: lockedOn });
  });

  it('on null; the option is named', () => {
    const drawn = `{ "settings": { "meeting_authentication": null, "authentication_option": "opt-signed-in" } }
//                                        ^^^^ authentication-added: Zoom will require authentication: the account has authentication on and locked.`;
    expectFindings(drawn, { profile: lockedOn });
  });

  it('without settings it is on the opening brace', () => {
    const drawn = `{ "topic": "Standup" }
^ authentication-added: Zoom will require authentication: the account has authentication on and locked. Zoom will take the option "Anyone signed in": authentication is on and no option is sent.`;
    expectFindings(drawn, { profile: lockedOn });
  });

  it('update, the meeting unknown', () => {
    const drawn = `{ "settings": { "authentication_option": "opt-signed-in" } }
//^^^^^^^^^^ authentication-added: Zoom will require authentication if the meeting has authentication off: the account has authentication on and locked.`;
    expectFindings(drawn, { operation: 'update', profile: lockedOn });
  });

  it('update of a meeting that has it off', () => {
    const drawn = `{ "settings": { "authentication_option": "opt-signed-in" } }
//^^^^^^^^^^ authentication-added: Zoom will require authentication: the account has authentication on and locked.`;
    expectFindings(drawn, { operation: 'update', profile: lockedOn, meeting: '{ "password": "own-code" }' });
  });
});

describe('authentication-added: silent', () => {
  it('sent', () => {
    const body = '{ "settings": { "meeting_authentication": true, "authentication_option": "opt-signed-in" } }';
    expectFindings(body, { profile: lockedOn });
  });
  it('no profile', () => expectFindings('{ "settings": {} }', {}));
  it('the lock unknown', () => {
    const profile = profileWith('W unlocked · P unlocked');
    expectFindings('{ "password": "4sPgWr-2" }', { profile });
  });
  it('update of a meeting that has it on', () => {
    const meeting = '{ "settings": { "meeting_authentication": true, "authentication_option": "opt-own" } }';
    expectFindings('{ "topic": "Standup" }', { operation: 'update', profile: lockedOn, meeting });
  });
  it('nothing else secures the meeting: that is the finding', () => {
    const drawn = `{ "settings": {} }
//^^^^^^^^^^ unsecured-request: Zoom will require authentication: nothing in this request secures the meeting.`;
    expectFindings(drawn, {
      profile: profileWith('W locked off · P locked off · A unlocked', { options: [signedIn] }),
    });
  });
  it('while typing', () => {
    const drawn = `{ "topic": "Standup",

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { profile: lockedOn });
  });
});

describe('authentication-added: fix', () => {
  it('writes the switch', () => {
    const before = '{"settings":{"authentication_option":"opt-signed-in"}}';
    const after = '{"settings":{"authentication_option":"opt-signed-in","meeting_authentication":true}}';
    assert.deepEqual(fixTitles(before, code, { profile: lockedOn }), [
      '★ Write meeting_authentication: true, as Zoom will store it',
    ]);
    expectFix(before, code, 'Write meeting_authentication: true, as Zoom will store it', after, { profile: lockedOn });
  });

  it('many lines, Windows line ends, a trailing comma', () => {
    const before = '{\r\n  "settings": {\r\n    "host_video": true, // yes\r\n  },\r\n}\r\n';
    const after =
      '{\r\n  "settings": {\r\n    "host_video": true, // yes\r\n    "meeting_authentication": true,\r\n  },\r\n}\r\n';
    expectFix(before, code, 'Write meeting_authentication: true, as Zoom will store it', after, { profile: lockedOn });
  });
});
