import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importProfile, listUnresolved } from '../../../shared/import/importProfile.ts';
import type { SavedResponse } from '../../../shared/import/recogniseResponse.ts';
import { say } from '../../../shared/text.ts';
import { levelOf, saved, security } from '../../support/savedResponses.ts';

function calls(files: readonly SavedResponse[], groups?: 'legacy' | 'priority'): readonly string[] {
  const result = importProfile(files, { capturedAt: '2026-11-24', groups });
  return result.state === 'profile'
    ? listUnresolved(result.unresolved).map((each) => say(each))
    : assert.fail(JSON.stringify(result));
}

const [security1, authentication, securityLocks, locks] = levelOf('account', 'DUE') as [
  SavedResponse,
  SavedResponse,
  SavedResponse,
  SavedResponse,
];

describe('the call that would settle it', () => {
  it('the lock of authentication: lock_settings without option', () => {
    assert.deepEqual(calls([security1, authentication, securityLocks]), [
      'whether authentication is locked: GET /accounts/me/lock_settings without option (scope account:read:lock_settings:master, classic account:read:admin)',
    ]);
  });

  it('the other locks: option=meeting_security', () => {
    assert.deepEqual(calls([security1, authentication, locks]).slice(0, 1), [
      'whether the requirement of one security option, the Waiting Room, the passcode and the passcode of personal meeting IDs are locked: GET /accounts/me/lock_settings?option=meeting_security (scope account:read:lock_settings:master, classic account:read:admin)',
    ]);
  });

  it('the options, and whether authentication is on: option=meeting_authentication', () => {
    assert.deepEqual(calls([security1, securityLocks, locks]), [
      'whether authentication is on, and the authentication options: GET /accounts/me/settings?option=meeting_authentication (scope account:read:settings:admin, classic account:read:admin)',
    ]);
  });

  it('the values and the rules for passcodes: option=meeting_security', () => {
    assert.deepEqual(calls([authentication, securityLocks, locks]), [
      'whether the requirement of one security option, the Waiting Room, the passcode and the passcode of personal meeting IDs are on, and what a passcode must contain: GET /accounts/me/settings?option=meeting_security (scope account:read:settings:admin, classic account:read:admin)',
    ]);
  });

  it('what the account locks needs no other level', () => {
    const bare = [saved('group-lock_settings', { in_meeting: { waiting_room: false } })];
    const found = calls([...levelOf('account', 'EEEE'), ...bare]).join('\n');
    assert.doesNotMatch(found, /whether/);
  });

  it('each level by its own path and scope', () => {
    const found = calls([
      ...levelOf('account', 'UUU').slice(0, 3),
      saved('group-settings', security({ waiting_room: true })),
    ]).join('\n');
    assert.match(
      found,
      /GET \/groups\/\{groupId\}\/lock_settings\?option=meeting_security \(scope group:read:lock_settings:admin, classic group:read:admin\)/,
    );
    assert.match(
      found,
      /GET \/groups\/\{groupId\}\/lock_settings without option \(scope group:read:lock_settings:admin, classic group:read:admin\)/,
    );
    const user = calls([...levelOf('account', 'UUU'), saved('user-settings', security({ auto_security: true }))]);
    // Of the account there are the options, and the other values, which this user's response to the same call leaves out.
    assert.deepEqual(user, [
      'whether authentication is on: GET /users/{userId}/settings?option=meeting_authentication (scope user:read:settings:admin, classic user:read:admin)',
    ]);
  });

  it('legacy: one locked group is enough; the values are asked of it and of the primary group', () => {
    const other = saved('group-b-lock_settings', security({ waiting_room: true }));
    const primary = saved('group-a-lock_settings', security({ waiting_room: false }));
    const found = calls([...levelOf('account', 'UEEE'), primary, other], 'legacy');
    assert.deepEqual(
      found.filter((each) => each.includes('Waiting Room')),
      [
        'whether the Waiting Room is on, and what a passcode must contain: GET /groups/{groupId}/settings?option=meeting_security (scope group:read:settings:admin, classic group:read:admin)',
      ],
    );
  });
});

describe('the passcode of personal meeting IDs', () => {
  /** Responses that say everything but the passcode of personal meeting IDs. */
  const others = levelOf('account', 'EEE').map((each) => ({
    ...each,
    text: JSON.stringify(JSON.parse(each.text), (key, value) => (key === 'pmi_password' ? undefined : value)),
  }));

  it('is no reason to list a call: few requests have to do with it', () => {
    assert.deepEqual(calls(others), []);
    const unlocked = saved('account-settings', { schedule_meeting: { require_password_for_pmi_meetings: 'jbh_only' } });
    assert.deepEqual(calls([...others, unlocked]), []);
  });

  it('nor to ask how groups are managed', () => {
    const groups = (passcodes: string, personal: string) => [
      ...levelOf('account', 'UUU'),
      ...levelOf('group', 'UUUU', 'group-a'),
      ...levelOf('group', `U${passcodes}U${personal}`, 'group-b'),
    ];
    const matters = (files: readonly SavedResponse[]) => {
      const result = importProfile(files, { capturedAt: '2026-11-24' });
      return result.state === 'profile' ? result.modelMatters.map((each) => say(each)) : assert.fail();
    };
    assert.deepEqual(matters(groups('U', 'E')), []);
    assert.deepEqual(matters(groups('E', 'E')), ['the passcode', 'the passcode of personal meeting IDs']);
  });

  it('is named in a call that is worth making for something else', () => {
    const [found] = calls(others.slice(1));
    assert.equal(
      found,
      'whether the requirement of one security option, the Waiting Room, the passcode and the passcode of personal meeting IDs are on, and what a passcode must contain: GET /accounts/me/settings?option=meeting_security (scope account:read:settings:admin, classic account:read:admin)',
    );
  });
});
