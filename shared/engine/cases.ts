/**
 * Merges equal results over unknown facts. The result is a decision tree with the fewest leaves (then the fewest facts
 * in them, then the order of the facts below), read off leaf by leaf: so the conditions cover every case and never
 * overlap.
 *
 * A part of all cases is a pattern with one digit a fact: the index of the fact's value, or the number of its values
 * where the fact is open. Patterns are counted like numbers, so that the best tree of each is worked out once.
 */
import type { Lock } from '../model/security.ts';

export type Fact =
  | 'meeting.waiting_room'
  | 'meeting.password'
  | 'meeting.meeting_authentication'
  | 'meeting.authentication_option'
  | 'lock.waitingRoom'
  | 'lock.passcode'
  | 'lock.authentication';

/** Facts that are assumed, by name; empty: always. */
export type Condition = Readonly<Partial<Record<Fact, boolean | Lock>>>;

export interface FactCase<T> {
  readonly facts: Condition;
  readonly result: T;
}

export interface Merged<T> {
  readonly when: Condition;
  readonly result: T;
}

/** `cases` holds every combination of the same facts once. Results are compared by content. */
export function mergeCases<T>(cases: readonly FactCase<T>[]): readonly Merged<T>[] {
  const dimensions = dimensionsOf(cases);
  const results = new Map<string, T>();
  const marks = new Map<number, string>();
  for (const { facts, result } of cases) {
    const mark = JSON.stringify(result);
    results.set(mark, result);
    marks.set(patternOf(dimensions, facts), mark);
  }
  const search: Search = { dimensions, marks, trees: new Map() };
  const everything = dimensions.reduce((sum, { weight, values }) => sum + weight * values.length, 0);
  return leavesOf(search, everything, {}).map(({ when, mark }) => ({ when, result: results.get(mark) as T }));
}

interface Dimension {
  readonly fact: Fact;
  readonly values: readonly (boolean | Lock)[];
  /** Of this fact's digit in a pattern. */
  readonly weight: number;
}

interface Search {
  readonly dimensions: readonly Dimension[];
  readonly marks: ReadonlyMap<number, string>;
  readonly trees: Map<number, Tree>;
}

/** The best tree over one pattern: the fact it asks first, or the result that holds throughout. */
interface Tree {
  readonly leaves: number;
  readonly mentions: number;
  readonly ask: Dimension | undefined;
  readonly mark: string;
}

function dimensionsOf(cases: readonly FactCase<unknown>[]): readonly Dimension[] {
  const dimensions: Dimension[] = [];
  let weight = 1;
  for (const fact of Object.keys(cases[0]?.facts ?? {}) as Fact[]) {
    const values = [...new Set(cases.map(({ facts }) => facts[fact] as boolean | Lock))];
    dimensions.push({ fact, values, weight });
    weight *= values.length + 1;
  }
  return dimensions;
}

function patternOf(dimensions: readonly Dimension[], facts: Condition): number {
  return dimensions.reduce((sum, { fact, values, weight }) => {
    return sum + weight * values.indexOf(facts[fact] as boolean | Lock);
  }, 0);
}

function isOpen({ weight, values }: Dimension, pattern: number): boolean {
  return Math.floor(pattern / weight) % (values.length + 1) === values.length;
}

/** The pattern with an open fact settled on each of its values. */
function branches({ weight, values }: Dimension, pattern: number): readonly number[] {
  return values.map((_, index) => pattern - weight * (values.length - index));
}

function treeOf(search: Search, pattern: number): Tree {
  const known = search.trees.get(pattern);
  if (known) return known;
  let best: Tree | undefined;
  for (const dimension of search.dimensions) {
    if (!isOpen(dimension, pattern)) continue;
    const tree = asking(search, pattern, dimension);
    if (!best || smaller(tree, best)) best = tree;
    if (!best.ask) break;
  }
  best ??= { leaves: 1, mentions: 0, ask: undefined, mark: search.marks.get(pattern) ?? '' };
  search.trees.set(pattern, best);
  return best;
}

function asking(search: Search, pattern: number, ask: Dimension): Tree {
  const trees = branches(ask, pattern).map((each) => treeOf(search, each));
  const [first] = trees;
  if (first && trees.every((each) => !each.ask && each.mark === first.mark)) return first;
  const leaves = trees.reduce((sum, each) => sum + each.leaves, 0);
  return { leaves, mentions: trees.reduce((sum, each) => sum + each.mentions, leaves), ask, mark: '' };
}

function smaller(a: Tree, b: Tree): boolean {
  return a.leaves < b.leaves || (a.leaves === b.leaves && a.mentions < b.mentions);
}

interface Leaf {
  readonly when: Condition;
  readonly mark: string;
}

function leavesOf(search: Search, pattern: number, when: Condition): readonly Leaf[] {
  const { ask, mark } = treeOf(search, pattern);
  if (!ask) return [{ when: inOrder(search, when), mark }];
  return branches(ask, pattern).flatMap((branch, index) =>
    leavesOf(search, branch, { ...when, [ask.fact]: ask.values[index] }),
  );
}

function inOrder({ dimensions }: Search, when: Condition): Condition {
  return Object.fromEntries(dimensions.flatMap(({ fact }) => (fact in when ? [[fact, when[fact]]] : [])));
}
