import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith, signedIn } from '../../support/profiles.ts';

const code = 'authentication-overwritten';
const lockedOff = profileWith('W unlocked · P unlocked · A locked off');
const lockedOn = profileWith('W unlocked · P unlocked · A locked on', { options: [signedIn] });
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
/** Zoom's update scenario 18. */
const bothFields = profileWith('W locked on · P locked off · A unlocked', { options: [signedIn] });

describe('authentication-overwritten: create', () => {
  it('locked off', () => {
    const drawn = `{ "password": "4sPgWr-2", "settings": { "meeting_authentication": true } }
//                                                                ^^^^ authentication-overwritten: Zoom will store meeting_authentication as false: the account has authentication off and locked.`;
    expectFindings(drawn, { profile: lockedOff });
  });

  it('locked on', () => {
    const drawn = `{ "settings": { "meeting_authentication": false, "authentication_option": "opt-signed-in" } }
//                                        ^^^^^ authentication-overwritten: Zoom will store meeting_authentication as true: the account has authentication on and locked.`;
    expectFindings(drawn, { profile: lockedOn });
  });

  it('the others locked off: authentication has to do it', () => {
    const drawn = `{ "settings": { "meeting_authentication": false, "authentication_option": "opt" } }
//                                        ^^^^^ authentication-overwritten: Zoom will store meeting_authentication as true: nothing else secures the meeting, and Zoom requires one security option.`;
    expectFindings(drawn, { profile: profileWith('W locked off · P locked off · A unlocked') });
  });
});

describe('authentication-overwritten: update', () => {
  const alone = '{ "settings": { "waiting_room": true, "meeting_authentication": true } }';

  it('both fields are wanted, the meeting unknown', () => {
    const drawn = `${alone}
//                                                              ^^^^ information authentication-overwritten: Zoom will store meeting_authentication as false if the meeting has authentication off: under these locks an update changes authentication only if it sends both meeting_authentication and authentication_option.`;
    expectFindings(drawn, { operation: 'update', profile: bothFields });
  });

  it('both fields are wanted, authentication is off', () => {
    const drawn = `${alone}
//                                                              ^^^^ authentication-overwritten: Zoom will store meeting_authentication as false: under these locks an update changes authentication only if it sends both meeting_authentication and authentication_option.`;
    expectFindings(drawn, { operation: 'update', profile: bothFields, meeting: '{}' });
  });

  it('everything to be turned off: the meeting keeps it', () => {
    const drawn = `{ "settings": { "waiting_room": false, "meeting_authentication": false } }
//                                                               ^^^^^ information authentication-overwritten: Zoom will store meeting_authentication as true: the request turns the other options off and sends no passcode, so Zoom probably keeps the meeting's settings. Send a passcode to avoid this.`;
    const meeting = '{ "settings": { "meeting_authentication": true, "authentication_option": "opt-own" } }';
    expectFindings(drawn, { operation: 'update', profile: unlocked, meeting });
  });

  it('the passcode, too: Zoom’s page says so', () => {
    for (const refused of ['null', '""']) {
      const drawn = `{ "password": ${refused}, "settings": { "waiting_room": false, "meeting_authentication": false } }
//              ${' '.repeat(refused.length)}                                                               ^^^^^ authentication-overwritten: Zoom will store meeting_authentication as true: the request would leave no security option on, so Zoom keeps the meeting's settings.`;
      const meeting = '{ "settings": { "meeting_authentication": true, "authentication_option": "opt-own" } }';
      expectFindings(drawn, { operation: 'update', profile: unlocked, meeting });
    }
  });

  it('the Waiting Room off anyway: null is an attempt, a passcode left out may be one', () => {
    const meeting = '{ "settings": { "meeting_authentication": true, "authentication_option": "opt-own" } }';
    const situation = {
      operation: 'update',
      profile: profileWith('W locked off · P unlocked · A unlocked'),
      meeting,
    } as const;
    const stays =
      "authentication-overwritten: Zoom will store meeting_authentication as true: the request would leave no security option on, so Zoom keeps the meeting's settings.";
    expectFindings(
      `{ "settings": { "meeting_authentication": false } }
//                                        ^^^^^ information authentication-overwritten: Zoom will store meeting_authentication as true: the request turns the other options off and sends no passcode, so Zoom probably keeps the meeting's settings. Send a passcode to avoid this.`,
      situation,
    );
    expectFindings(
      `{ "password": null, "settings": { "meeting_authentication": false } }
//                                                          ^^^^^ ${stays}`,
      situation,
    );
  });

  it('silent: both fields are named, or authentication is on already', () => {
    const both =
      '{ "settings": { "waiting_room": true, "meeting_authentication": true, "authentication_option": "opt-signed-in" } }';
    const meeting = '{ "settings": { "meeting_authentication": true, "authentication_option": "opt-own" } }';
    expectFindings(both, { operation: 'update', profile: bothFields });
    expectFindings(alone, { operation: 'update', profile: bothFields, meeting });
  });

  it('silent: false needs no option', () => {
    const body = '{ "settings": { "waiting_room": true, "meeting_authentication": false } }';
    expectFindings(body, { operation: 'update', profile: bothFields });
  });
});

