import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles, titles } from '../../support/markers.ts';
import { profileWith, signedIn } from '../../support/profiles.ts';

const code = 'authentication-domains-ignored';
const unlocked = profileWith('W unlocked · P unlocked · A unlocked', { options: [signedIn] });
const lockedOff = profileWith('W unlocked · P unlocked · A locked off');
const noEffect =
  'authentication-domains-ignored: authentication_domains has no effect, because authentication will be off:';
const body = '{ "password": "4sPgWr-2", "settings": { "authentication_domains": "example.com" } }';
const drawn = (reason: string) => `${body}
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^ ${noEffect} ${reason}.`;

describe('authentication-domains-ignored', () => {
  it('create, the switch is missing', () => {
    expectFindings(drawn('meeting_authentication is not sent, so off (create requests)'), { profile: unlocked });
  });

  it('locked off, whatever the meeting has', () => {
    for (const operation of ['create', 'update'] as const) {
      expectFindings(drawn('the account has authentication off and locked'), { operation, profile: lockedOff });
    }
  });

  it('create, the switch is off', () => {
    expectFindings(
      `{
  "password": "4sPgWr-2",
  "settings": { "meeting_authentication": false, "authentication_domains": "example.com" }
  //                                             ^^^^^^^^^^^^^^^^^^^^^^^^ ${noEffect} the account does not lock authentication, so the request decides.
}`,
      { profile: unlocked },
    );
  });

  it('update of a meeting without authentication', () => {
    const reason = 'meeting_authentication is not sent, so unchanged (update requests)';
    expectFindings(drawn(reason), { operation: 'update', profile: unlocked, meeting: '{}' });
  });

  it('while typing: a lock is sure, a missing switch is not', () => {
    const typed = '{ "settings": { "authentication_domains": "example.com",\n';
    const broken = '^ json-syntax: A property name in double quotes is expected here.';
    const found = `//              ^^^^^^^^^^^^^^^^^^^^^^^^ ${noEffect} the account has authentication off and locked.`;
    expectFindings(`${typed}${found}\n\n${broken}`, { profile: lockedOff });
    expectFindings(`${typed}\n${broken}`, { profile: unlocked });
  });
});

describe('authentication-domains-ignored: silent', () => {
  it('authentication is on', () => {
    const on =
      '{ "settings": { "meeting_authentication": true, "authentication_option": "opt-signed-in", "authentication_domains": "example.com" } }';
    expectFindings(on, { profile: unlocked });
  });
  it('it depends on the meeting', () => expectFindings(body, { operation: 'update', profile: unlocked }));
  it('the lock unknown, or no profile', () => {
    expectFindings(body, { profile: profileWith('W unlocked · P unlocked') });
    expectFindings(body, {});
  });
  it('nothing is asked for, or the value has another type', () => {
    for (const none of ['null', '""', '["example.com"]', 'true'])
      expectFindings(`{ "password": "4sPgWr-2", "settings": { "authentication_domains": ${none} } }`, {
        profile: unlocked,
      });
  });
});

describe('authentication-domains-ignored: fixes', () => {
  const require = 'Require authentication';
  const remove = 'Remove the field';

  it('the switch was forgotten', () => {
    const before = '{"password":"4sPgWr-2","settings":{"authentication_domains":"example.com"}}';
    const after =
      '{"password":"4sPgWr-2","settings":{"authentication_domains":"example.com","meeting_authentication":true,"authentication_option":"opt-signed-in"}}';
    assert.deepEqual(fixTitles(before, code, { profile: unlocked }), [`★ ${require}`, remove]);
    expectFix(before, code, require, after, { profile: unlocked });
    expectFix(before, code, remove, '{"password":"4sPgWr-2","settings":{}}', { profile: unlocked });
  });

  it('the switch is off on purpose, or locked off: only the field can go', () => {
    const before =
      '{"password":"4sPgWr-2","settings":{"meeting_authentication":false,"authentication_domains":"example.com"}}';
    assert.deepEqual(fixTitles(before, code, { profile: unlocked }), [`★ ${remove}`]);
    assert.deepEqual(fixTitles(body, code, { profile: lockedOff }), [`★ ${remove}`]);
  });

  it('no other fix takes authentication from it', () => {
    const givenBack =
      '{ "settings": { "waiting_room": false, "meeting_authentication": false, "authentication_domains": "example.com" } }';
    const meeting =
      '{ "settings": { "waiting_room": true, "meeting_authentication": true, "authentication_option": "opt-signed-in" } }';
    const found = findingsOf(givenBack, { operation: 'update', profile: unlocked, meeting });
    const offered = titles(found, 'waiting-room-overwritten');
    assert.ok(!offered.some((title) => title.endsWith('Add a passcode')), offered.join());
  });
});
