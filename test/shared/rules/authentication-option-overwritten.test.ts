import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'authentication-option-overwritten';
/** Zoom's update scenarios 18 and 19: authentication changes only where both of its fields are named. */
const scenario18 = profileWith('W locked on · P locked off · A unlocked');
const scenario19 = profileWith('W locked off · P locked on · A unlocked');
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const meeting = `{
  "password": "own-code",
  "settings": { "waiting_room": true, "meeting_authentication": true, "authentication_option": "opt-own" }
}`;
const body = '{ "settings": { "waiting_room": true, "authentication_option": "opt-new" } }';

describe('authentication-option-overwritten', () => {
  it('update, authentication is on with another option', () => {
    const drawn = `${body}
//                                                             ^^^^^^^^^ authentication-option-overwritten: The meeting keeps the option it has: under these locks an update changes authentication only if it sends both meeting_authentication and authentication_option.`;
    expectFindings(drawn, { operation: 'update', profile: scenario18, meeting });
  });

  it('update, the meeting unknown: with authentication it is kept out, without it is ignored', () => {
    const drawn = `{ "password": "4sPgWr-2", "settings": { "authentication_option": "opt-new" } }
//                                                               ^^^^^^^^^ information authentication-option-overwritten: The meeting keeps the option it has if the meeting has authentication on: under these locks an update changes authentication only if it sends both meeting_authentication and authentication_option. authentication_option has no effect (Zoom does not document what happens) if the meeting has authentication off.`;
    expectFindings(drawn, { operation: 'update', profile: scenario19 });
  });

  it('everything to be turned off: the option stays, too', () => {
    const drawn = `{
  "settings": {
    "waiting_room": false,
    "meeting_authentication": false,
    //                        ^^^^^ information authentication-overwritten: Zoom will store meeting_authentication as true: the request turns the other options off and sends no passcode, so Zoom probably keeps the meeting's settings. Send a passcode to avoid this.
    "authentication_option": "opt-new"
    //                       ^^^^^^^^^ information authentication-option-overwritten: The meeting keeps the option it has: the request turns the other options off and sends no passcode, so Zoom probably keeps the meeting's settings. Send a passcode to avoid this.
  }
}`;
    const own = '{ "settings": { "meeting_authentication": true, "authentication_option": "opt-own" } }';
    expectFindings(drawn, { operation: 'update', profile: unlocked, meeting: own });
  });
});

describe('authentication-option-overwritten: silent', () => {
  it('both fields named', () => {
    const both = `{
  "settings": { "waiting_room": true, "meeting_authentication": true, "authentication_option": "opt-new" }
}`;
    expectFindings(both, { operation: 'update', profile: scenario18, meeting });
  });
  it('the option it has', () => {
    const same = body.replace('opt-new', 'opt-own');
    expectFindings(same, { operation: 'update', profile: scenario18, meeting });
  });
  it('not these locks: an option alone is enough', () => {
    expectFindings(body, { operation: 'update', profile: unlocked, meeting });
  });
  it('no profile', () => expectFindings(body, { operation: 'update', meeting }));
  it('a lock unknown', () => {
    const profile = profileWith('W locked on · A unlocked');
    expectFindings(body, { operation: 'update', profile, meeting });
  });
  it('null and ""', () => {
    for (const none of ['null', '""']) {
      const nothing = `{ "settings": { "waiting_room": true, "authentication_option": ${none} } }`;
      expectFindings(nothing, { operation: 'update', profile: scenario18, meeting });
    }
  });
  it('while typing: the other field may be yet to come', () => {
    const drawn = `{ "settings": { "waiting_room": true, "authentication_option": "opt-new",

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { operation: 'update', profile: scenario18, meeting });
  });
});

describe('authentication-option-overwritten: fixes', () => {
  const situation = { operation: 'update', profile: scenario18, meeting } as const;

  it('name both fields, or write what is kept', () => {
    const titles = ['★ Require authentication', 'Write authentication_option as Zoom will store it'];
    assert.deepEqual(fixTitles(body, code, situation), titles);
  });

  it('Require authentication', () => {
    const before = `{
  "settings": {
    "waiting_room": true,
    "authentication_option": "opt-new" // the new domain
  }
}
`.replaceAll('\n', '\r\n');
    const after = `{
  "settings": {
    "waiting_room": true,
    "authentication_option": "opt-new", // the new domain
    "meeting_authentication": true
  }
}
`.replaceAll('\n', '\r\n');
    expectFix(before, code, 'Require authentication', after, situation);
  });

  it('Write authentication_option as Zoom will store it', () => {
    const before = '{"settings":{"waiting_room":true,"authentication_option":"opt-new"}}';
    const after = '{"settings":{"waiting_room":true,"authentication_option":"opt-own"}}';
    expectFix(before, code, 'Write authentication_option as Zoom will store it', after, situation);
  });
});
