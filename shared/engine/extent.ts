import { type Condition, mergeCases } from './cases.ts';
import type { Case, Prediction } from './predict.ts';

/** How far something holds: always, never, or only for meetings of which one of the conditions is true. */
export type Extent = 'always' | 'never' | readonly Condition[];

/**
 * For which meetings `test` holds whatever the unknown locks are. What holds only under some of the locks that are
 * possible does not count: nobody could be told when.
 */
export function extentOf({ cases }: Prediction, test: (each: Case) => boolean): Extent {
  const holds = cases.map(test);
  if (!holds.includes(true)) return 'never';
  return holds.includes(false) ? conditionsOf(cases, holds) : 'always';
}

function conditionsOf(cases: readonly Case[], holds: readonly boolean[]): Extent {
  const meetings = new Map<string, { facts: Condition; result: boolean }>();
  cases.forEach(({ assumed }, index) => {
    const facts = aboutTheMeeting(assumed);
    const key = JSON.stringify(facts);
    const sofar = meetings.get(key)?.result ?? true;
    meetings.set(key, { facts, result: sofar && holds[index] === true });
  });
  const holding = mergeCases([...meetings.values()]).filter(({ result }) => result);
  if (holding.length === 0) return 'never';
  return holding.map(({ when }) => when);
}

function aboutTheMeeting(assumed: Condition): Condition {
  return Object.fromEntries(Object.entries(assumed).filter(([fact]) => fact.startsWith('meeting.')));
}
