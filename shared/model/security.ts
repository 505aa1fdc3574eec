import type { Path } from '../finding.ts';

/** The vocabulary of Zoom's rules. */

export type Operation = 'create' | 'update';

/** What an account setting does to the host's meetings: enforced on, enforced off, or left to each meeting. */
export type Lock = 'enabled-locked' | 'disabled-locked' | 'unlocked';

export const locks: readonly Lock[] = ['enabled-locked', 'disabled-locked', 'unlocked'];

export type Setting = 'waitingRoom' | 'passcode' | 'authentication';

export const settings: readonly Setting[] = ['waitingRoom', 'passcode', 'authentication'];

/**
 * The versions of Zoom's rules: its tables of December 2020, and those with what its API reference and its announcement of
 * March 2025 say of creates that give no passcode.
 */
export const ruleSets = ['2020-12-20', '2025-03-24'] as const;
export type RuleSet = (typeof ruleSets)[number];

export type FieldName = 'waiting_room' | 'meeting_authentication' | 'password' | 'authentication_option';

export interface FieldFacts {
  readonly name: FieldName;
  /** Where Zoom reads it; anywhere else it is silently ignored. */
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

/** Whether an update that writes the field may leave the meeting less secure than its author meant. */
export function mayUnsecure(operation: Operation, name: string): boolean {
  return operation === 'update' && (name === 'settings' || fields.some((each) => each.name === name));
}

export function fieldFacts(name: FieldName): FieldFacts {
  return fields.find((each) => each.name === name) as FieldFacts;
}

/** Whether a meeting uses the host's personal meeting ID. unsaid: not mentioned, but possible. unknown: requested, but maybe not possible. */
export type PersonalUse = boolean | 'unsaid' | 'unknown';

/** What a request says for certain. Absent fields, `null` and values of the wrong type are left out; an empty string is not. */
export interface Sent {
  readonly waiting_room?: boolean;
  /** `null` counts as not given. It is kept because in an update it is an attempt to remove the passcode. */
  readonly password?: string | null;
  readonly meeting_authentication?: boolean;
  readonly authentication_option?: string;
  /** Create only: whether Zoom makes up a passcode where none is given. */
  readonly default_password?: boolean;
  /** The Waiting Room that the template brings along which the request names, as it is assumed; it counts where none is given. */
  readonly template?: boolean;
  /** Update only: the request is for one occurrence of a meeting (`?occurrence_id=…`), which the body does not say. */
  readonly occurrence?: true;
}

/** Of the fields that the prediction depends on, those whose value is not known, and how it is written. */
export type Open = Readonly<Partial<Record<FieldName | 'default_password' | 'use_pmi' | 'type', string>>>;

/** Whether the field is on or off. Of the others Zoom stores a text, or none. */
export function isFlag(name: FieldName): name is 'waiting_room' | 'meeting_authentication' {
  return name === 'waiting_room' || name === 'meeting_authentication';
}

/** Whether the request has any of the four fields. */
export function namesAny(sent: Sent): boolean {
  return fields.some(({ name }) => sent[name] !== undefined);
}

/** Whether the request can change the field. By Zoom's reference, an update of one occurrence can only change the Waiting Room. */
export function reaches({ occurrence }: Sent, name: FieldName): boolean {
  return !occurrence || name === 'waiting_room';
}

/** Whether something is set; `value` where it is known. */
export interface Held {
  readonly set: boolean;
  readonly value?: string;
}

/** Neither `null` nor the empty text is set. */
export function held(value: string | null | undefined): Held {
  return value ? { set: true, value } : { set: false };
}

/** Written in a meeting file in place of a passcode that is set. Longer than any passcode, so that it cannot be one. */
export const keptPasscodeMark = '<set, not kept>';

/** The meeting before an update. */
export interface Meeting {
  readonly waiting_room: boolean;
  readonly password: Held;
  readonly meeting_authentication: boolean;
  readonly authentication_option: Held;
  /** From the answer to GET; undefined where it does not say. */
  readonly use_pmi?: boolean;
  readonly type?: number;
  readonly encryption_type?: string;
}
