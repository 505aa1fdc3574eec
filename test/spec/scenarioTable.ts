/**
 * Zoom's 23 + 23 rows, typed from its page and independent of the engine. One row a line.
 *
 * Locks: E enabled and locked · D disabled and locked · U not locked; Waiting Room, passcode, authentication.
 *
 * Cells, by what the request says (– in a heading: the field is not given):
 *   on, off     the option is on or off whatever was sent
 *   sent        the value that was sent is applied
 *   new         Zoom generates a passcode
 *   default     Zoom's default authentication option
 *   own         as the meeting had it before: its value, or nothing
 *   own|new     the meeting's own passcode, or a generated one where it had none
 *   own|default the meeting's own option, or the default one where it had none
 *   sent|own    sent together with meeting_authentication true, own without it
 *   –           the page is silent: no value is asserted, and the engine must call it inferred
 * The cells of the option speak of a meeting whose authentication is on; where it is off there is none.
 *
 * Last column: when Zoom steps in, and what it does then. It goes before the cells. P refused: `null` or `""`, Zoom's way to
 * disable a passcode; the page does not say that leaving it out is such an attempt.
 */
import type { Held } from '../../shared/model/security.ts';

export type FlagCell = 'on' | 'off' | 'own' | '–';
export type TextCell = 'sent' | 'off' | 'new' | 'default' | 'own' | 'own|new' | 'own|default' | 'sent|own' | '–';
type CreateRule =
  | ''
  | 'no P given: W on'
  | 'W false, A false: W on'
  | 'nothing enabled: W on'
  | 'no P given, A false: P new';
type UpdateRule =
  | ''
  | 'W false, A false: W on'
  | 'W false, P empty: W on'
  | 'P refused, A false: as before, else P new'
  | 'W false, P refused, A false: as before, else W on';

type F = FlagCell;
type T = TextCell;
export type CreateRow = readonly [number, string, F, F, F, T, T, F, F, F, F, T, T, CreateRule];
export type UpdateRow = readonly [number, string, F, F, F, T, T, T, F, F, F, F, T, T, UpdateRule];

/** What a cell stands for: of what was sent, and what the meeting had. The default option is `opt-default`. */
export function holdingIn(cell: TextCell, sent: string | null | undefined, own: Held): Held {
  switch (cell) {
    case 'sent':
      return { set: true, value: sent as string };
    case 'own':
      return own;
    case 'own|new':
      return own.set ? own : { set: true };
    case 'own|default':
      return own.set ? own : { set: true, value: 'opt-default' };
    case 'new':
      return { set: true };
    case 'default':
      return { set: true, value: 'opt-default' };
    default:
      return { set: false };
  }
}

// biome-ignore format: a table is read by its columns
export const createRows: readonly CreateRow[] = [
  // row locks      waiting_room          password         meeting_authentication             authentication_option  Zoom steps in
  //                true   false  –       given   –        true+option  true   false  –       given   –
  [ 1, 'EEE',       'on',  'on',  'on',   'sent', 'new',   'on',        'on',  'on',  'on',   'sent', 'default',     ''],
  [ 2, 'DUU',       'off', 'off', 'off',  'sent', '–',     'on',        '–',   'off', '–',    'sent', '–',           'no P given, A false: P new'],
  [ 3, 'UUD',       '–',   '–',   '–',    '–',    '–',     'off',       'off', 'off', 'off',  '–',    '–',           'no P given: W on'],
  [ 4, 'UDU',       '–',   '–',   '–',    'off',  'off',   '–',         '–',   '–',   '–',    '–',    '–',           'W false, A false: W on'],
  [ 5, 'DDU DDE',   'off', 'off', 'off',  'off',  'off',   'on',        'on',  'on',  'on',   'sent', 'default',     ''],
  [ 6, 'DUD DED',   'off', 'off', 'off',  'sent', 'new',   'off',       'off', 'off', 'off',  '–',    '–',           ''],
  [ 7, 'UDD EDD',   'on',  'on',  'on',   'off',  'off',   'off',       'off', 'off', 'off',  '–',    '–',           ''],
  [ 8, 'EUU',       'on',  'on',  'on',   'sent', 'off',   'on',        '–',   'off', 'off',  'sent', '–',           ''],
  [ 9, 'UEU',       '–',   '–',   '–',    'sent', 'new',   'on',        '–',   'off', 'off',  'sent', '–',           ''],
  [10, 'UUE',       'on',  'off', '–',    'sent', 'off',   'on',        'on',  'on',  'on',   'sent', 'default',     ''],
  [11, 'EEU',       'on',  'on',  'on',   'sent', 'new',   'on',        '–',   'off', '–',    'sent', '–',           ''],
  [12, 'EUE',       'on',  'on',  'on',   'sent', 'off',   'on',        'on',  'on',  'on',   'sent', 'default',     ''],
  [13, 'UEE',       'on',  'off', 'off',  'sent', 'new',   'on',        'on',  'on',  'on',   'sent', 'default',     ''],
  [14, 'UED',       'on',  'off', 'off',  'sent', 'new',   'off',       'off', 'off', 'off',  '–',    '–',           ''],
  [15, 'UDE',       'on',  'off', 'off',  'off',  'off',   'on',        'on',  'on',  'on',   'sent', 'default',     ''],
  [16, 'EUD',       'on',  'on',  'on',   'sent', 'off',   'off',       'off', 'off', 'off',  '–',    '–',           ''],
  [17, 'DUE',       'off', 'off', 'off',  'sent', 'off',   'on',        'on',  'on',  'on',   'sent', 'default',     ''],
  [18, 'EDU',       'on',  'on',  'on',   'off',  'off',   'on',        '–',   'off', '–',    'sent', '–',           ''],
  [19, 'DEU',       'off', 'off', 'off',  'sent', 'new',   'on',        '–',   'off', '–',    'sent', '–',           ''],
  [20, 'DEE',       'off', 'off', 'off',  'sent', 'new',   'on',        'on',  'on',  'on',   'sent', 'default',     ''],
  [21, 'EDE',       'on',  'on',  'on',   'off',  'off',   'on',        'on',  'on',  'on',   'sent', 'default',     ''],
  [22, 'EED',       'on',  'on',  'on',   'sent', 'new',   'off',       'off', 'off', 'off',  '–',    '–',           ''],
  [23, 'UUU',       'on',  'off', '–',    'sent', 'off',   'on',        'on',  'off', '–',    'sent', '–',           'nothing enabled: W on'],
];

