import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importProfile, listUnresolved } from '../../../shared/import/importProfile.ts';
import type { GroupModel } from '../../../shared/import/precedence.ts';
import type { SavedResponse } from '../../../shared/import/recogniseResponse.ts';
import { parse } from '../../../shared/json/parse.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import { say } from '../../../shared/text.ts';
import { domains, flat, levelOf, requirement, saved, security, signIn } from '../../support/savedResponses.ts';

function imported(files: readonly SavedResponse[], groups?: GroupModel) {
  const result = importProfile(files, { capturedAt: '2026-11-24', groups });
  if (result.state !== 'profile') return assert.fail(JSON.stringify(result));
  const text = say(result.text);
  return {
    text,
    /** Its line in the profile. */
    entry: (key: string) => new RegExp(`"${key}": (.*),\n`).exec(text)?.[1],
    profile: readProfile(parse(text)),
    calls: listUnresolved(result.unresolved).map((each) => say(each)),
    notes: result.notes.map((each) => say(each)).filter((each) => !each.startsWith('No ')),
    modelMatters: result.modelMatters.map((each) => say(each)),
  };
}

describe('what has no lock: the next level that names it counts', () => {
  const security1 = (name: string, flags: object = {}) =>
    saved(`${name}-settings`, security({ waiting_room: true, meeting_password: true, pmi_password: true, ...flags }));
  const short = { length: 6, only_allow_numeric: true };

  it('from the account, where a group and a user were asked and do not name it', () => {
    const files = [security1('group'), security1('user'), saved('user-settings-auth', flat(true, []))];
    const { profile, calls } = imported([...levelOf('account', 'UUU'), ...files]);
    assert.deepEqual(profile.passcodeRequirement, requirement);
    assert.deepEqual(
      profile.options?.map(({ id }) => id),
      [domains.id, signIn.id],
    );
    assert.doesNotMatch(calls.join('\n'), /what a passcode must contain/);
  });

  it('from the account, where a group was not asked: that call would be more certain', () => {
    const { profile, calls } = imported([...levelOf('account', 'EEE'), security1('group')]);
    assert.equal(profile.options?.length, 2);
    assert.deepEqual(calls, [
      'the authentication options: GET /groups/{groupId}/settings?option=meeting_authentication (scope group:read:settings:admin, classic group:read:admin)',
    ]);
  });

  it('the nearest first', () => {
    const ofGroup = security1('group', { meeting_password_requirement: short });
    assert.deepEqual(imported([...levelOf('account', 'UUU'), ofGroup]).profile.passcodeRequirement, short);
    const ofUser = security1('user', { meeting_password_requirement: { length: 9 } });
    const { profile } = imported([...levelOf('account', 'UUU'), ofGroup, ofUser]);
    assert.deepEqual(profile.passcodeRequirement, { length: 9 });
  });

  it('of several groups: legacy the primary one alone, new the first that has it; open where the model is not known', () => {
    const files = [
      ...levelOf('account', 'UUU'),
      security1('group-a'),
      security1('group-b', { meeting_password_requirement: short }),
    ];
    assert.deepEqual(imported(files, 'legacy').profile.passcodeRequirement, requirement);
    assert.deepEqual(imported(files, 'priority').profile.passcodeRequirement, short);
    const { profile, modelMatters } = imported(files);
    assert.deepEqual(profile.passcodeRequirement, {});
    assert.deepEqual(modelMatters, ['what a passcode must contain']);
  });

  it('so does an unlocked value: that of the account, where the user was asked and the response does not name it', () => {
    const { entry } = imported([
      ...levelOf('account', 'UUU'),
      saved('user-settings', security({ pmi_password: true })),
    ]);
    assert.equal(entry('waitingRoom'), '{ "enabled": false, "locked": false }');
  });

  it('but not where two responses of the user disagree, nor where the user was not asked', () => {
    const disagree = [
      saved('user-settings', security({ waiting_room: true })),
      saved('user-settings-optionless', { in_meeting: { waiting_room: false } }),
    ];
    for (const files of [disagree, [saved('user-settings', flat(true))]])
      assert.equal(imported([...levelOf('account', 'UUU'), ...files]).entry('waitingRoom'), '{ "locked": false }');
  });
});

