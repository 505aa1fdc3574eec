import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readName } from '../../../shared/import/fileName.ts';

describe('what the name of a saved response says', () => {
  // biome-ignore format: a table is read by its columns
  for (const [name, level, kind, rest] of [
    // name                                             level      kind             rest
    ['account-settings-meeting_security.json',          'account', 'settings',      ''],
    ['accounts_me_lock_settings.json',                  'account', 'lock_settings', ''],
    ['AccountLockSettings.json',                        'account', 'lock_settings', ''],
    ['groups-sales-settings-meeting_authentication.json', 'group', 'settings',      'sales'],
    ['groups-sales-lock_settings-optionless.json',      'group',   'lock_settings', 'sales'],
    ['group1-settings.json',                            'group',   'settings',      'group1'],
    ['GROUP Vertrieb Süd locks.json',                   'group',   'lock_settings', 'vertrieb-süd'],
    ['user_settings.jsonc',                             'user',    'settings',      ''],
    ['users-r4T-settings.json',                         'user',    'settings',      'r4t'],
    ['/home/users/groups/settings.json',                undefined, 'settings',      ''],
    ['C:\\Users\\x\\locks.json',                        undefined, 'lock_settings', ''],
    ['block-list.json',                                 undefined, undefined,       'block-list'],
    ['accounting.json',                                 undefined, undefined,       'accounting'],
    ['accounts-4Fk-users-r4T-settings.json',            'user',    'settings',      '4fk-r4t'],
    ['accounts_4Fk_groups_9_lock_settings.json',        'group',   'lock_settings', '4fk-9'],
    ['users-of-accounts-settings.json',                 undefined, 'settings',      'of'],
    ['account-of-a-user-settings.json',                 undefined, 'settings',      'of-a'],
    ['response.json',                                   undefined, undefined,       ''],
    ['',                                                undefined, undefined,       ''],
  ] as const) {
    it(name || 'nothing', () => assert.deepEqual(readName(name), { level, kind, rest }));
  }
});
