import type { FieldName, Meeting, Operation, Sent } from '../model/security.ts';
import { mergeCases } from './cases.ts';
import type { Enforcement } from './enforcement.ts';
import { type Condition, isOfDefaults, isOfMeeting, isOfRequest } from './facts.ts';
import { type Effect, type Outcome, type OutcomeCase, outcomeCase } from './outcome.ts';
import type { PossibleRequest } from './requests.ts';
import { scenarioOf } from './scenarios.ts';
import { type PossibleFacts, possibleFacts } from './unknowns.ts';

/** One combination of the unknown facts, and what Zoom stores then. */
export interface Case extends OutcomeCase, PossibleFacts {}

export interface Prediction {
  readonly operation: Operation;
  /** What the request says for certain, without values that are filled in later. */
  readonly sent: Sent;
  /** Everything that the request may say; one where nothing is filled in later. */
  readonly requests: readonly PossibleRequest[];
  /** The one row that applies whatever the unknown facts are; null where there is none. */
  readonly scenario: number | null;
  /** Every combination of the unknown facts; one case where everything is known. */
  readonly cases: readonly Case[];
}

export interface ConditionalOutcome {
  readonly when: Condition;
  readonly outcome: Outcome;
}

/**
 * Predicts what Zoom stores. Total and deterministic; each unknown fact is tried with all of its values. `meeting` is the
 * meeting before an update, undefined where it is not known and for a create.
 */
export function predict(operation: Operation, sent: Sent, account: Enforcement, meeting?: Meeting): Prediction {
  return predictEach(operation, [{ sent, assumed: {} }], account, meeting);
}

/** The same for a request of which some values are filled in later. */
export function predictEach(
  operation: Operation,
  requests: readonly PossibleRequest[],
  account: Enforcement,
  meeting?: Meeting,
): Prediction {
  const cases = possibleFacts(operation, requests, account, meeting).map(({ sent, facts, assumed }) => ({
    ...outcomeCase(sent, facts),
    sent,
    facts,
    assumed,
  }));
  const sent = certain(requests);
  const rows = new Set(
    cases.map(({ facts }) => (facts.required && !facts.personal ? scenarioOf(operation, facts.locks) : undefined)),
  );
  // Zoom's tables do not speak of occurrences, nor of personal meeting IDs.
  const scenario = rows.size === 1 && !sent.occurrence ? ([...rows][0] ?? null) : null;
  return { operation, sent, requests, scenario, cases };
}

function certain([first, ...others]: readonly PossibleRequest[]): Sent {
  if (others.length === 0) return first?.sent ?? {};
  const said = Object.entries(first?.sent ?? {});
  return Object.fromEntries(
    said.filter(([name, value]) => others.every(({ sent }) => sent[name as keyof Sent] === value)),
  );
}

/** The field's value is filled in later. */
export function isOpen({ requests, sent }: Prediction, name: FieldName): boolean {
  return sent[name] === undefined && requests.some((each) => each.sent[name] !== undefined);
}

/**
 * A meeting that requires authentication has an option: where the meeting is unknown and the request does not change its
 * authentication, none is added.
 */
export function leavesOption(name: FieldName, { outcome, assumed }: Case): boolean {
  const unknown = 'meeting.authentication_option' in assumed;
  return name === 'authentication_option' && unknown && outcome.meeting_authentication.source === 'current';
}

/** A lock that turns on what is on in the meeting already adds nothing. */
export function wasOn(name: FieldName, { facts }: Case): boolean {
  return facts.before[name] === true;
}

/** The effect on the field. To a meeting that is known, a lock adds nothing that is on already. */
export function effectOn(name: FieldName, each: Case): Effect {
  const { effect } = each.outcome[name];
  const isKnown = !(`meeting.${name}` in each.assumed);
  return effect === 'added' && isKnown && wasOn(name, each) ? 'none' : effect;
}

/** Whether the meeting uses the personal meeting ID in every case. */
export function isPersonal({ cases }: Prediction): boolean {
  return cases.every(({ facts }) => facts.personal);
}

/** Whether what is assumed about the account's passcode setting is about the one for personal meeting IDs. */
export function assumesPersonal({ cases }: Prediction): boolean {
  return cases.every(
    ({ facts, assumed }) => facts.personal || !('lock.passcode' in assumed || 'enabled.passcode' in assumed),
  );
}

/** Whether nothing about the account had to be assumed. */
export function knowsAccount({ cases }: Prediction): boolean {
  return Object.keys(cases[0]?.assumed ?? {}).every(
    (fact) => isOfMeeting(fact) || isOfRequest(fact) || isOfDefaults(fact),
  );
}

/** Whether the outcome differs from case to case. */
export function dependsOnUnknown({ cases: [first, ...others] }: Prediction): boolean {
  const outcome = JSON.stringify(first?.outcome);
  return others.some((each) => JSON.stringify(each.outcome) !== outcome);
}

/** The cases with equal outcomes merged: each condition names the fewest facts, and no two overlap. */
export function outcomesOf(prediction: Prediction): readonly ConditionalOutcome[] {
  const merged = mergeCases(prediction.cases.map(({ assumed, outcome }) => ({ facts: assumed, result: outcome })));
  return merged.map(({ when, result }) => ({ when, outcome: result }));
}
