import type { Meeting, Sent } from '../model/security.ts';
import { mergeCases } from './cases.ts';
import { type Condition, isOfMeeting } from './facts.ts';
import type { Case, Prediction } from './predict.ts';

/** How far something holds: always, never, or only for meetings of which one of the conditions is true. */
export type Extent = 'always' | 'never' | readonly Condition[];

/**
 * For which meetings `test` holds whatever the unknown locks are, and whatever is filled in later. What holds only under
 * some of those does not count: nobody could be told when.
 */
export function extentOf({ cases }: Prediction, test: (each: Case) => boolean): Extent {
  const holds = cases.map(test);
  if (!holds.includes(true)) return 'never';
  return holds.includes(false) ? conditionsOf(cases, holds) : 'always';
}

/** The cases by what the request may say: one list where nothing is filled in later. */
export function casesByRequest({ requests, cases }: Prediction): readonly (readonly Case[])[] {
  if (requests.length === 1) return [cases];
  const lists = new Map(requests.map(({ sent }): [Sent, Case[]] => [sent, []]));
  for (const each of cases) lists.get(each.sent)?.push(each);
  return [...lists.values()];
}

function conditionsOf(cases: readonly Case[], holds: readonly boolean[]): Extent {
  // The cases of one meeting share it.
  const meetings = new Map<Meeting, { facts: Condition; result: boolean }>();
  cases.forEach(({ facts: { before }, assumed }, index) => {
    const known = meetings.get(before) ?? { facts: aboutTheMeeting(assumed), result: true };
    meetings.set(before, { ...known, result: known.result && holds[index] === true });
  });
  const holding = mergeCases([...meetings.values()]).filter(({ result }) => result);
  if (holding.length === 0) return 'never';
  return holding.map(({ when }) => when);
}

function aboutTheMeeting(assumed: Condition): Condition {
  return Object.fromEntries(Object.entries(assumed).filter(([fact]) => isOfMeeting(fact)));
}
