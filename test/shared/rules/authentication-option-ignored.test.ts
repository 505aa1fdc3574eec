import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'authentication-option-ignored';
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const lockedOff = profileWith('W unlocked · P unlocked · A locked off');
const body = '{ "password": "4sPgWr-2", "settings": { "authentication_option": "opt" } }';

describe('authentication-option-ignored', () => {
  it('create, the switch is missing', () => {
    const drawn = `${body}
//                                                               ^^^^^ authentication-option-ignored: authentication_option has no effect (Zoom does not document what happens): authentication is off.`;
    expectFindings(drawn, { profile: unlocked });
    expectFindings(drawn, { profile: lockedOff });
  });

  it('create, the switch is off', () => {
    const drawn = `{
  "password": "4sPgWr-2",
  "settings": {
    "meeting_authentication": false,
    "authentication_option": "opt"
    //                       ^^^^^ authentication-option-ignored: authentication_option has no effect (Zoom does not document what happens): authentication is off.
  }
}`;
    expectFindings(drawn, { profile: unlocked });
  });

  it('update, the meeting unknown', () => {
    const drawn = `${body}
//                                                               ^^^^^ information authentication-option-ignored: authentication_option has no effect (Zoom does not document what happens) if the meeting has authentication off.`;
    expectFindings(drawn, { operation: 'update', profile: unlocked });
  });

  it('update of a meeting without authentication', () => {
    const drawn = `${body}
//                                                               ^^^^^ authentication-option-ignored: authentication_option has no effect (Zoom does not document what happens): authentication is off.`;
    expectFindings(drawn, { operation: 'update', profile: unlocked, meeting: '{}' });
  });

  it('while typing: a lock is sure, a missing switch is not', () => {
    const typed = '{ "settings": { "authentication_option": "opt",\n';
    const broken = '^ json-syntax: A property name in double quotes is expected here.';
    const found =
      '//                                       ^^^^^ authentication-option-ignored: authentication_option has no effect (Zoom does not document what happens): authentication is off.';
    expectFindings(`${typed.replace('\n', `\n${found}\n`)}\n${broken}`, { profile: lockedOff });
    expectFindings(`${typed}\n${broken}`, { profile: unlocked });
  });
});

describe('authentication-option-ignored: silent', () => {
  it('authentication is on', () => {
    const both = '{ "settings": { "meeting_authentication": true, "authentication_option": "opt" } }';
    expectFindings(both, { profile: unlocked });
  });
  it('no profile: authentication may be locked on', () => expectFindings(body, {}));
  it('the lock unknown', () => expectFindings(body, { profile: profileWith('W unlocked · P unlocked') }));
  it('null and "" name no option', () => {
    for (const none of ['null', '""']) {
      const nothing = `{ "password": "4sPgWr-2", "settings": { "authentication_option": ${none} } }`;
      expectFindings(nothing, { profile: unlocked });
    }
  });
  it('update of a meeting with authentication', () => {
    const meeting = '{ "settings": { "meeting_authentication": true } }';
    expectFindings(body, { operation: 'update', profile: unlocked, meeting });
  });
});

describe('authentication-option-ignored: fixes', () => {
  const require = 'Require authentication';
  const remove = 'Remove the field (no effect)';

  it('the switch was forgotten', () => {
    const before = '{"password":"4sPgWr-2","settings":{"authentication_option":"opt"}}';
    const after = '{"password":"4sPgWr-2","settings":{"authentication_option":"opt","meeting_authentication":true}}';
    assert.deepEqual(fixTitles(before, code, { profile: unlocked }), [`★ ${require}`, remove]);
    expectFix(before, code, require, after, { profile: unlocked });
    expectFix(before, code, remove, '{"password":"4sPgWr-2","settings":{}}', { profile: unlocked });
  });

  it('the switch is off on purpose, or locked off: only the option can go', () => {
    const before = `{
  "password": "4sPgWr-2", // no sign-in
  "settings": {
    "meeting_authentication": false,
    "authentication_option": "opt" // old
  }
}
`.replaceAll('\n', '\r\n');
    const after = `{
  "password": "4sPgWr-2", // no sign-in
  "settings": {
    "meeting_authentication": false
    // old
  }
}
`.replaceAll('\n', '\r\n');
    assert.deepEqual(fixTitles(before, code, { profile: unlocked }), [`★ ${remove}`]);
    expectFix(before, code, remove, after, { profile: unlocked });
    assert.deepEqual(fixTitles(body, code, { profile: lockedOff }), [`★ ${remove}`]);
  });
});
