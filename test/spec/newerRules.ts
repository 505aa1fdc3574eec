/**
 * What Zoom's current API reference and its announcement of March 2025 say, as a table over the 26 combinations of locks;
 * typed from these, independent of the engine. They speak of create requests alone, and of authentication not at all.
 * `default_password` is true when it is left out, so that the two are one column.
 *
 * Cells:
 *   on, off   whatever the account's own value is
 *   account   as the account has it; for a passcode: a generated one if the account has passcodes on
 *   new       Zoom generates a passcode
 * After them comes the last step of Zoom's tables: where nothing is on, Zoom turns something on.
 */
export type NewerCell = 'on' | 'off' | 'account' | 'new';
export type NewerRow = readonly [locks: string, NewerCell, NewerCell, NewerCell];

// biome-ignore format: a table is read by its columns
export const newerRows: readonly NewerRow[] = [
  // locks  waiting_room, where    password, where none is given; default_password
  //        no password is either  true        false
  ['EEE',   'on',                  'new',      'new'],
  ['EEU',   'on',                  'new',      'new'],
  ['EED',   'on',                  'new',      'new'],
  ['EUE',   'on',                  'account',  'off'],
  ['EUU',   'on',                  'account',  'off'],
  ['EUD',   'on',                  'account',  'off'],
  ['EDE',   'on',                  'off',      'off'],
  ['EDU',   'on',                  'off',      'off'],
  ['EDD',   'on',                  'off',      'off'],
  ['UEE',   'account',             'new',      'new'],
  ['UEU',   'account',             'new',      'new'],
  ['UED',   'account',             'new',      'new'],
  ['UUE',   'account',             'account',  'off'],
  ['UUU',   'account',             'account',  'off'],
  ['UUD',   'account',             'account',  'off'],
  ['UDE',   'account',             'off',      'off'],
  ['UDU',   'account',             'off',      'off'],
  ['UDD',   'account',             'off',      'off'],
  ['DEE',   'off',                 'new',      'new'],
  ['DEU',   'off',                 'new',      'new'],
  ['DED',   'off',                 'new',      'new'],
  ['DUE',   'off',                 'account',  'off'],
  ['DUU',   'off',                 'account',  'off'],
  ['DUD',   'off',                 'account',  'off'],
  ['DDE',   'off',                 'off',      'off'],
  ['DDU',   'off',                 'off',      'off'],
];
