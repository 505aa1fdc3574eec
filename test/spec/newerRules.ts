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
import type { Sent } from '../../shared/model/security.ts';

type NewerCell = 'on' | 'off' | 'account' | 'new';
type NewerRow = readonly [locks: string, NewerCell, NewerCell, NewerCell];

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

export interface ExpectedOptions {
  readonly waitingRoom: boolean;
  readonly passcode: boolean;
  readonly authentication: boolean;
}

/** What the account has on where the request does not say. */
interface AccountValues {
  readonly waitingRoom: boolean;
  readonly passcode: boolean;
}

/** The row, and then the last step of the tables. */
export function readNewer(row: NewerRow, sent: Sent, value: AccountValues): ExpectedOptions {
  const [locks, waitingRoomCell] = row;
  const [w, p, a] = [...locks];
  const lockedOrSent = (lock: string | undefined, given: boolean) => lock === 'E' || (lock === 'U' && given);
  const untold = sent.waiting_room === undefined && !sent.password;
  const stored = {
    waitingRoom: untold ? read(waitingRoomCell, value.waitingRoom) : lockedOrSent(w, sent.waiting_room === true),
    passcode: sent.password ? p !== 'D' : read(passcodeCell(row, sent), value.passcode),
    authentication: lockedOrSent(a, sent.meeting_authentication === true),
  };
  if (Object.values(stored).includes(true)) return stored;
  if (w !== 'D') return { ...stored, waitingRoom: true };
  return p !== 'D' ? { ...stored, passcode: true } : { ...stored, authentication: true };
}

function passcodeCell([, , usual, declined]: NewerRow, { default_password }: Sent): NewerCell {
  return default_password === false ? declined : usual;
}

function read(cell: NewerCell, ofAccount: boolean): boolean {
  return cell === 'account' ? ofAccount : cell !== 'off';
}
