import type { Meeting, Sent } from '../model/security.ts';
import { mergeCases } from './cases.ts';
import { type Condition, isOfMeeting } from './facts.ts';
import type { Case, Prediction } from './predict.ts';

/** When something is true: always, never, or only for meetings that meet one of the conditions. */
export type Extent = 'always' | 'never' | readonly Condition[];

/**
 * The meetings for which `test` is true under all unknown locks, and for everything that may be filled in later. What is
 * true under some of them only does not count, since it could not be reported when.
 */
export function extentOf({ cases }: Prediction, test: (each: Case) => boolean): Extent {
  const holds = cases.map(test);
  if (!holds.includes(true)) return 'never';
  return holds.includes(false) ? conditionsOf(cases, holds) : 'always';
}

/** The cases grouped by what the request may say: one group where nothing is filled in later. */
export function casesByRequest({ requests, cases }: Prediction): readonly (readonly Case[])[] {
  if (requests.length === 1) return [cases];
  const lists = new Map(requests.map(({ sent }): [Sent, Case[]] => [sent, []]));
  for (const each of cases) lists.get(each.sent)?.push(each);
  return [...lists.values()];
}

function conditionsOf(cases: readonly Case[], holds: readonly boolean[]): Extent {
  // The cases of one meeting share the same object.
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
