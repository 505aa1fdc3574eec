import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith, signedIn, staff } from '../../support/profiles.ts';

const code = 'authentication-option-unknown';
const profile = profileWith('W unlocked · P unlocked · A unlocked', { options: [staff, signedIn, { id: 'opt-3' }] });
const on = (option: string) => `{ "settings": { "meeting_authentication": true, "authentication_option": ${option} } }`;

describe('authentication-option-unknown', () => {
  const drawn = `${on('"opt-gone"')}
//                                                                       ^^^^^^^^^^ authentication-option-unknown: The lock profile lists no authentication option with this id.`;

  it('create', () => expectFindings(drawn, { profile }));
  it('update', () => expectFindings(drawn, { operation: 'update', profile }));
  it('ids differ by case', () => expectFindings(drawn.replace('opt-gone', 'Opt-Staf'), { profile }));

  it('while typing: what is complete is checked', () => {
    const typed = `{ "settings": { "meeting_authentication": true, "authentication_option": "opt-gone",
//                                                                       ^^^^^^^^^^ authentication-option-unknown: The lock profile lists no authentication option with this id.

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(typed, { profile });
  });

  it('the locks need not be known', () => {
    expectFindings(drawn, { profile: profileWith('', { options: [signedIn] }) });
  });
});

describe('authentication-option-unknown: silent', () => {
  it('listed', () => expectFindings(on('"opt-3"'), { profile }));
  it('no profile', () => expectFindings(on('"opt-gone"'), {}));
  it('the profile lists none', () => {
    const locks = 'W unlocked · P unlocked · A unlocked';
    expectFindings(on('"opt-gone"'), { profile: profileWith(locks) });
    expectFindings(on('"opt-gone"'), { profile: profileWith(locks, { options: [] }) });
  });
  it('null and "" name none: Zoom takes the default', () => {
    for (const none of ['null', '""']) {
      const drawn = `${on(none)}
//                                                                       ${'^'.repeat(none.length)} authentication-option-added: Zoom will take the option "Anyone signed in": authentication is on and no option is sent.`;
      expectFindings(drawn, { profile });
    }
  });
  it('Zoom ignores it anyway: that is the finding', () => {
    const drawn = `{ "password": "4sPgWr-2", "settings": { "authentication_option": "opt-gone" } }
//                                                               ^^^^^^^^^^ authentication-option-ignored: authentication_option has no effect (Zoom does not document what happens): authentication is off.`;
    expectFindings(drawn, { profile });
  });
});

describe('authentication-option-unknown: fixes', () => {
  it('one for each option; the default one is preferred', () => {
    const titles = ['Use "Staff"', '★ Use "Anyone signed in"', 'Use "opt-3"'];
    assert.deepEqual(fixTitles(on('"opt-gone"'), code, { profile }), titles);
  });

  it('no default: the first', () => {
    const other = profileWith('A unlocked', { options: [{ id: 'opt-3' }, staff] });
    assert.deepEqual(fixTitles(on('"opt-gone"'), code, { profile: other }), ['★ Use "opt-3"', 'Use "Staff"']);
  });

  it('writes the id', () => {
    expectFix(on('"opt-gone"'), code, 'Use "Staff"', on('"opt-staff"'), { profile });
    const before = `{
  "settings": {
    "meeting_authentication": true,
    /* until 2026 */ "authentication_option": "opt-gone" // guests
  }
}
`.replaceAll('\n', '\r\n');
    expectFix(before, code, 'Use "opt-3"', before.replace('opt-gone', 'opt-3'), { profile });
  });
});
