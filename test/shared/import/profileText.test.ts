import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileText } from '../../../shared/import/profileText.ts';
import { say, text } from '../../../shared/text.ts';

const nothing = { requirement: undefined, options: undefined, unresolved: [], modelMatters: [], notes: [] };
const empty = {
  requireSecurityOption: {},
  waitingRoom: {},
  passcode: {},
  personalPasscode: {},
  authentication: {},
  personalUse: {},
};

describe('the profile as a file', () => {
  it('whole, in the order of docs/profile.md', () => {
    const resolved = {
      ...nothing,
      entries: {
        requireSecurityOption: { enabled: true, locked: true },
        waitingRoom: { enabled: false, locked: true },
        passcode: { locked: false },
        personalPasscode: { enabled: false, locked: true },
        authentication: { enabled: true },
        personalUse: { enabled: false },
      },
      requirement: { length: 6, have_number: true },
      options: [
        { id: 'a"b', name: 'Staff', default: true },
        { id: 'c', name: undefined, default: false },
      ],
    };
    assert.equal(
      say(profileText(resolved, '2026-11-24')),
      `{
  // Imported from responses of Zoom's settings endpoints. What they do not settle is left out: it is unknown.
  "rules": "2025-03-24",
  "requireSecurityOption": { "enabled": true, "locked": true },
  "waitingRoom": { "enabled": false, "locked": true },
  "passcode": {
    "locked": false,
    "requirement": { "length": 6, "have_number": true }
  },
  "personalMeetingId": { "useForScheduled": false, "passcode": { "enabled": false, "locked": true } },
  "authentication": {
    "enabled": true,
    "options": [
      { "id": "a\\"b", "name": "Staff", "default": true },
      { "id": "c" }
    ]
  },
  "capturedAt": "2026-11-24"
}
`,
    );
  });

  it('with what is kept in its place', () => {
    const kept = {
      ignore: '[{ "code": "x" }]',
      requests: '[]',
      personalMeetingId: '{ "passcode": { "enabled": true } /* x */ }',
      account: '{ "plan": "pro" }',
      rules: '"2020-12-20"',
    };
    const entries = { ...empty, passcode: { locked: false }, authentication: { locked: true } };
    assert.equal(
      say(profileText({ ...nothing, entries }, '2026-11-24', kept)),
      `{
  // Imported from responses of Zoom's settings endpoints. What they do not settle is left out: it is unknown.
  "rules": "2020-12-20",
  "account": { "plan": "pro" },
  "passcode": { "locked": false },
  "personalMeetingId": { "passcode": { "enabled": true } /* x */ },
  "authentication": { "locked": true },
  "requests": [],
  "ignore": [{ "code": "x" }],
  "capturedAt": "2026-11-24"
}
`,
    );
  });

  it('with nothing known, and what would settle it as a comment', () => {
    const call = {
      method: 'GET',
      path: '/accounts/me/lock_settings',
      option: null,
      scope: 'account:read:lock_settings:master',
      classicScope: 'account:read:admin',
      shows: [text`whether authentication is locked`],
    } as const;
    assert.equal(
      say(
        profileText(
          { ...nothing, entries: empty, unresolved: [call], modelMatters: [text`the Waiting Room`] },
          '2026-01-02',
        ),
      ),
      `{
  // Imported from responses of Zoom's settings endpoints. What they do not settle is left out: it is unknown.
  //
  // Not known:
  //   whether authentication is locked: GET /accounts/me/lock_settings without option (scope account:read:lock_settings:master, classic account:read:admin)
  //   the result for the Waiting Room depends on how the account manages groups
  "rules": "2025-03-24",
  "capturedAt": "2026-01-02"
}
`,
    );
  });
});
