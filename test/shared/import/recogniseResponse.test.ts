import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recogniseResponse } from '../../../shared/import/recogniseResponse.ts';
import { say } from '../../../shared/text.ts';
import { domains, flat, nested, requirement, saved, security, signIn } from '../../support/savedResponses.ts';

/** `account settings: waitingRoom true, …`, what is read in the order of the texts; or why nothing is. */
function recognised(name: string, content: unknown, level?: 'account' | 'group' | 'user'): string {
  const answer = recogniseResponse(saved(name, content, level));
  if ('problem' in answer) return say(answer.problem);
  if ('unused' in answer) return say(answer.unused);
  if ('levelOf' in answer) return `whose is ${answer.levelOf}?`;
  const readings = answer.readings.map(({ about, value }) => `${about} ${typeof value === 'object' ? 'read' : value}`);
  return `${answer.level} ${answer.kind} ${answer.places.join('+')}: ${readings.join(', ')}`;
}

const optionless = {
  schedule_meeting: {
    require_password_for_scheduling_new_meetings: true,
    require_password_for_instant_meetings: true,
    require_password_for_pmi_meetings: 'jbh_only',
  },
};
const optionlessLock = {
  schedule_meeting: {
    meeting_authentication: true,
    require_password_for_scheduling_new_meetings: false,
    require_password_for_instant_meetings: false,
    require_password_for_pmi_meetings: true,
  },
};
const four = { auto_security: true, waiting_room: false, meeting_password: true, pmi_password: false };
const all = 'requireSecurityOption true, waitingRoom false, passcode true, personalPasscode false';

describe('each response by name and shape', () => {
  for (const [what, name, content, expected] of [
    ['account settings, security', 'account-settings', security(four), `account settings meeting_security: ${all}`],
    [
      'account settings, authentication',
      'accounts-me-settings',
      flat(true),
      'account settings meeting_authentication: authentication true, options read',
    ],
    [
      'account settings, no option',
      'account-settings',
      optionless,
      'account settings without option: passcode true, personalPasscode jbh_only',
    ],
    [
      'account locks, security',
      'account-lock_settings',
      security(four),
      `account lock_settings meeting_security: ${all}`,
    ],
    [
      'account locks, no option',
      'account-locks',
      optionlessLock,
      'account lock_settings without option: passcode false, personalPasscode true, authentication true',
    ],
    ['group settings, security', 'groups-7-settings', security(four), `group settings meeting_security: ${all}`],
    [
      'group settings, authentication',
      'group-settings',
      flat(false),
      'group settings meeting_authentication: authentication false, options read',
    ],
    [
      'group settings, no option',
      'group-settings',
      { ...optionless, in_meeting: { waiting_room: true } },
      'group settings without option: waitingRoom true, passcode true, personalPasscode jbh_only',
    ],
    ['group locks, security', 'groups-x-lock-settings', security(four), `group lock_settings meeting_security: ${all}`],
    [
      'group locks, no option',
      'group-locks',
      { ...optionlessLock, in_meeting: { waiting_room: true } },
      'group lock_settings without option: waitingRoom true, passcode false, personalPasscode true, authentication true',
    ],
    [
      'user settings, security',
      'user_settings',
      security({ ...four, meeting_password_requirement: requirement }),
      `user settings meeting_security: ${all}, requirement read`,
    ],
    [
      'user settings, authentication, flat',
      'user_settings',
      flat(false),
      'user settings meeting_authentication: authentication false, options read',
    ],
    [
      'user settings, authentication, nested',
      'user_settings',
      nested(true),
      'user settings meeting_authentication: authentication true, options read',
    ],
    [
      'user settings, no option',
      'user_settings',
      { ...optionless, in_meeting: { waiting_room: false } },
      'user settings without option: waitingRoom false, passcode true, personalPasscode jbh_only',
    ],
  ] as const) {
    it(what, () => assert.equal(recognised(name, content), expected));
  }
});

