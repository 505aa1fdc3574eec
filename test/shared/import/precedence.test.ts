import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importProfile } from '../../../shared/import/importProfile.ts';
import type { GroupModel } from '../../../shared/import/precedence.ts';
import type { SavedResponse } from '../../../shared/import/recogniseResponse.ts';
import { parse } from '../../../shared/json/parse.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import { say } from '../../../shared/text.ts';
import { saved, security } from '../../support/savedResponses.ts';

/**
 * Zoom's precedence (reference, section 3.3), one case a row, played with each of the settings.
 *
 * A cell is what the responses of a level say: value and lock, + on, - off, ? not known, L locked, U not locked.
 *   `+L` on and locked   `-U` off and not locked   `?L` locked, to what is not known   `+?` on, lock not known
 *   `.`  the calls were made and do not name the setting   empty: no response at all
 * Groups are given in the order of the cells. Expected: the locks that may hold, E, D, U.
 */
type Row = readonly [account: string, groups: string, user: string, model: GroupModel | '', expected: string];

// biome-ignore format: a table is read by its columns
const rows: readonly Row[] = [
  // account groups         user  model       locks   why
  ['+L',     '',            '',   '',         'E'],   // locked to the level's value
  ['-L',     '',            '',   '',         'D'],
  ['+U',     '',            '',   '',         'U'],
  ['-U',     '',            '',   '',         'U'],
  ['-L',     '+L',          '',   '',         'D'],   // an account lock beats everything
  ['+L',     '-L',          '-',  '',         'E'],
  ['+L',     '-L +L',       '-',  'legacy',   'E'],
  ['+L',     '-L +L',       '-',  'priority', 'E'],
  ['-U',     '+L',          '',   '',         'E'],   // a group lock binds members, whatever the user has
  ['+U',     '-L',          '+',  '',         'D'],
  ['+U',     '+U',          '-',  '',         'U'],
  ['-U',     '+L +U',       '',   'legacy',   'E'],   // legacy: the value is the primary group's, and locked in any is locked
  ['-U',     '+L -U',       '',   'legacy',   'E'],
  ['-U',     '+U +L',       '',   'legacy',   'E'],
  ['-U',     '+U -U +L',    '',   'legacy',   'E'],
  ['-U',     '+U -L',       '',   'legacy',   'ED'],  //         to which value, if they differ, is documented nowhere
  ['-U',     '-U +L',       '',   'legacy',   'ED'],
  ['-U',     '+L -L',       '',   'legacy',   'ED'],
  ['-U',     '+U +L -L',    '',   'legacy',   'ED'],
  ['-U',     '+U -L',       '-',  'legacy',   'D'],   //         but the user's response shows it
  ['-U',     '. +L',        '',   'legacy',   'ED'],  //         what a group does not name comes from the account
  ['+U',     '. +L',        '',   'legacy',   'E'],
  ['-U',     '+U -U',       '',   'legacy',   'U'],
  ['-U',     '+L -L',       '',   'priority', 'E'],   // new: the first group that manages the setting decides
  ['-U',     '-U +L',       '',   'priority', 'U'],   //      and a lock further down is void
  ['-U',     '. +L',        '',   'priority', 'E'],
  ['-U',     '. .',         '',   'priority', 'U'],
  ['-U',     '+L -U',       '',   '',         'E'],   // it is not said which, and both agree
  ['-U',     '+U -U',       '',   '',         'U'],
  ['-U',     '-U +L',       '',   '',         'EDU'], // legacy ED, new U
  ['-U',     '+U +L',       '',   '',         'EU'],
  ['+U',     '. -L',        '',   '',         'ED'],
  ['?L',     '',            '',   '',         'ED'],  // what is not known stays open
  ['+?',     '',            '',   '',         'EU'],
  ['-?',     '',            '',   '',         'DU'],
  ['?U',     '',            '',   '',         'U'],
  ['?U',     '+L',          '',   '',         'E'],
  ['-?',     '+L',          '',   '',         'ED'],  // the account may lock it off; if it does not, the group locks it on
  ['+?',     '+L',          '',   '',         'E'],
  ['',       '+L',          '',   '',         'ED'],  // there always is an account, and it may lock it to either
  ['',       '+U',          '',   '',         'EDU'],
  ['',       '',            '+',  '',         'EU'],  // the user's response shows what is in effect, locked or not
  ['',       '',            '-',  '',         'DU'],
  ['-?',     '',            '+',  '',         'EU'],
  ['?L',     '',            '+',  '',         'E'],
  ['+L',     '',            '-',  '',         'E'],   // but a lock that is known counts
  ['+U',     '?L',          '',   '',         'ED'],
  ['+U',     '-?',          '',   '',         'DU'],
  ['+U',     '+? -L',       '',   'legacy',   'ED'],
  ['+U',     '+? +L',       '',   'legacy',   'E'],
  ['+U',     '+U -?',       '',   'legacy',   'EDU'],
  ['+U',     '+? -L',       '',   'priority', 'EU'],
];

