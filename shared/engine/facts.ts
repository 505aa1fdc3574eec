/** What an outcome depends on: the facts of one case, and the names of those that may be unknown. */
import type { Lock, Meeting, Open, Operation, RuleSet } from '../model/security.ts';
import type { Locks } from './scenarios.ts';

/** Settings whose value a create may inherit from the account. */
export type Inherited = 'waitingRoom' | 'passcode';

export interface Facts {
  readonly operation: Operation;
  readonly rules: RuleSet;
  /** Zoom generates a passcode for `default_password: true`, which its tables of 2020 do not know. */
  readonly heedsDefaultPassword: boolean;
  readonly locks: Locks;
  /** The account's values for settings that are not locked; the tables of 2020 do not use them. */
  readonly enabled: Readonly<Record<Inherited, boolean>>;
  /** The passcode's lock and value are those for personal meeting IDs. */
  readonly personal: boolean;
  /** Whether Zoom requires one option: the account's "require one security option". */
  readonly required: boolean;
  /** The id of the option that the account marks as default, where it is known. */
  readonly defaultOption: string | undefined;
  /** The meeting before the update; for a create, a meeting with nothing on. */
  readonly before: Meeting;
}

export const newMeeting: Meeting = {
  waiting_room: false,
  password: { set: false },
  meeting_authentication: false,
  authentication_option: { set: false },
};

/** The facts that may be unknown. */
export type Fact =
  | 'rules'
  /** By the tables of 2020: whether `default_password: true` in the request has an effect. */
  | 'default_password'
  | `request.${keyof Open}`
  | 'meeting.waiting_room'
  | 'meeting.password'
  | 'meeting.meeting_authentication'
  | 'meeting.authentication_option'
  | 'lock.waitingRoom'
  | 'lock.passcode'
  | 'lock.authentication'
  | 'enabled.waitingRoom'
  | 'enabled.passcode'
  /** The Waiting Room of the template that the request names. */
  | 'template.waiting_room'
  /** By the host's own setting, a meeting uses the personal meeting ID where the request does not say. */
  | 'user.use_pmi';

/** The value of a fact. For facts about the request, null: not given; for strings in it, true: given. */
export type FactValue = boolean | Lock | RuleSet | null;

/** Assumed facts, by name; empty: always. */
export type Condition = Readonly<Partial<Record<Fact, FactValue>>>;

export function isOfRequest(fact: string): boolean {
  return fact.startsWith('request.');
}

/** What a template or the host's own setting decides where the request does not say. */
export function isOfDefaults(fact: string): boolean {
  return fact.startsWith('template.') || fact.startsWith('user.');
}

export function isOfMeeting(fact: string): boolean {
  return fact.startsWith('meeting.');
}

/** Not about the account, but about Zoom: what its documents leave open. */
export function isOfZoom(fact: string): boolean {
  return fact === 'rules' || fact === 'default_password';
}