describe('the level by shape where the name is silent, else by what the user says', () => {
  const pmi = { schedule_meeting: { ...optionless.schedule_meeting, pmi_password: 'example-3' } };
  for (const [what, content, expected] of [
    ['the passcode of a personal meeting', pmi, /^user settings/],
    ['the nested answer', nested(true), /^user settings/],
    ['waiting_room_options', security({ ...four, waiting_room_options: { enable: true } }), /^account settings/],
    [
      'a lock on in_meeting.waiting_room',
      { ...optionlessLock, in_meeting: { waiting_room: true } },
      /^group lock_settings/,
    ],
    ['nothing', flat(true), /^whose is answer\.json\?$/],
  ] as const) {
    it(what, () => assert.match(recognised('answer', content), expected));
  }

  it('what the user says counts last', () => {
    assert.match(recognised('answer', flat(true), 'group'), /^group settings/);
    assert.match(recognised('account-settings', flat(true), 'group'), /^account settings/);
    assert.match(recognised('answer', nested(true), 'group'), /^user settings/);
  });
});

describe('settings or locks', () => {
  it('by shape where the name is silent', () => {
    assert.match(recognised('account', optionless), /^account settings/);
    assert.match(recognised('account', optionlessLock), /^account lock_settings/);
    assert.match(recognised('account', flat(true)), /^account settings/);
    assert.match(
      recognised('account', security({ ...four, meeting_password_requirement: requirement })),
      /^account settings/,
    );
  });

  it('where both look the same, the name has to say it', () => {
    assert.equal(
      recognised('account', security(four)),
      'account.json: settings and lock_settings look the same here; put "settings" or "lock_settings" into the name of the file.',
    );
  });

  it('a name that contradicts the content is not believed', () => {
    assert.equal(
      recognised('account-locks', flat(true)),
      'account-locks.json: the name says lock_settings, but the content is that of settings.',
    );
    assert.equal(
      recognised('account-settings', optionlessLock),
      'account-settings.json: the name says settings, but the content is that of lock_settings.',
    );
  });

  it('users have no locks', () => {
    assert.match(
      recognised('user-lock_settings', security(four)),
      /^user-lock_settings\.json: Zoom has no lock_settings for users/,
    );
  });
});

describe('oddities', () => {
  const account = (content: unknown) => recognised('account-settings', content);

  it('booleans as strings', () => {
    assert.equal(
      account(security({ waiting_room: 'false', meeting_password: 'true' })),
      'account settings meeting_security: waitingRoom false, passcode true',
    );
    assert.match(account(flat('true')), /authentication true/);
  });

  it('other values are none', () => {
    assert.equal(
      account(security({ waiting_room: 1, meeting_password: 'yes', auto_security: null })),
      'account settings meeting_security: ',
    );
  });

  it('the passcode of personal meeting IDs: a word in settings, a boolean in lock_settings', () => {
    for (const [kind, value, expected] of [
      ['settings', 'all', 'personalPasscode true'],
      ['settings', 'none', 'personalPasscode false'],
      ['settings', 'jbh_only', 'personalPasscode jbh_only'],
      ['settings', 'some', ''],
      ['settings', 'constructor', ''],
      ['settings', true, ''],
      ['settings', null, ''],
      ['lock_settings', true, 'personalPasscode true'],
      ['lock_settings', 'false', 'personalPasscode false'],
      ['lock_settings', 1, ''],
    ] as const)
      assert.equal(
        recognised(`account-${kind}`, { schedule_meeting: { require_password_for_pmi_meetings: value } }),
        `account ${kind} without option: ${expected}`,
      );
  });

  it('pmi_password without an option is the passcode itself: it is not even taken for a flag', () => {
    for (const passcode of ['example-5', 'true', 'false', 'all'])
      assert.equal(
        recognised('user-settings', { schedule_meeting: { pmi_password: passcode } }),
        'user settings without option: ',
      );
  });

  it('scheduled and instant meetings that differ tell nothing', () => {
    const split = { require_password_for_scheduling_new_meetings: true, require_password_for_instant_meetings: false };
    assert.equal(account({ schedule_meeting: split }), 'account settings without option: ');
  });

  it('the web client and the old sign-in rule are other settings', () => {
    assert.equal(
      account(security({ only_authenticated_can_join_from_webclient: true })),
      'account settings meeting_security: ',
    );
    assert.equal(
      account({ schedule_meeting: { enforce_login: true } }),
      'account-settings.json is not used: it is not a response with meeting security settings.',
    );
  });

  it('wrapped, and among unknown keys', () => {
    for (const wrap of [
      (body: object) => ({ status: 200, headers: { date: 'x' }, data: body }),
      (body: object) => [{ response: { body } }],
      (body: object) => ({ ...body, no_such_thing: { deep: [1] } }),
    ])
      assert.equal(account(wrap(security(four))), `account settings meeting_security: ${all}`);
  });

  it('options: id, name and default, and nothing else', () => {
    const answer = recogniseResponse(
      saved('account-settings', flat(true, [signIn, domains, { name: 'no id' }, ['text']])),
    );
    assert.ok('readings' in answer);
    assert.deepEqual(answer.readings.find(({ about }) => about === 'options')?.value, [
      { id: 'signIn_Qe5Xr', name: 'Signed in', default: true },
      { id: 'domains_Ub2Kp', name: 'Pupils', default: false },
    ]);
  });

  it('the rules for passcodes: known keys of the right type', () => {
    const rules = { ...requirement, length: -1, have_letter: 'true', have_number: 3, minimum_password_length: 8 };
    const answer = recogniseResponse(saved('user-settings', security({ meeting_password_requirement: rules })));
    assert.ok('readings' in answer);
    const { length: _, have_number: __, ...kept } = requirement;
    assert.deepEqual(answer.readings[0]?.value, kept);
  });
});

