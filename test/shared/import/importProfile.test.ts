import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { importProfile, listUnresolved } from '../../../shared/import/importProfile.ts';
import type { SavedResponse } from '../../../shared/import/recogniseResponse.ts';
import { parse } from '../../../shared/json/parse.ts';
import { type Profile, readProfile } from '../../../shared/model/profile.ts';
import { say, text as words } from '../../../shared/text.ts';
import { domains, flat, levelOf, nested, requirement, saved, security, signIn } from '../../support/savedResponses.ts';

const capturedAt = '2026-11-24';

function imported(files: readonly SavedResponse[]) {
  const result = importProfile(files, { capturedAt });
  if (result.state !== 'profile') return assert.fail(JSON.stringify(result));
  const { text, notes, unresolved, modelMatters } = result;
  const sayAll = (texts: typeof notes) => texts.map((each) => say(each));
  return { text: say(text), notes: sayAll(notes), unresolved, modelMatters: sayAll(modelMatters) };
}

function problems(...files: SavedResponse[]): readonly string[] {
  const result = importProfile(files, { capturedAt });
  return result.state === 'problems' ? result.problems.map((each) => say(each)) : assert.fail(JSON.stringify(result));
}

const letters = { 'enabled-locked': 'E', 'disabled-locked': 'D', unlocked: 'U' };
const pattern = ({ settings: { waitingRoom, passcode, authentication } }: Profile) =>
  [waitingRoom, passcode, authentication].map(({ locks }) => locks.map((lock) => letters[lock]).join('|')).join(' ');
const profileOf = (files: readonly SavedResponse[]) => readProfile(parse(imported(files).text, 'literal'));

/** The calls of Zoom's minimum set, as in the reference, section 3.4: Waiting Room D, passcode U, authentication E. */
const minimum: readonly SavedResponse[] = [
  saved(
    'accounts-me-settings-meeting_security',
    security({
      auto_security: true,
      waiting_room: false,
      meeting_password: false,
      pmi_password: true,
      meeting_password_requirement: requirement,
    }),
  ),
  saved('accounts-me-settings-meeting_authentication', flat(true)),
  saved(
    'accounts-me-lock_settings-meeting_security',
    security({ auto_security: false, waiting_room: true, meeting_password: false, pmi_password: true }),
  ),
  saved('accounts-me-lock_settings', {
    schedule_meeting: {
      join_before_host: true,
      meeting_authentication: true,
      require_password_for_scheduling_new_meetings: false,
      require_password_for_pmi_meetings: true,
    },
    in_meeting: { chat: true },
  }),
];

describe('the responses of one account', () => {
  it('give Waiting Room D, passcode U, authentication E, in any order', () => {
    for (const files of [minimum, minimum.toReversed(), [...minimum, ...minimum]])
      assert.equal(pattern(profileOf(files)), 'D U E');
  });

  it('give what a passcode must contain, and the options with their default', () => {
    const profile = profileOf(minimum);
    assert.deepEqual(profile.passcodeRequirement, requirement);
    assert.deepEqual(profile.options, [
      { id: domains.id, name: domains.name, default: false },
      { id: signIn.id, name: signIn.name, default: true },
    ]);
  });

  it('leave nothing to ask for but the own values of the user', () => {
    const { unresolved, notes } = imported(minimum);
    assert.deepEqual(unresolved, [
      {
        method: 'GET',
        path: '/users/{userId}/settings',
        option: 'meeting_security',
        scope: 'user:read:settings:admin',
        classicScope: 'user:read:admin',
        shows: [words`whether ${words`the requirement of one security option`} is on`],
      },
      // Passcodes of personal meeting IDs are locked, others are not: it matters which one a new meeting has.
      {
        method: 'GET',
        path: '/users/{userId}/settings',
        option: null,
        scope: 'user:read:settings:admin',
        classicScope: 'user:read:admin',
        shows: [words`whether ${words`the use of the personal meeting ID for scheduled meetings`} is on`],
      },
    ]);
    assert.deepEqual(notes, [
      'No group response was given: the profile applies to hosts that are in no group.',
      "No user response was given: unlocked settings show the account's default, not the host's own choice.",
    ]);
  });

  it('with those of a group and of a user', () => {
    const group = [
      saved('groups-night-settings', security({ auto_security: true, waiting_room: true, meeting_password: false })),
      saved(
        'groups-night-lock_settings',
        security({ auto_security: false, waiting_room: false, meeting_password: true }),
      ),
      saved('groups-night-lock_settings-optionless', {
        in_meeting: { waiting_room: false },
        schedule_meeting: { meeting_authentication: false, require_password_for_scheduling_new_meetings: true },
      }),
    ];
    const user = [
      saved(
        'user-settings',
        security({
          auto_security: true,
          waiting_room: true,
          meeting_password: true,
          meeting_password_requirement: requirement,
        }),
      ),
      saved('user-settings-authentication', nested(false)),
    ];
    const { text, unresolved } = imported([...user, ...group, ...minimum]);
    assert.equal(pattern(readProfile(parse(text))), 'D D E');
    // Passcodes of personal meeting IDs are locked differently, so that it matters whether the host uses one.
    assert.deepEqual(
      listUnresolved(unresolved).map((each) => say(each)),
      [
        'whether the use of the personal meeting ID for scheduled meetings is on: GET /users/{userId}/settings without option (scope user:read:settings:admin, classic user:read:admin)',
      ],
    );
    assert.match(text, /"requireSecurityOption": \{ "enabled": true, "locked": false \}/);
  });
});