// biome-ignore format: a table is read by its columns
export const updateRows: readonly UpdateRow[] = [
  // row locks      waiting_room          password                    meeting_authentication       authentication_option    Zoom steps in
  //                true   false  –       given   –          ""         true+option true  false –    given       –
  [ 1, 'EEE',       'on',  'on',  'on',   'sent', 'own|new', 'own|new', 'on',  'on',  'on',  'on',  'sent',     'own|default', ''],
  [ 2, 'DUU',       'off', 'off', 'off',  '–',    '–',       '–',       '–',   '–',   '–',   '–',   '–',        '–',           'P refused, A false: as before, else P new'],
  [ 3, 'UDU',       '–',   '–',   '–',    'off',  'off',     'off',     '–',   '–',   '–',   '–',   '–',        '–',           'W false, A false: W on'],
  [ 4, 'UUD',       '–',   '–',   '–',    '–',    '–',       '–',       'off', 'off', 'off', 'off', '–',        '–',           'W false, P empty: W on'],
  [ 5, 'DDU DDE',   'off', 'off', 'off',  'off',  'off',     'off',     'on',  'on',  'on',  'on',  'sent',     'own|default', ''],
  [ 6, 'DUD DED',   'off', 'off', 'off',  'sent', 'own|new', 'own|new', 'off', 'off', 'off', 'off', '–',        '–',           ''],
  [ 7, 'UDD EDD',   'on',  'on',  'on',   'off',  'off',     'off',     'off', 'off', 'off', 'off', '–',        '–',           ''],
  [ 8, 'EUU',       'on',  'on',  'on',   'sent', '–',       '–',       'on',  'on',  'off', '–',   '–',        '–',           ''],
  [ 9, 'UEU',       'on',  'off', '–',    'sent', 'own|new', 'own|new', 'on',  'on',  'off', '–',   '–',        '–',           ''],
  [10, 'UUE',       'on',  'off', '–',    'sent', '–',       '–',       'on',  'on',  'on',  'on',  'sent',     'own|default', ''],
  [11, 'EEU',       'on',  'on',  'on',   'sent', 'own|new', 'own|new', 'on',  'on',  'off', '–',   'sent',     '–',           ''],
  [12, 'EUE',       'on',  'on',  'on',   'sent', '–',       '–',       'on',  'on',  'on',  'on',  'sent',     'own|default', ''],
  [13, 'UEE',       '–',   '–',   '–',    'sent', 'own|new', 'own|new', 'on',  'on',  'on',  'on',  'sent',     'own|default', ''],
  [14, 'UED',       '–',   '–',   '–',    'sent', 'own|new', 'own|new', 'off', 'off', 'off', 'off', '–',        '–',           ''],
  [15, 'UDE',       '–',   '–',   '–',    'off',  'off',     'off',     'on',  'on',  'on',  'on',  'sent',     'own|default', ''],
  [16, 'EUD',       'on',  'on',  'on',   'sent', 'own',     '–',       'off', 'off', 'off', 'off', '–',        '–',           ''],
  [17, 'DUE',       'off', 'off', 'off',  'sent', 'own',     'own',     'on',  'on',  'on',  'on',  'sent',     'own|default', ''],
  [18, 'EDU',       'on',  'on',  'on',   'off',  'off',     'off',     'on',  'own', '–',   'own', 'sent|own', 'own',         ''],
  [19, 'DEU',       'off', 'off', 'off',  'sent', 'own|new', 'own|new', 'on',  'own', '–',   'own', 'sent|own', 'own',         ''],
  [20, 'DEE',       'off', 'off', 'off',  'sent', 'own|new', 'own|new', 'on',  'on',  'on',  'on',  'sent',     'own|default', ''],
  [21, 'EDE',       'on',  'on',  'on',   'off',  'off',     'off',     'on',  'on',  'on',  'on',  'sent',     'own|default', ''],
  [22, 'EED',       'on',  'on',  'on',   'sent', 'own|new', 'own|new', 'off', 'off', 'off', 'off', '–',        '–',           ''],
  [23, 'UUU',       '–',   '–',   '–',    '–',    '–',       '–',       '–',   '–',   '–',   '–',   '–',        '–',           'W false, P refused, A false: as before, else W on'],
];