describe('authentication-overwritten: silent', () => {
  it('no profile', () => expectFindings('{ "settings": { "meeting_authentication": true } }', {}));
  it('the lock unknown', () => {
    const profile = profileWith('W unlocked · P unlocked');
    expectFindings('{ "password": "4sPgWr-2", "settings": { "meeting_authentication": true } }', { profile });
  });
  it('null', () => {
    const body = '{ "password": "4sPgWr-2", "settings": { "meeting_authentication": null } }';
    expectFindings(body, { profile: lockedOff });
  });
});

describe('authentication-overwritten: while typing', () => {
  it('a lock is sure', () => {
    const drawn = `{ "settings": { "meeting_authentication": true,
//                                        ^^^^ authentication-overwritten: Zoom will store meeting_authentication as false: the account has authentication off and locked.

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { profile: lockedOff });
  });

  it('that the option is missing is not', () => {
    const drawn = `{ "settings": { "waiting_room": true, "meeting_authentication": true,

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { operation: 'update', profile: bothFields, meeting: '{}' });
  });
});

describe('authentication-overwritten: fixes', () => {
  it('locked off: what is stored', () => {
    const before = '{"password":"4sPgWr-2","settings":{"meeting_authentication":true}}';
    const after = '{"password":"4sPgWr-2","settings":{"meeting_authentication":false}}';
    assert.deepEqual(fixTitles(before, code, { profile: lockedOff }), [
      '★ Write meeting_authentication: false, as Zoom will store it',
    ]);
    expectFix(before, code, 'Write meeting_authentication: false, as Zoom will store it', after, {
      profile: lockedOff,
    });
  });

  it('locked on: what is stored', () => {
    const before = `{
  "settings": {
    // open to all
    "meeting_authentication": false
  }
}
`.replaceAll('\n', '\r\n');
    const after = before.replace('authentication": false', 'authentication": true');
    expectFix(before, code, 'Write meeting_authentication: true, as Zoom will store it', after, { profile: lockedOn });
  });

  it('both fields are wanted: name both', () => {
    const situation = { operation: 'update', profile: bothFields, meeting: '{}' } as const;
    const before = '{ "settings": { "waiting_room": true, "meeting_authentication": true } }';
    const after =
      '{ "settings": { "waiting_room": true, "meeting_authentication": true, "authentication_option": "opt-signed-in" } }';
    const titles = ['★ Require authentication', 'Write meeting_authentication: false, as Zoom will store it'];
    assert.deepEqual(fixTitles(before, code, situation), titles);
    expectFix(before, code, 'Require authentication', after, situation);
    const written = before.replace('authentication": true', 'authentication": false');
    expectFix(before, code, 'Write meeting_authentication: false, as Zoom will store it', written, situation);
  });
});