describe('the requirement of one security option', () => {
  for (const [value, lock, user, expected] of [
    [true, true, undefined, '{ "enabled": true, "locked": true }'],
    [false, true, true, '{ "enabled": false, "locked": true }'],
    [false, false, true, '{ "enabled": true, "locked": false }'],
    [true, false, false, '{ "enabled": false, "locked": false }'],
    [true, undefined, true, '{ "enabled": true }'],
    // The user's response shows what is in effect, which the value of the account alone does not.
    [false, undefined, true, '{ "enabled": true }'],
    [undefined, true, true, '{ "enabled": true, "locked": true }'],
    [undefined, true, undefined, '{ "locked": true }'],
  ] as const) {
    it(`account ${value}, locked ${lock}, user ${user} → ${expected ?? 'left out'}`, () => {
      const files = [
        ...(value === undefined ? [] : [saved('account-settings', security({ auto_security: value }))]),
        ...(lock === undefined ? [] : [saved('account-locks', security({ auto_security: lock }))]),
        ...(user === undefined ? [] : [saved('user-settings', security({ auto_security: user }))]),
      ];
      assert.equal(/"requireSecurityOption": (.*),/.exec(imported(files).text)?.[1], expected);
    });
  }
});

describe('the passcode of personal meeting IDs', () => {
  const personal = (files: readonly SavedResponse[], existing?: string) => {
    const result = importProfile(files, { capturedAt, existing });
    return result.state === 'profile'
      ? /"personalMeetingId": (.*),/.exec(say(result.text))?.[1]
      : assert.fail(JSON.stringify(result));
  };
  const word = (level: string, value: unknown) =>
    saved(`${level}-settings`, { schedule_meeting: { require_password_for_pmi_meetings: value } });
  const lock = (locked: boolean) =>
    saved('account-lock_settings', { schedule_meeting: { require_password_for_pmi_meetings: locked } });
  const old = '{ "personalMeetingId": { "passcode": { "enabled": true, "locked": true } } }';

  it('from the option: on and locked, whatever the other passcodes are', () => {
    assert.equal(personal(minimum), '{ "passcode": { "enabled": true, "locked": true } }');
  });

  for (const [what, files, expected] of [
    ['all, locked', [word('account', 'all'), lock(true)], '{ "passcode": { "enabled": true, "locked": true } }'],
    ['none, locked', [word('account', 'none'), lock(true)], '{ "passcode": { "enabled": false, "locked": true } }'],
    ['jbh_only, locked', [word('account', 'jbh_only'), lock(true)], '{ "passcode": { "locked": true } }'],
    [
      'not locked, of a user who has them on',
      [word('account', 'none'), lock(false), word('user', 'all')],
      '{ "passcode": { "enabled": true, "locked": false } }',
    ],
    [
      'not locked, of a user with jbh_only',
      [word('account', 'all'), lock(false), word('user', 'jbh_only')],
      '{ "passcode": { "locked": false } }',
    ],
    ['the lock is not known', [word('account', 'none')], '{ "passcode": { "enabled": false } }'],
    ['the account is not known', [word('user', 'all')], '{ "passcode": { "enabled": true } }'],
  ] as const)
    it(`without an option: ${what}`, () => assert.equal(personal(files), expected));

  it('jbh_only is neither on nor off, so that a flag next to it does not settle it', () => {
    const files = [saved('account-settings-security', security({ pmi_password: true })), word('account', 'jbh_only')];
    assert.equal(personal([...files, lock(true)]), '{ "passcode": { "locked": true } }');
    assert.ok(
      imported(files).notes.includes(
        "The account's settings with and without an option disagree about the passcode of personal meeting IDs: it is left unknown.",
      ),
    );
  });

  it('stays as it was where no response says a word about it', () => {
    const silent = saved('account-settings', security({ waiting_room: true, meeting_password: true }));
    assert.equal(personal([silent], old), '{ "passcode": { "enabled": true, "locked": true } }');
  });

  it('is what the responses say where they do, even if that settles nothing', () => {
    assert.equal(personal([word('account', 'none')], old), '{ "passcode": { "enabled": false } }');
    assert.equal(personal([word('user', 'none')], old), '{ "passcode": { "enabled": false } }');
    assert.equal(personal([word('user', 'jbh_only')], old), undefined);
  });
});

