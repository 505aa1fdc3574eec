/**
 * What Zoom has announced since March 2025, as a table over the 26 combinations of locks; typed from the announcement and
 * from Zoom's reference, independent of the engine. It speaks of create requests alone, and of authentication not at all.
 *
 * Cells:
 *   on, off   whatever the account's own value is
 *   account   as the account has it; for a passcode: a generated one if the account has passcodes on
 *   new       Zoom generates a passcode
 * After them comes the last step of Zoom's tables: where nothing is on, Zoom turns something on.
 */
export type NewerCell = 'on' | 'off' | 'account' | 'new';
export type NewerRow = readonly [locks: string, NewerCell, NewerCell, NewerCell, NewerCell];

// biome-ignore format: a table is read by its columns
export const newerRows: readonly NewerRow[] = [
  // locks  waiting_room, where    password, where none is given; default_password
  //        no password is either  not given   true    false
  ['EEE',   'on',                  'new',      'new',  'new'],
  ['EEU',   'on',                  'new',      'new',  'new'],
  ['EED',   'on',                  'new',      'new',  'new'],
  ['EUE',   'on',                  'account',  'new',  'off'],
  ['EUU',   'on',                  'account',  'new',  'off'],
  ['EUD',   'on',                  'account',  'new',  'off'],
  ['EDE',   'on',                  'off',      'off',  'off'],
  ['EDU',   'on',                  'off',      'off',  'off'],
  ['EDD',   'on',                  'off',      'off',  'off'],
  ['UEE',   'account',             'new',      'new',  'new'],
  ['UEU',   'account',             'new',      'new',  'new'],
  ['UED',   'account',             'new',      'new',  'new'],
  ['UUE',   'account',             'account',  'new',  'off'],
  ['UUU',   'account',             'account',  'new',  'off'],
  ['UUD',   'account',             'account',  'new',  'off'],
  ['UDE',   'account',             'off',      'off',  'off'],
  ['UDU',   'account',             'off',      'off',  'off'],
  ['UDD',   'account',             'off',      'off',  'off'],
  ['DEE',   'off',                 'new',      'new',  'new'],
  ['DEU',   'off',                 'new',      'new',  'new'],
  ['DED',   'off',                 'new',      'new',  'new'],
  ['DUE',   'off',                 'account',  'new',  'off'],
  ['DUU',   'off',                 'account',  'new',  'off'],
  ['DUD',   'off',                 'account',  'new',  'off'],
  ['DDE',   'off',                 'off',      'off',  'off'],
  ['DDU',   'off',                 'off',      'off',  'off'],
];
