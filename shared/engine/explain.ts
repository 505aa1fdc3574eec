/** Outcomes in words, for messages and hovers alike. Clauses start lower case and end without a full stop. */
import { type FieldName, fieldFacts, type Operation } from '../model/security.ts';
import type { Condition, Fact } from './cases.ts';
import { type Facts, type Intervention, leavesAuthentication, type Stored } from './law.ts';
import type { Prediction } from './predict.ts';

/** Zoom's page with the rows. */
export const rulesPage = 'https://developers.zoom.us/docs/api/references/meeting-api-security-enhancements/';

const subjects: Record<FieldName, string> = {
  waiting_room: 'the Waiting Room',
  password: 'passcodes',
  meeting_authentication: 'authentication',
  authentication_option: 'authentication',
};

/** A case, at the end or at one of the steps to it. */
interface Stage {
  readonly outcome: Stored;
  readonly facts: Facts;
  readonly intervention: Intervention;
}

/** Why the field is stored as it is: one clause. */
export function reasonFor(name: FieldName, { outcome, facts, intervention }: Stage, { sent }: Prediction): string {
  switch (outcome[name].source) {
    case 'lock':
      return lockReason(name, 'value' in outcome[name] && outcome[name].value === true);
    case 'fallback':
      return 'nothing else secures the meeting, and Zoom insists on one option';
    case 'generated':
      return facts.locks.passcode === 'enabled-locked'
        ? lockReason('password', true)
        : 'nothing else secures the meeting, and Zoom insists on one option';
    case 'default':
      return name === 'authentication_option'
        ? 'authentication is on and no option is named'
        : 'a create request that does not turn it on leaves it off';
    case 'current':
      return currentReason(name);
    case 'none':
      return noneReason();
    default:
      return facts.locks[fieldFacts(name).setting] === 'enabled-locked'
        ? `${lockReason(name, true)}, and the request gives it`
        : `the account does not lock ${subjects[name]}, so the request decides`;
  }

  function noneReason(): string {
    if (name !== 'authentication_option') return 'nothing asks for a passcode';
    return outcome.meeting_authentication.value ? currentReason(name) : 'authentication is off';
  }

  function currentReason(field: FieldName): string {
    if (intervention === 'given-back') return 'nothing in the request secures the meeting, so Zoom leaves it as it is';
    if (fieldFacts(field).setting === 'authentication' && leavesAuthentication(sent, facts)) {
      return 'under these locks an update changes authentication only if it names both meeting_authentication and authentication_option';
    }
    if (field === 'password' && sent.password === '') return emptyPasscodeReason();
    return 'an update leaves alone what it does not name';
  }

  function emptyPasscodeReason(): string {
    return intervention === 'turned-on'
      ? 'nothing else can secure the meeting'
      : 'an empty passcode changes nothing while the account locks an option on';
  }
}

function lockReason(name: FieldName, on: boolean): string {
  return `the account has ${subjects[name]} ${on ? 'on' : 'off'} and locked`;
}

/** What is stored, as a person writes it; a passcode's value is never shown. */
export function storedText(name: FieldName, { outcome }: Pick<Stage, 'outcome'>): string {
  if (name === 'waiting_room' || name === 'meeting_authentication') return String(outcome[name].value);
  const { set, source, value } = outcome[name];
  if (name === 'password') return !set ? 'no passcode' : passcodeText(source);
  if (!set) return 'no option';
  return value ?? (source === 'current' ? "the meeting's option" : "Zoom's default option");
}

function passcodeText(source: string): string {
  if (source === 'generated') return 'a generated passcode';
  return source === 'current' ? "the meeting's passcode" : 'the passcode';
}

/** How a reader gets at values that Zoom makes up. */
export function whereToRead(operation: Operation): string {
  return operation === 'create'
    ? 'Read it in the response.'
    : 'The response is empty: read it with GET /meetings/{meetingId}.';
}

const meetingWords: Partial<Record<Fact, readonly [string, string]>> = {
  'meeting.waiting_room': ['the Waiting Room on', 'the Waiting Room off'],
  'meeting.password': ['a passcode', 'no passcode'],
  'meeting.meeting_authentication': ['authentication on', 'authentication off'],
  'meeting.authentication_option': ['an authentication option', 'no authentication option'],
};

const lockWords: Record<string, string> = {
  'enabled-locked': 'on and locked',
  'disabled-locked': 'off and locked',
  unlocked: 'not locked',
};

const lockSubjects: Partial<Record<Fact, string>> = {
  'lock.waitingRoom': 'the Waiting Room',
  'lock.passcode': 'passcodes',
  'lock.authentication': 'authentication',
};

/** "the meeting has no passcode and authentication on"; empty where the condition always holds. */
export function conditionText(condition: Condition): string {
  const facts = Object.entries(condition) as [Fact, unknown][];
  const meeting = facts.flatMap(([fact, value]) => meetingWords[fact]?.[value ? 0 : 1] ?? []);
  const locks = facts.flatMap(([fact, value]) =>
    lockSubjects[fact] ? [`${lockSubjects[fact]} ${lockWords[String(value)]}`] : [],
  );
  const parts = [
    ...(meeting.length > 0 ? [`the meeting has ${list(meeting)}`] : []),
    ...(locks.length > 0 ? [`the account has ${list(locks)}`] : []),
  ];
  return parts.join(', and ');
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
