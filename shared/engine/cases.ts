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
  | 'lock.authentication'
  | 'enabled.waitingRoom'
  | 'enabled.passcode';

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
  const marks = cases.map(({ result }) => JSON.stringify(result));
  const results = new Map(cases.map(({ result }, index) => [marks[index] as string, result]));
  const dimensions = decisive(weighted(dimensionsOf(cases)), cases, marks);
  const everything = dimensions.reduce((sum, { weight, values }) => sum + weight * values.length, 0);
  const trees = new Array<Tree | undefined>(everything + 1).fill(undefined);
  const search: Search = { dimensions, marks: marksByPattern(dimensions, cases, marks), trees };
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
  /** By pattern, for those without an open fact. */
  readonly marks: readonly string[];
  /** By pattern, as far as they are worked out. */
  readonly trees: (Tree | undefined)[];
}

/** The best tree over one pattern: the fact it asks first, or the result that holds throughout. */
interface Tree {
  readonly leaves: number;
  readonly mentions: number;
  readonly ask: Dimension | undefined;
  readonly mark: string;
}

function dimensionsOf(cases: readonly FactCase<unknown>[]): readonly Omit<Dimension, 'weight'>[] {
  return (Object.keys(cases[0]?.facts ?? {}) as Fact[]).map((fact) => ({
    fact,
    values: [...new Set(cases.map(({ facts }) => facts[fact] as boolean | Lock))],
  }));
}

function weighted(dimensions: readonly Omit<Dimension, 'weight'>[]): readonly Dimension[] {
  let next = 1;
  return dimensions.map(({ fact, values }) => {
    const weight = next;
    next *= values.length + 1;
    return { fact, values, weight };
  });
}

/** Without the facts that no result depends on: no best tree asks for them, and each makes the search three times as long. */
function decisive(
  dimensions: readonly Dimension[],
  cases: readonly FactCase<unknown>[],
  marks: readonly string[],
): readonly Dimension[] {
  const byPattern = marksByPattern(dimensions, cases, marks);
  const patterns = cases.map(({ facts }) => patternOf(dimensions, facts));
  const decides = ({ fact, values, weight }: Dimension) =>
    cases.some(({ facts }, at) => {
      const pattern = patterns[at] as number;
      return byPattern[pattern] !== byPattern[pattern - weight * values.indexOf(facts[fact] as boolean | Lock)];
    });
  return weighted(dimensions.filter(decides));
}

function marksByPattern(
  dimensions: readonly Dimension[],
  cases: readonly FactCase<unknown>[],
  marks: readonly string[],
): readonly string[] {
  const byPattern: string[] = [];
  cases.forEach(({ facts }, at) => {
    byPattern[patternOf(dimensions, facts)] = marks[at] as string;
  });
  return byPattern;
}

function patternOf(dimensions: readonly Dimension[], facts: Condition): number {
  return dimensions.reduce((sum, { fact, values, weight }) => {
    return sum + weight * values.indexOf(facts[fact] as boolean | Lock);
  }, 0);
}

function isOpen({ weight, values }: Dimension, pattern: number): boolean {
  return Math.floor(pattern / weight) % (values.length + 1) === values.length;
}

/** The pattern with an open fact settled on the value with this index. */
function branch({ weight, values }: Dimension, pattern: number, index: number): number {
  return pattern - weight * (values.length - index);
}

function treeOf(search: Search, pattern: number): Tree {
  const known = search.trees[pattern];
  if (known) return known;
  let best: Tree | undefined;
  for (const dimension of search.dimensions) {
    if (!isOpen(dimension, pattern)) continue;
    const tree = asking(search, pattern, dimension);
    if (!best || smaller(tree, best)) best = tree;
    if (!best.ask) break;
  }
  best ??= { leaves: 1, mentions: 0, ask: undefined, mark: search.marks[pattern] ?? '' };
  search.trees[pattern] = best;
  return best;
}

function asking(search: Search, pattern: number, ask: Dimension): Tree {
  const first = treeOf(search, branch(ask, pattern, 0));
  let { leaves, mentions } = first;
  let alike = !first.ask;
  for (let index = 1; index < ask.values.length; index++) {
    const tree = treeOf(search, branch(ask, pattern, index));
    leaves += tree.leaves;
    mentions += tree.mentions;
    alike &&= !tree.ask && tree.mark === first.mark;
  }
  return alike ? first : { leaves, mentions: mentions + leaves, ask, mark: '' };
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
  return ask.values.flatMap((value, index) =>
    leavesOf(search, branch(ask, pattern, index), { ...when, [ask.fact]: value }),
  );
}

function inOrder({ dimensions }: Search, when: Condition): Condition {
  return Object.fromEntries(dimensions.flatMap(({ fact }) => (fact in when ? [[fact, when[fact]]] : [])));
}
