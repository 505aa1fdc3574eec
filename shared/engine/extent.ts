import { type Meeting, type RuleSet, ruleSets, type Sent } from '../model/security.ts';
import { mergeCases } from './cases.ts';
import { type Condition, isOfMeeting, isOfZoom } from './facts.ts';
import type { Case, Prediction } from './predict.ts';

/** When something is true: always, never, or only for meetings, and rules of Zoom's, that meet one of the conditions. */
export type Extent = 'always' | 'never' | readonly Condition[];

/**
 * The meetings and the rules of Zoom's for which `test` is true whatever is unknown of the account, and whatever may be filled
 * in later. What depends on these does not count, since it could not be reported when.
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
  // The cases of one meeting share the same object. Rules differ only for creates, which have no meeting.
  const groups = new Map<Meeting | RuleSet | number, { readonly facts: Condition; result: boolean }>();
  cases.forEach(({ facts: { operation, before, rules, heedsDefaultPassword }, assumed }, index) => {
    // Of either kind a number or a word: a text made for each case would take most of the time.
    const group = operation === 'update' ? before : heedsDefaultPassword ? ruleSets.indexOf(rules) : rules;
    const known = groups.get(group) ?? { facts: reportable(assumed), result: true };
    groups.set(group, known);
    known.result &&= holds[index] === true;
  });
  // As nearly always, where it depends on the account.
  if (![...groups.values()].some(({ result }) => result)) return 'never';
  const holding = mergeCases([...groups.values()]).filter(({ result }) => result);
  return holding.map(({ when }) => when);
}

/** The facts under which something is reported although they are unknown. */
function reportable(assumed: Condition): Condition {
  return Object.fromEntries(Object.entries(assumed).filter(([fact]) => isOfMeeting(fact) || isOfZoom(fact)));
}
