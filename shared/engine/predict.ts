import { type FieldName, type Held, type Meeting, type Operation, type Sent, settings } from '../model/security.ts';
import { type Condition, mergeCases } from './cases.ts';
import type { Enforcement } from './enforcement.ts';
import { type Facts, type Inherited, newMeeting } from './law.ts';
import { type Outcome, type OutcomeCase, outcomeCase } from './outcome.ts';
import { type Locks, scenarioOf } from './scenarios.ts';

/** One way the unknown facts may stand, and what Zoom stores then. */
export interface Case extends OutcomeCase {
  /** The facts that had to be assumed. */
  readonly assumed: Condition;
  readonly facts: Facts;
}

export interface Prediction {
  readonly operation: Operation;
  readonly sent: Sent;
  /** The one row that applies whatever the unknown facts are; null where there is none. */
  readonly scenario: number | null;
  /** Every combination of the unknown facts; one case where all is known. */
  readonly cases: readonly Case[];
}

export interface ConditionalOutcome {
  readonly when: Condition;
  readonly outcome: Outcome;
}

/**
 * Works out what Zoom stores. Total and deterministic; a fact that is unknown is tried both (or all three) ways.
 * `meeting` is the state before an update, undefined where it is not at hand; a create has no meeting before it.
 */
export function predict(operation: Operation, sent: Sent, account: Enforcement, meeting?: Meeting): Prediction {
  const cases: Case[] = [];
  const rows = new Set<number | null>();
  const { rules, personal, required, defaultOption } = account;
  for (const { locks, assumed: assumedLocks } of possibleLocks(account)) {
    rows.add(required ? (scenarioOf(operation, locks) ?? null) : null);
    for (const { enabled, assumed: assumedValues } of possibleValues(operation, account)) {
      for (const { before, assumed } of possibleMeetings(operation, meeting)) {
        const facts: Facts = { operation, rules, locks, enabled, personal, required, defaultOption, before };
        cases.push({ ...outcomeCase(sent, facts), facts, assumed: { ...assumed, ...assumedLocks, ...assumedValues } });
      }
    }
  }
  // Zoom's tables do not speak of occurrences.
  const scenario = rows.size === 1 && !sent.occurrence ? ([...rows][0] ?? null) : null;
  return { operation, sent, scenario, cases };
}

/**
 * A meeting that requires authentication has an option: where it is not at hand and the request leaves its authentication
 * alone, none is added.
 */
export function leavesOption(name: FieldName, { outcome, assumed }: Case): boolean {
  const unknown = 'meeting.authentication_option' in assumed;
  return name === 'authentication_option' && unknown && outcome.meeting_authentication.source === 'current';
}

/** The meeting uses the personal meeting ID. */
export function isPersonal({ cases }: Prediction): boolean {
  return cases[0]?.facts.personal === true;
}

/** Nothing about the account had to be assumed. */
export function knowsAccount({ cases }: Prediction): boolean {
  return Object.keys(cases[0]?.assumed ?? {}).every((fact) => fact.startsWith('meeting.'));
}

/** The cases with equal outcomes merged: each condition names the fewest facts, and no two overlap. */
export function outcomesOf(prediction: Prediction): readonly ConditionalOutcome[] {
  const merged = mergeCases(prediction.cases.map(({ assumed, outcome }) => ({ facts: assumed, result: outcome })));
  return merged.map(({ when, result }) => ({ when, outcome: result }));
}

interface PossibleLocks {
  readonly locks: Locks;
  readonly assumed: Condition;
}

function possibleLocks({ locks }: Enforcement): readonly PossibleLocks[] {
  return settings.reduce<readonly PossibleLocks[]>(
    (sofar, setting) =>
      sofar.flatMap((each) =>
        locks[setting].map((lock) => ({
          locks: { ...each.locks, [setting]: lock },
          assumed: locks[setting].length === 1 ? each.assumed : { ...each.assumed, [`lock.${setting}`]: lock },
        })),
      ),
    [{ locks: {} as Locks, assumed: {} }],
  );
}

interface PossibleValues {
  readonly enabled: Facts['enabled'];
  readonly assumed: Condition;
}

/** Only a create under the newer rules looks at the account's values: nothing else needs to assume any. */
function possibleValues(operation: Operation, { rules, enabled }: Enforcement): readonly PossibleValues[] {
  const unused = operation === 'update' || rules === '2020-12-20';
  if (unused) return [{ enabled: { waitingRoom: false, passcode: false }, assumed: {} }];
  const assume = (setting: Inherited, value: boolean): Condition =>
    enabled[setting].length === 1 ? {} : { [`enabled.${setting}`]: value };
  return enabled.waitingRoom.flatMap((waitingRoom) =>
    enabled.passcode.map((passcode) => ({
      enabled: { waitingRoom, passcode },
      assumed: { ...assume('waitingRoom', waitingRoom), ...assume('passcode', passcode) },
    })),
  );
}

interface PossibleMeeting {
  readonly before: Meeting;
  readonly assumed: Condition;
}

const both: readonly boolean[] = [false, true];

function possibleMeetings(operation: Operation, meeting: Meeting | undefined): readonly PossibleMeeting[] {
  if (operation === 'create') return [{ before: newMeeting, assumed: {} }];
  if (meeting) return [{ before: meeting, assumed: {} }];
  return both.flatMap((waitingRoom) =>
    both.flatMap((password) =>
      both.flatMap((authentication) =>
        both.map((option) => meetingCase(waitingRoom, password, authentication, option)),
      ),
    ),
  );
}

function meetingCase(
  waiting_room: boolean,
  password: boolean,
  authentication: boolean,
  option: boolean,
): PossibleMeeting {
  const held = (set: boolean): Held => ({ set });
  return {
    before: {
      waiting_room,
      password: held(password),
      meeting_authentication: authentication,
      authentication_option: held(option),
    },
    assumed: {
      'meeting.waiting_room': waiting_room,
      'meeting.password': password,
      'meeting.meeting_authentication': authentication,
      'meeting.authentication_option': option,
    },
  };
}
