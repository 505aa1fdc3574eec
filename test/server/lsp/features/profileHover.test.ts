import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const text = `{
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": false, "locked": true, "requirement": { "length": 6 } },
  "authentication": { "enabled": true },
  "rules": "2025-03-24",
  "personalMeetingId": { "passcode": { "enabled": true, "locked": true /* by the admin */ }, "other": 1 },
  "requireSecurityOption": { "enabled": true /* by plan */ },
  "containers": { "python": false, "php": true, "cobol": false }
}`;

/** Its own passcode is on and locked; that of all other meetings is off and locked. */
const personal = /^This applies instead of passcode if a request has use_pmi on\. Every meeting has a passcode/;

describe('hover in a lock profile', () => {
  for (const [on, expected] of [
    ['waitingRoom', /Every meeting has its Waiting Room on/],
    ['"locked": true },\n  "passcode"', /Every meeting has its Waiting Room on/],
    ['passcode', /one that a request gives is dropped/],
    ['authentication', /does not say whether this is locked/],
    ['requirement', /^$/],
    ['length', /^$/],
    ['rules', /^Rules used: Zoom's current API reference, with its tables of December 2020/],
    ['2025-03-24', /^Rules used: Zoom's current API reference, with its tables of December 2020/],
    [
      'requireSecurityOption',
      /^Every meeting needs a security option: .* turns on the first of these that is not locked off/,
    ],
    ['true /* by plan */', /^Every meeting needs a security option/],
    ['personalMeetingId', personal],
    ['passcode": { "enabled": true', personal],
    ['enabled": true, "locked": true /*', personal],
    ['true, "locked": true /*', personal],
    ['locked": true /*', personal],
    ['true /*', personal],
    ['other', /^$/],
    ['containers', /^Requests are found in documents and code, but not in files of these kinds: python\.$/],
    ['python', /^Requests in files of this kind are not looked for\.$/],
    ['php', /^Requests in files of this kind are found\.$/],
    ['cobol', /^$/],
  ] as const) {
    it(on.slice(0, 40), async (test) => {
      const lens = await startPair(test, { files: { [profile]: text } });
      lens.open(profile);
      assert.match((await lens.hoverText(profile, on)) ?? '', expected);
    });
  }
});

describe('hover on containers', () => {
  it('without a kind that is turned off', async (test) => {
    const lens = await startPair(test, { files: { [profile]: '{ "containers": {} }' } });
    lens.open(profile);
    assert.match((await lens.hoverText(profile, 'containers')) ?? '', /documents and code of every kind\.$/);
  });
});

describe('hover on unknown rules', () => {
  it('says that both are used', async (test) => {
    const other = text.replace('2025-03-24', '2031-01-01');
    const lens = await startPair(test, { files: { [profile]: other } });
    lens.open(profile);
    assert.match(
      (await lens.hoverText(profile, 'rules')) ?? '',
      /^Rules used: both, .*, because the profile names neither\.$/,
    );
  });
});

describe('hover on the requirement of a security option', () => {
  for (const [what, json, expected] of [
    ['turned off', '{ "requireSecurityOption": { "enabled": false } }', /^A meeting needs no security option/],
    [
      'turned off where the plan does not allow that',
      '{ "account": { "plan": "pro" }, "requireSecurityOption": { "enabled": false } }',
      /^The account's plan does not allow turning this off, so it counts as on\. Every meeting needs/,
    ],
  ] as const) {
    it(what, async (test) => {
      const lens = await startPair(test, { files: { [profile]: json } });
      lens.open(profile);
      assert.match((await lens.hoverText(profile, 'requireSecurityOption')) ?? '', expected);
    });
  }
});
