import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles } from '../../support/markers.ts';
import { profileWith, signedIn, staff } from '../../support/profiles.ts';

const code = 'authentication-option-added';
const known = profileWith('W unlocked · P unlocked · A unlocked', { options: [staff, signedIn] });
const unknown = profileWith('W unlocked · P unlocked · A unlocked');
const lockedOn = profileWith('W unlocked · P unlocked · A locked on', { options: [signedIn] });

describe('authentication-option-added', () => {
  it('create: the default option by its name', () => {
    const drawn = `{ "settings": { "meeting_authentication": true } }
//^^^^^^^^^^ authentication-option-added: Zoom will take the option "Anyone signed in": authentication is on and no option is sent.`;
    expectFindings(drawn, { profile: known });
  });

  it('an option without a name goes by its id', () => {
    const drawn = `{ "settings": { "meeting_authentication": true } }
//^^^^^^^^^^ authentication-option-added: Zoom will take the option "opt-1": authentication is on and no option is sent.`;
    const options = [{ id: 'opt-1', default: true }];
    expectFindings(drawn, { profile: profileWith('W unlocked · P unlocked · A unlocked', { options }) });
  });

  it('the default option unknown', () => {
    const drawn = `{ "settings": { "meeting_authentication": true } }
//^^^^^^^^^^ authentication-option-added: Zoom will take the account's default option: authentication is on and no option is sent.`;
    expectFindings(drawn, { profile: unknown });
  });

  it('leads to the profile where that locks authentication or marks the default option, else nowhere', () => {
    const causes = (text: string, profile: string) =>
      findingsOf(text, { profile })
        .filter((each) => each.code === code)
        .map(({ cause }) => cause);
    const body = '{ "settings": { "meeting_authentication": true, "authentication_option": "" } }';
    assert.deepEqual(causes(body, known), ['authentication']);
    assert.deepEqual(causes(body, lockedOn), ['authentication']);
    assert.deepEqual(causes(body, unknown), [undefined]);
  });

  it('on null and ""', () => {
    const empty = `{ "settings": { "meeting_authentication": true, "authentication_option": "" } }
//                                                                       ^^ authentication-option-added: Zoom will take the account's default option: authentication is on and no option is sent.`;
    const nothing = `{ "settings": { "meeting_authentication": true, "authentication_option": null } }
//                                                                       ^^^^ authentication-option-added: Zoom will take the account's default option: authentication is on and no option is sent.`;
    expectFindings(empty, { profile: unknown });
    expectFindings(nothing, { profile: unknown });
  });

  it('authentication that is overwritten brings one as well', () => {
    const drawn = `{ "settings": { "meeting_authentication": false } }
//^^^^^^^^^^ authentication-option-added: Zoom will take the option "Anyone signed in": authentication is on and no option is sent.
//                                        ^^^^^ authentication-overwritten: Zoom will store meeting_authentication as true: the account has authentication on and locked.`;
    expectFindings(drawn, { profile: lockedOn });
  });

  it('update, the meeting unknown', () => {
    const drawn = `{ "settings": { "meeting_authentication": true } }
//^^^^^^^^^^ authentication-option-added: Zoom will take the option "Anyone signed in" if the meeting has no authentication option: authentication is on and no option is sent.`;
    expectFindings(drawn, { operation: 'update', profile: known });
  });

  it('update of a meeting without an option', () => {
    const drawn = `{ "settings": { "meeting_authentication": true } }
//^^^^^^^^^^ authentication-option-added: Zoom will take the option "Anyone signed in": authentication is on and no option is sent.`;
    expectFindings(drawn, { operation: 'update', profile: known, meeting: '{ "password": "own-code" }' });
  });
});

describe('authentication-option-added: silent', () => {
  it('sent', () => {
    const body = '{ "settings": { "meeting_authentication": true, "authentication_option": "opt-staff" } }';
    expectFindings(body, { profile: known });
  });
  it('no profile: authentication may be locked off', () => {
    expectFindings('{ "settings": { "meeting_authentication": true } }', {});
  });
  it('authentication off', () => expectFindings('{ "password": "4sPgWr-2" }', { profile: known }));
  it('update of a meeting with an option', () => {
    const meeting = '{ "settings": { "meeting_authentication": true, "authentication_option": "opt-staff" } }';
    const body = '{ "settings": { "meeting_authentication": true } }';
    expectFindings(body, { operation: 'update', profile: known, meeting });
  });
  it('update that leaves authentication alone, the meeting unknown', () => {
    expectFindings('{ "settings": { "waiting_room": true } }', { operation: 'update', profile: known });
  });
  it('while typing', () => {
    const drawn = `{ "settings": { "meeting_authentication": true,

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { profile: known });
  });
});

describe('authentication-option-added: fix', () => {
  const title = 'Write authentication_option as Zoom will store it';

  it('writes the default option', () => {
    const before = `{
  "settings": {
    /* staff only */
    "meeting_authentication": true /* really */
  }
}`;
    const after = `{
  "settings": {
    /* staff only */
    "meeting_authentication": true, /* really */
    "authentication_option": "opt-signed-in"
  }
}`;
    assert.deepEqual(fixTitles(before, code, { profile: known }), [`★ ${title}`]);
    expectFix(before, code, title, after, { profile: known });
  });

  it('takes the place of ""', () => {
    const before = '{"settings":{"meeting_authentication":true,"authentication_option":""}}';
    const after = '{"settings":{"meeting_authentication":true,"authentication_option":"opt-signed-in"}}';
    expectFix(before, code, title, after, { profile: known });
  });

  it('there is none where it is unknown which it is', () => {
    assert.deepEqual(fixTitles('{ "settings": { "meeting_authentication": true } }', code, { profile: unknown }), []);
  });
});