describe("the user's response", () => {
  const user = saved(
    'user-settings',
    security({ waiting_room: false, meeting_password: true, meeting_password_requirement: requirement }),
  );

  it('alone says what is on, but not whether it is locked', () => {
    const { profile, entry, calls } = imported([user, saved('user-settings-auth', flat(false))]);
    assert.equal(entry('rules'), '"2025-03-24"');
    assert.equal(entry('waitingRoom'), '{ "enabled": false }');
    const { settings, passcodeRequirement, options } = profile;
    assert.deepEqual(settings.waitingRoom, { enabled: false, locks: ['disabled-locked', 'unlocked'] });
    assert.deepEqual(settings.passcode, { enabled: true, locks: ['enabled-locked', 'unlocked'] });
    assert.deepEqual(settings.authentication, { enabled: false, locks: ['disabled-locked', 'unlocked'] });
    assert.deepEqual(passcodeRequirement, requirement);
    assert.equal(options?.length, 2);
    // Whether they are on is known.
    assert.deepEqual(
      calls.filter((each) => each.includes('Waiting Room') && !each.includes('are locked')),
      [],
    );
  });

  it('of one call: the other one is asked for', () => {
    assert.deepEqual(
      imported([user]).calls.filter((each) => each.includes('GET /users')),
      [
        'whether authentication is on, and the authentication options: GET /users/{userId}/settings?option=meeting_authentication (scope user:read:settings:admin, classic user:read:admin)',
      ],
    );
  });

  const contradiction =
    "The user's response contradicts the lock of the Waiting Room. The lock counts: the responses may be from different times, or of different users.";
  for (const [what, files, expected, notes] of [
    ['a lock of the account', levelOf('account', 'EUU'), '{ "enabled": true, "locked": true }', [contradiction]],
    [
      'a lock of the group',
      [...levelOf('account', 'UUU'), ...levelOf('group', 'EUU')],
      '{ "enabled": true, "locked": true }',
      [contradiction],
    ],
    ['no lock', levelOf('account', 'UUU'), '{ "enabled": false, "locked": false }', []],
    ['a lock that goes with it', levelOf('account', 'DUU'), '{ "enabled": false, "locked": true }', []],
    [
      "groups whose lock is of unknown value: the user's response shows it",
      [...levelOf('account', 'UUU'), ...levelOf('group', 'EUU', 'group-a'), ...levelOf('group', 'DUU', 'group-b')],
      '{ "enabled": false, "locked": true }',
      [],
    ],
  ] as const)
    it(`next to ${what}`, () => {
      const result = imported([...files, user], 'legacy');
      assert.equal(result.entry('waitingRoom'), expected);
      assert.deepEqual(result.notes, notes);
    });
});