describe('responses that do not go together', () => {
  const on = saved('account-settings', security({ waiting_room: true }));

  it('of the same call: nothing is made of them', () => {
    assert.deepEqual(problems(on, saved('account-settings-old', security({ waiting_room: false }))), [
      'account-settings-old.json and account-settings.json answer the same call and contradict each other about the Waiting Room.',
    ]);
    assert.equal(
      problems(saved('user-settings-a', flat(true, [signIn])), saved('user-settings-b', flat(true, [domains]))).length,
      1,
    );
  });

  it('of the same call that say the same: once is enough', () => {
    assert.doesNotThrow(() => imported([on, saved('account-settings-again', security({ waiting_room: true }))]));
  });

  it('two groups are distinguished by their names', () => {
    const group = (name: string, lock: boolean) =>
      saved(`group-${name}-lock_settings`, security({ waiting_room: lock }));
    assert.doesNotThrow(() => imported([group('a', true), group('b', false)]));
    assert.equal(problems(group('a', true), group('a', false)).length, 1);
  });

  it('of two calls: that setting stays unknown, and the list says so', () => {
    const other = saved('group-lock_settings', { in_meeting: { waiting_room: false } });
    const files = [...levelOf('account', 'UUU'), ...levelOf('group', 'EUU'), other];
    const { notes, text } = imported(files);
    assert.deepEqual(
      notes.filter((note) => note.includes('disagree')),
      [
        "The group's lock_settings with and without an option disagree about the lock of the Waiting Room: it is left unknown.",
      ],
    );
    assert.equal(pattern(readProfile(parse(text))), 'E|U U U');
  });

  it('one broken file among good ones: all problems are named', () => {
    assert.deepEqual(problems(on, saved('a', '{'), saved('b', '')), ['a.json is not valid JSON.', 'b.json is empty.']);
  });

  it('none at all', () => assert.deepEqual(problems(), ['No responses to import.']));

  it('asks whose they are, all at once', () => {
    const files = [saved('one-settings', security({})), on, saved('two', flat(true))];
    assert.deepEqual(importProfile(files, { capturedAt }), {
      state: 'level',
      files: ['one-settings.json', 'two.json'],
    });
  });
});

describe('two models of groups', () => {
  const files = [
    ...levelOf('account', 'UUU'),
    ...levelOf('group', 'UEU', 'group-a'),
    ...levelOf('group', 'EEU', 'group-b'),
  ];

  it('where they differ and the model is unknown, the setting is open and the note names it', () => {
    const { notes, modelMatters, text } = imported(files);
    assert.deepEqual(modelMatters, ['the Waiting Room']);
    assert.ok(notes.includes('The result for the Waiting Room depends on how the account manages groups.'));
    // Legacy: locked by b, but a has it off. New: a decides, and does not lock.
    assert.equal(pattern(readProfile(parse(text))), 'E|D|U E U');
  });

  it('with the model said, it is settled as far as Zoom documents it', () => {
    const disagree =
      'The groups have different values for the Waiting Room, and at least one of them locks it: the value is left open.';
    for (const [groups, expected, note] of [
      ['legacy', 'E|D E U', true],
      ['priority', 'U E U', false],
    ] as const) {
      const result = importProfile(files, { capturedAt, groups });
      assert.ok(result.state === 'profile');
      assert.deepEqual(result.modelMatters, []);
      assert.equal(result.notes.map((each) => say(each)).includes(disagree), note);
      assert.equal(pattern(readProfile(parse(say(result.text)))), expected);
    }
  });
});

