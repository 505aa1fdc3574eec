import type { FieldName, Meeting, Operation, Sent } from '../model/security.ts';
import { mergeCases } from './cases.ts';
import type { Enforcement } from './enforcement.ts';
import { type Condition, isOfMeeting, isOfRequest } from './facts.ts';
import { type Outcome, type OutcomeCase, outcomeCase } from './outcome.ts';
import type { PossibleRequest } from './requests.ts';
import { scenarioOf } from './scenarios.ts';
import { type PossibleFacts, possibleFacts } from './unknowns.ts';

/** One way the unknown facts may stand, and what Zoom stores then. */
export interface Case extends OutcomeCase, PossibleFacts {}

export interface Prediction {
  readonly operation: Operation;
  /** What is certain: what is filled in later is left out. */
  readonly sent: Sent;
  /** All that the request may say; one where nothing is filled in later. */
  readonly requests: readonly PossibleRequest[];
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
  return predictEach(operation, [{ sent, assumed: {} }], account, meeting);
}

/** The same for a request of which some values are filled in later. */
export function predictEach(
  operation: Operation,
  requests: readonly PossibleRequest[],
  account: Enforcement,
  meeting?: Meeting,
): Prediction {
  const cases = possibleFacts(operation, requests, account, meeting).map((each) => ({
    ...outcomeCase(each.sent, each.facts),
    ...each,
  }));
  const sent = certain(requests);
  const rows = new Set(cases.map(({ facts }) => (facts.required ? scenarioOf(operation, facts.locks) : undefined)));
  // Zoom's tables do not speak of occurrences.
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
 * A meeting that requires authentication has an option: where it is not at hand and the request leaves its authentication
 * alone, none is added.
 */
export function leavesOption(name: FieldName, { outcome, assumed }: Case): boolean {
  const unknown = 'meeting.authentication_option' in assumed;
  return name === 'authentication_option' && unknown && outcome.meeting_authentication.source === 'current';
}

/** The meeting uses the personal meeting ID. */
export function isPersonal({ cases }: Prediction): boolean {
  return cases.every(({ facts }) => facts.personal);
}

/** Nothing about the account had to be assumed. */
export function knowsAccount({ cases }: Prediction): boolean {
  return Object.keys(cases[0]?.assumed ?? {}).every((fact) => isOfMeeting(fact) || isOfRequest(fact));
}

/** The cases with equal outcomes merged: each condition names the fewest facts, and no two overlap. */
export function outcomesOf(prediction: Prediction): readonly ConditionalOutcome[] {
  const merged = mergeCases(prediction.cases.map(({ assumed, outcome }) => ({ facts: assumed, result: outcome })));
  return merged.map(({ when, result }) => ({ when, outcome: result }));
}