describe('the second place of the Waiting Room', () => {
  const move = { move_participants_to_waiting_room_when_host_dropped: true };
  const disagree = 'waiting_room and waiting_room_options disagree about the Waiting Room: it is left unknown.';
  const disagreeLocks =
    'lock_settings and waiting_room_options disagree about the lock of the Waiting Room: it is left unknown.';
  // Zoom's reference: moving participants enables and locks the Waiting Room; `locked` locks how participants are admitted.
  for (const [on, options, lock, expected, notes] of [
    [true, { enable: true, locked: true, more_options: move }, undefined, '{ "enabled": true, "locked": true }', []],
    [undefined, { more_options: move }, undefined, '{ "enabled": true, "locked": true }', []],
    [true, { more_options: move }, true, '{ "enabled": true, "locked": true }', []],
    [true, { more_options: move }, false, '{ "enabled": true }', [disagreeLocks]],
    [false, { enable: true, locked: true, more_options: move }, undefined, undefined, [disagree]],
    [false, { enable: true, locked: true, more_options: move }, true, '{ "locked": true }', [disagree]],
    [false, { enable: true, more_options: move }, false, undefined, [disagree, disagreeLocks]],
    [undefined, { enable: false, more_options: move }, undefined, undefined, [disagree]],
    [undefined, { enable: false }, true, '{ "enabled": false, "locked": true }', []],
    [true, { enable: false }, true, '{ "locked": true }', [disagree]],
    [true, { enable: true, locked: true }, undefined, '{ "enabled": true }', []],
    [true, { enable: true, locked: true }, true, '{ "enabled": true, "locked": true }', []],
    [true, { enable: true, locked: true }, false, '{ "enabled": true }', [disagreeLocks]],
    [true, { enable: true, locked: false, more_options: {} }, true, '{ "enabled": true, "locked": true }', []],
    [true, { enable: 'true', more_options: null }, false, '{ "enabled": true, "locked": false }', []],
  ] as const)
    it(`waiting_room ${on}, options ${JSON.stringify(options)}, lock ${lock} → ${expected ?? 'left out'}`, () => {
      const others = { auto_security: true, meeting_password: true };
      const result = imported([
        saved(
          'account-settings',
          security({ ...others, ...(on === undefined ? {} : { waiting_room: on }), waiting_room_options: options }),
        ),
        ...(lock === undefined ? [] : [saved('account-lock_settings', security({ ...others, waiting_room: lock }))]),
      ]);
      assert.equal(result.entry('waitingRoom'), expected);
      assert.deepEqual(result.notes, notes);
      const asksForLock = result.calls.some((each) => /Waiting Room.*\/lock_settings/.test(each));
      assert.equal(asksForLock, lock === undefined && !/"locked"/.test(expected ?? ''));
    });
});

describe('what the responses ought to contain', () => {
  it('is asked for once, and then noted', () => {
    const bare = [
      saved('account-settings', security({})),
      saved('account-lock_settings', security({ auto_security: true })),
    ];
    const { notes, calls } = imported([
      ...bare,
      ...levelOf('account', 'UUU').filter(({ name }) => !/security/.test(name)),
    ]);
    assert.deepEqual(notes, [
      'The responses do not show whether the requirement of one security option is on: the lens treats it as on.',
      'The responses do not show whether the Waiting Room and the passcode are on: this is left open.',
      'The responses do not show whether the Waiting Room and the passcode are locked: this is left open.',
    ]);
    assert.doesNotMatch(calls.join('\n'), /accounts/);
  });
});

describe('the use of the personal meeting ID', () => {
  const uses = (name: string, key: string, on: boolean) =>
    saved(name, { schedule_meeting: { [key]: on, require_password_for_pmi_meetings: 'all' } });
  const key = 'use_pmi_for_scheduled_meetings';
  const lock = (locked: boolean) =>
    saved('account-lock_settings-optionless', {
      schedule_meeting: { [key]: locked, meeting_authentication: false, require_password_for_pmi_meetings: true },
    });
  const personal = (files: readonly SavedResponse[]) => imported(files).entry('personalMeetingId');

  it('is the choice of the user, and only their response shows it', () => {
    assert.equal(
      personal([uses('user-settings', key, true)]),
      '{ "useForScheduled": true, "passcode": { "enabled": true } }',
    );
    assert.equal(
      personal([uses('account-settings', key, true), lock(false)]),
      '{ "passcode": { "enabled": true, "locked": true } }',
    );
  });

  it('unless it is locked, by the account or by a group, which names it differently', () => {
    assert.equal(
      personal([uses('account-settings', key, false), lock(true)]),
      '{ "useForScheduled": false, "passcode": { "enabled": true, "locked": true } }',
    );
    const group = [
      uses('group-settings', 'use_pmi_for_schedule_meetings', true),
      saved('group-lock_settings', { schedule_meeting: { use_pmi_for_schedule_meetings: true } }),
    ];
    assert.equal(
      personal([uses('account-settings', key, false), lock(false), ...group]),
      '{ "useForScheduled": true, "passcode": { "enabled": true, "locked": true } }',
    );
  });
});