describe('what is not a response', () => {
  for (const [what, content, expected] of [
    ['nothing', ' ', 'x.json is empty.'],
    ['broken JSON', '{ "meeting_security": { "waiting_room": true }', 'x.json is not valid JSON.'],
    [
      'an error of Zoom',
      { code: 4711, message: 'Invalid access token' },
      'x.json is an error response from Zoom (code 4711), often a missing scope. Check the scope and repeat the call.',
    ],
    ['a list', [1, 2], 'x.json is not used: it is not a response with meeting security settings.'],
    [
      'a meeting',
      { settings: { waiting_room: true, meeting_authentication: true } },
      'x.json is not used: it is not a response with meeting security settings.',
    ],
    [
      'recording_authentication',
      { recording_authentication: true, authentication_options: [signIn] },
      'x.json is not used: it is not a response with meeting security settings.',
    ],
    [
      'an error of Zoom that names the scope',
      { code: 104, message: 'Invalid access token, does not contain scopes:[account:read:admin]' },
      'x.json is an error response from Zoom (code 104), often a missing scope. Check the scope and repeat the call.',
    ],
    [
      'an error of Zoom, wrapped, with the code as a string',
      { status: 404, data: { code: '1001', message: 'User does not exist: someone@example.org' } },
      'x.json is an error response from Zoom (code 1001). Repeat the call.',
    ],
    ['an object', {}, 'x.json is not used: it is not a response with meeting security settings.'],
    [
      'option=security',
      { security: { password_requirement: { minimum_password_length: 9 } } },
      'x.json is not used: it is not a response with meeting security settings.',
    ],
    [
      'the regions of data centers, which are in in_meeting, too',
      { in_meeting: { custom_data_center_regions: true, data_center_regions: ['EU'] } },
      'x.json is not used: it is not a response with meeting security settings.',
    ],
    [
      'the list of groups',
      { total_records: 1, groups: [{ id: 'g1', name: 'Staff', total_members: 4 }] },
      'x.json is not used: it is not a response with meeting security settings.',
    ],
    [
      'two at once',
      { settings: flat(true), lock_settings: optionlessLock },
      'x.json contains several responses; save each in a file of its own.',
    ],
  ] as const) {
    it(what, () => assert.equal(recognised('x', content), expected));
  }
});