const settings = {
  waitingRoom: {
    settings: (on: boolean) => security({ waiting_room: on }),
    lock: (on: boolean) => security({ waiting_room: on }),
  },
  passcode: {
    settings: (on: boolean) => security({ meeting_password: on }),
    lock: (on: boolean) => security({ meeting_password: on }),
  },
  personalPasscode: {
    settings: (on: boolean) => security({ pmi_password: on }),
    lock: (on: boolean) => security({ pmi_password: on }),
  },
  authentication: {
    settings: (on: boolean) => ({ meeting_authentication: on, allow_authentication_exception: false }),
    lock: (on: boolean) => ({ schedule_meeting: { meeting_authentication: on } }),
  },
};
type Setting = keyof typeof settings;

function responses(name: string, cell: string, setting: Setting): readonly SavedResponse[] {
  const { settings: value, lock } = settings[setting];
  if (cell === '.')
    return [
      saved(`${name}-settings`, security({})),
      saved(`${name}-settings`, {
        meeting_authentication: null,
        allow_authentication_exception: true,
      }),
    ];
  const [on = '?', locked = '?'] = [...cell];
  return [
    ...(/[+-]/.test(on) ? [saved(`${name}-settings`, value(on === '+'))] : []),
    ...(/[LU]/.test(locked) ? [saved(`${name}-lock_settings`, lock(locked === 'L'))] : []),
  ];
}

function filesFor([account, groups, user]: Row, setting: Setting): readonly SavedResponse[] {
  return [
    ...groups.split(' ').flatMap((cell, index) => (cell ? responses(`group-${'abc'[index]}`, cell, setting) : [])),
    ...(user ? responses('user', user, setting) : []),
    ...(account ? responses('account', account, setting) : []),
  ];
}

const letters = { 'enabled-locked': 'E', 'disabled-locked': 'D', unlocked: 'U' };

describe('precedence', () => {
  for (const row of rows)
    for (const setting of Object.keys(settings) as Setting[]) {
      const [account, groups, user, model, expected] = row;
      it(`${setting} | account ${account} · groups ${groups} · user ${user} · ${model} | ${expected}`, () => {
        const imported = importProfile(filesFor(row, setting), {
          groups: model || undefined,
          capturedAt: '2026-11-24',
        });
        assert.ok(imported.state === 'profile', JSON.stringify(imported));
        const profile = readProfile(parse(say(imported.text)));
        assert.deepEqual(profile.problems, []);
        const { locks } = setting === 'personalPasscode' ? profile.personalPasscode : profile.settings[setting];
        assert.equal(locks.map((lock) => letters[lock]).join(''), expected);
      });
    }
});

describe('the value where nothing is locked', () => {
  const of = (...row: Row) => {
    const imported = importProfile(filesFor(row, 'waitingRoom'), { groups: row[3] || undefined, capturedAt: '' });
    assert.ok(imported.state === 'profile');
    return /"waitingRoom": (.*),/.exec(say(imported.text))?.[1];
  };

  it("is the user's own", () => {
    assert.equal(of('-U', '-U', '+', '', 'U'), '{ "enabled": true, "locked": false }');
    assert.equal(of('+U', '', '-', '', 'U'), '{ "enabled": false, "locked": false }');
  });

  it("without the user, the group's, else the account's", () => {
    assert.equal(of('-U', '+U', '', '', 'U'), '{ "enabled": true, "locked": false }');
    assert.equal(of('+U', '', '', '', 'U'), '{ "enabled": true, "locked": false }');
    assert.equal(of('-U', '. +U', '', 'priority', 'U'), '{ "enabled": true, "locked": false }');
  });

  it('is left out where it is not known', () => {
    assert.equal(of('?U', '', '', '', 'U'), '{ "locked": false }');
  });
});
