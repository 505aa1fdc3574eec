/**
 * Merges equal results over unknown facts. The result is the leaves of a decision tree with the fewest leaves (then with
 * the fewest facts in them, then by the order of the facts): so the conditions cover every case and never overlap. Where
 * so many facts are unknown that the best tree would take too long to find, its first questions are chosen greedily, to
 * leave the fewest different results; only the trees below them are the best ones.
 *
 * A subset of the cases is a pattern with one digit per fact: the index of the fact's value, or the number of its values
 * where the fact is open. A pattern is encoded as a number, so that the best tree of each is worked out once.
 */
import {
  branch,
  type Dimension,
  decisiveDimensions,
  isOpen,
  type MarkedCase,
  missing,
  patternOf,
  withEveryFact,
} from './dimensions.ts';
import type { Condition, Fact, FactValue } from './facts.ts';

export interface FactCase<T> {
  readonly facts: Condition;
  readonly result: T;
}

export interface Merged<T> {
  readonly when: Condition;
  readonly result: T;
}

/**
 * `cases` must cover every combination of the facts once, but for those that cannot be, which a condition may cover with
 * others; a case that lacks a fact stands for all values of it. Results are compared by their JSON.
 */
export function mergeCases<T>(cases: readonly FactCase<T>[]): readonly Merged<T>[] {
  const [first] = cases;
  if (first && cases.length === 1) return [{ when: {}, result: first.result }];
  const marks = new Map<string, number>();
  const marked = cases.map(({ facts, result }, index) => {
    const content = JSON.stringify(result);
    const known = marks.get(content);
    if (known === undefined) marks.set(content, index);
    return { facts, mark: known ?? index };
  });
  if (first && marks.size === 1) return [{ when: {}, result: first.result }];
  const all = withEveryFact(marked);
  const facts = Object.keys(all[0]?.facts ?? {}) as Fact[];
  return bestLeaves(all, mostPatterns).map(({ when, mark }) => ({
    when: inOrder(facts, when),
    result: cases[mark]?.result as T,
  }));
}

/** The number of patterns up to which the best tree is searched, which takes some milliseconds. */
const mostPatterns = 12_000;

function bestLeaves(all: readonly MarkedCase[], most: number): readonly Leaf[] {
  const dimensions = decisiveDimensions(all);
  const cases = withoutRepetition(dimensions, all);
  const everything = dimensions.reduce((sum, { weight, values }) => sum + weight * values.length, 0);
  if (everything >= most) return leavesBehind(tellingMost(dimensions, cases), cases, most);
  const trees = new Array<Tree | undefined>(everything + 1).fill(undefined);
  const search: Search = { dimensions, marks: marksByPattern(dimensions, cases), trees };
  return leavesOf(search, everything, {});
}

/** Merges cases that only differ in facts that no result depends on. */
function withoutRepetition(dimensions: readonly Dimension[], cases: readonly MarkedCase[]): readonly MarkedCase[] {
  return [...new Map(cases.map((each) => [patternOf(dimensions, each.facts), each])).values()];
}

/** The question whose answers leave the fewest different results. */
function tellingMost(dimensions: readonly Dimension[], cases: readonly MarkedCase[]): Dimension {
  const left = ({ fact, values }: Dimension) => {
    const kinds = new Set(
      cases.map(({ facts, mark }) => mark * values.length + values.indexOf(facts[fact] as FactValue)),
    );
    return kinds.size / values.length;
  };
  const ranked = dimensions.map((dimension) => ({ dimension, left: left(dimension) }));
  return ranked.reduce((best, each) => (each.left < best.left ? each : best)).dimension;
}

function leavesBehind({ fact, values }: Dimension, cases: readonly MarkedCase[], most: number): readonly Leaf[] {
  return values.flatMap((value) =>
    bestLeaves(
      cases.filter(({ facts }) => facts[fact] === value),
      most / values.length,
    ).map(({ when, mark }) => ({ when: { ...when, [fact]: value }, mark })),
  );
}

interface Search {
  readonly dimensions: readonly Dimension[];
  /** By pattern, for those in which no fact is open. */
  readonly marks: readonly number[];
  /** By pattern, as far as they have been worked out. */
  readonly trees: (Tree | undefined)[];
}

/** The best tree for one pattern: the fact it asks for first, or the mark of its only result. No leaves: it has no cases. */
interface Tree {
  readonly leaves: number;
  readonly mentions: number;
  readonly ask: Dimension | undefined;
  readonly mark: number;
}

function marksByPattern(dimensions: readonly Dimension[], cases: readonly MarkedCase[]): readonly number[] {
  const byPattern: number[] = [];
  for (const { facts, mark } of cases) byPattern[patternOf(dimensions, facts)] = mark;
  return byPattern;
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
  best ??= leafOf(search.marks[pattern]);
  search.trees[pattern] = best;
  return best;
}

function leafOf(mark: number | undefined): Tree {
  return { leaves: mark === undefined ? 0 : 1, mentions: 0, ask: undefined, mark: mark ?? missing };
}

function asking(search: Search, pattern: number, ask: Dimension): Tree {
  let first = leafOf(undefined);
  let leaves = 0;
  let mentions = 0;
  let alike = true;
  for (let index = 0; index < ask.values.length; index++) {
    const tree = treeOf(search, branch(ask, pattern, index));
    if (tree.leaves === 0) continue;
    if (leaves === 0) first = tree;
    leaves += tree.leaves;
    mentions += tree.mentions;
    alike &&= !tree.ask && tree.mark === first.mark;
  }
  return alike ? first : { leaves, mentions: mentions + leaves, ask, mark: missing };
}

function smaller(a: Tree, b: Tree): boolean {
  return a.leaves < b.leaves || (a.leaves === b.leaves && a.mentions < b.mentions);
}

interface Leaf {
  readonly when: Condition;
  readonly mark: number;
}

function leavesOf(search: Search, pattern: number, when: Condition): readonly Leaf[] {
  const { ask, mark, leaves } = treeOf(search, pattern);
  if (leaves === 0) return [];
  if (!ask) return [{ when, mark }];
  return ask.values.flatMap((value, index) =>
    leavesOf(search, branch(ask, pattern, index), { ...when, [ask.fact]: value }),
  );
}

function inOrder(facts: readonly Fact[], when: Condition): Condition {
  return Object.fromEntries(facts.flatMap((fact) => (fact in when ? [[fact, when[fact]]] : [])));
}
