import type { Path } from '../finding.ts';

/** The words of the field: what Zoom's rules speak about. */

export type Operation = 'create' | 'update';

/** A setting of the account as the host meets it: enforced on, enforced off, or left to each meeting. */
export type Lock = 'enabled-locked' | 'disabled-locked' | 'unlocked';

export const locks: readonly Lock[] = ['enabled-locked', 'disabled-locked', 'unlocked'];

export type Setting = 'waitingRoom' | 'passcode' | 'authentication';

export const settings: readonly Setting[] = ['waitingRoom', 'passcode', 'authentication'];

/** What Zoom's rules are taken to be: its tables of December 2020, or those with what Zoom has announced since. */
export const ruleSets = ['2020-12-20', '2025-03-24'] as const;
export type RuleSet = (typeof ruleSets)[number];

export type FieldName = 'waiting_room' | 'meeting_authentication' | 'password' | 'authentication_option';

export interface FieldFacts {
  readonly name: FieldName;
  /** Where Zoom reads it; anywhere else it is ignored without a word. */
  readonly path: Path;
  readonly type: 'boolean' | 'string';
  readonly setting: Setting;
}

export const fields: readonly FieldFacts[] = [
  { name: 'waiting_room', path: ['settings', 'waiting_room'], type: 'boolean', setting: 'waitingRoom' },
  { name: 'password', path: ['password'], type: 'string', setting: 'passcode' },
  {
    name: 'meeting_authentication',
    path: ['settings', 'meeting_authentication'],
    type: 'boolean',
    setting: 'authentication',
  },
  {
    name: 'authentication_option',
    path: ['settings', 'authentication_option'],
    type: 'string',
    setting: 'authentication',
  },
];

export function fieldFacts(name: FieldName): FieldFacts {
  return fields.find((each) => each.name === name) as FieldFacts;
}

/** Whether a meeting uses the host's personal meeting ID. unsaid: nobody says so, and it may. unknown: it is meant to, and may not. */
export type PersonalUse = boolean | 'unsaid' | 'unknown';

/** What a request says. Absent, `null` and values of the wrong type are not given; an empty string is kept apart. */
export interface Sent {
  readonly waiting_room?: boolean;
  readonly password?: string;
  readonly meeting_authentication?: boolean;
  readonly authentication_option?: string;
  /** Create only: whether Zoom makes up a passcode where none is given. */
  readonly default_password?: boolean;
  /** Update only: the request is for one occurrence of a meeting (`?occurrence_id=…`), which no body says. */
  readonly occurrence?: true;
}

/** Of the fields that steer the prediction, those whose values are filled in later: what is written there until then. */
export type Open = Readonly<Partial<Record<FieldName | 'default_password' | 'use_pmi' | 'type', string>>>;

/** Whether the request says anything of the four fields. */
export function namesAny(sent: Sent): boolean {
  return fields.some(({ name }) => sent[name] !== undefined);
}

/** Whether the request can change the field: of the four, Zoom's reference lets an occurrence change the Waiting Room. */
export function reaches({ occurrence }: Sent, name: FieldName): boolean {
  return !occurrence || name === 'waiting_room';
}

/** Something that is there or not; `value` where it is known. */
export interface Held {
  readonly set: boolean;
  readonly value?: string;
}

/** Stands in a meeting file for a passcode that is set. Longer than any passcode, so that it can be none itself. */
export const keptPasscodeMark = '<set, not kept>';

/** The meeting before an update. */
export interface Meeting {
  readonly waiting_room: boolean;
  readonly password: Held;
  readonly meeting_authentication: boolean;
  readonly authentication_option: Held;
  /** What GET answers about a personal meeting ID; undefined where it says nothing of it. */
  readonly use_pmi?: boolean;
  readonly type?: number;
}