describe('round trips', () => {
  it('every pattern of locks comes back, from the account and from a group', () => {
    for (const w of 'EDU')
      for (const p of 'EDU')
        for (const a of 'EDU') {
          const locks = `${w}${p}${a}`;
          for (const files of [levelOf('account', locks), [...levelOf('account', 'UUU'), ...levelOf('group', locks)]]) {
            const profile = profileOf(files);
            assert.deepEqual(profile.problems, []);
            assert.deepEqual(profile.document.errors, []);
            assert.equal(pattern(profile), `${w} ${p} ${a}`);
          }
        }
  });

  it('and so does the lock of the passcode of personal meeting IDs', () => {
    for (const lock of ['E', 'D', 'U'])
      for (const files of [
        levelOf('account', `UUU${lock}`),
        [...levelOf('account', 'UUU'), ...levelOf('group', `UUU${lock}`)],
      ]) {
        const profile = profileOf(files);
        assert.deepEqual([profile.problems, profile.document.errors], [[], []]);
        assert.deepEqual(
          profile.personalPasscode.locks.map((each) => letters[each]),
          [lock],
        );
        assert.equal(profile.personalPasscode.enabled, lock === 'E');
        assert.equal(pattern(profile), 'U U U');
      }
  });

  it('the day is the one that is handed over', () => {
    assert.match(imported(minimum).text, /\n {2}"capturedAt": "2026-11-24"\n\}\n$/);
  });
});

describe('what is in the responses and none of our business', () => {
  const secret = fc.string({ minLength: 1, maxLength: 12 }).map((each) => `§${each}§`);
  const noise = fc.dictionary(
    fc.constantFrom('host_email', 'name', 'domains', 'passcode', 'extra', '__proto__'),
    secret,
    { maxKeys: 4 },
  );

  it('does not get into the profile, its list or its notes', () => {
    fc.assert(
      fc.property(secret, noise, noise, fc.constantFrom('account', 'group', 'user'), (pmi, top, inner, level) => {
        const part = {
          ...inner,
          pmi_password: pmi,
          require_password_for_pmi_meetings: 'all',
          meeting_password_requirement: { ...requirement, ...inner },
        };
        const files = [
          saved(`${level}-settings`, { ...top, schedule_meeting: part }),
          saved(`${level}-settings-meeting_security`, {
            ...top,
            meeting_security: { ...inner, waiting_room: true, pmi_password: true, block_user_domain_list: [pmi] },
          }),
          saved(`${level}-settings-meeting_authentication`, {
            ...top,
            ...flat(true, [{ ...inner, ...signIn, domains: pmi }]),
          }),
        ];
        const { text, notes, unresolved } = imported(files);
        assert.doesNotMatch(JSON.stringify([text, notes, unresolved]), /§/);
        assert.ok(text.includes(signIn.id));
      }),
    );
  });

  it('above all the passcode of the personal meeting, wherever it is', () => {
    fc.assert(
      fc.property(secret, fc.constantFrom('schedule_meeting', 'meeting_security', 'in_meeting'), (pmi, part) => {
        const response = {
          schedule_meeting: {},
          [part]: { pmi_password: pmi, require_password_for_pmi_meetings: pmi },
        };
        for (const files of [[saved('user-settings', response)], [saved('user-settings', response), ...minimum]]) {
          assert.doesNotMatch(JSON.stringify(importProfile(files, { capturedAt })), /§/);
        }
      }),
    );
  });

  it('names of options that are awkward to write come back as they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (id, name) => {
        const profile = profileOf([saved('account-settings', flat(true, [{ id, name, default_option: true }]))]);
        assert.deepEqual(profile.options, [{ id, name, default: true }]);
      }),
    );
  });

  it('never fails, whatever the files hold', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), text: fc.oneof(fc.string(), fc.json()) })), (files) => {
        assert.ok(importProfile(files, { capturedAt }).state);
      }),
    );
  });
});
