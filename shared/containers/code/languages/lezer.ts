/** What the readers of all languages take from Lezer. */
import { type Parser, type SyntaxNode, type Tree, TreeFragment } from '@lezer/common';
import type { Span } from '../../../finding.ts';
import { firstWhere } from '../../../json/ordered.ts';
import type { Expression, OtherExpression, Parsed, Statement } from '../ir.ts';

/** Steps of the parser between two places to stop. */
const stepsAtOnce = 100;

/** More of them than any code needs that people write: some inputs make the parser try exponentially many readings. */
const stepsPerCharacter = 6;

/** Undefined where the parser takes too long. Of an earlier text of the file, what has not changed is not parsed again. */
export function* parseInSteps(parser: Parser, text: string, before?: Parsed): Generator<void, Tree | undefined> {
  const parse = parser.startParse(text, before && unchanged(before, text));
  const atMost = 10_000 + text.length * stepsPerCharacter;
  for (let step = 0; step < atMost; step++) {
    const tree = parse.advance();
    if (tree) return tree;
    if (step % stepsAtOnce === stepsAtOnce - 1) yield;
  }
  return undefined;
}

function unchanged({ text: old, tree }: Parsed, text: string): readonly TreeFragment[] {
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && old.charCodeAt(old.length - 1 - end) === text.charCodeAt(text.length - 1 - end))
    end++;
  const change = { fromA: start, toA: old.length - end, fromB: start, toB: text.length - end };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}

/** What is read, and how deep in it. Statements are handed in, since functions are expressions. */
export interface Source {
  readonly text: string;
  depth: number;
  /** Where words are without which a function has nothing to do with requests, in their order. */
  readonly telling: readonly number[];
  readonly statements: (node: SyntaxNode, source: Source) => readonly Statement[];
}

/** Deeper than people nest; far from a stack overflow. */
export const maxDepth = 200;

/** Without comments. What could not be read is among them where it has a length. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!/Comment$/.test(child.name)) found.push(child);
  }
  return found;
}

export function spanOf({ from, to }: { readonly from: number; readonly to: number }): Span {
  return { start: from, end: to };
}

/** `begins`: what may begin one, as in a string it does not. */
export function commentsIn(tree: Tree, text: string, begins: RegExp): readonly Span[] {
  const found: Span[] = [];
  for (const { index } of text.matchAll(begins)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const { name, from, to } = tree.resolveInner(index, 1);
    if (from === index && /Comment$/.test(name)) found.push({ start: from, end: to });
  }
  return found;
}

export function other(node: SyntaxNode, parts: readonly Expression[] = []): OtherExpression {
  return { kind: 'other', span: spanOf(node), parts };
}

/** Whether something directly in the node could not be read. */
export function hasError(node: SyntaxNode): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.type.isError) return true;
  return false;
}

/** What a function talks of that builds a body, sends one or knows where it goes. */
const tellingWords =
  /zoom|meeting|topic|settings|waiting|passw|start_time|agenda|payload|body|post|patch|fetch|request|axios|http|endpoint|send/gi;

/** In their order. */
export function tellingOffsets(text: string): readonly number[] {
  return [...text.matchAll(tellingWords)].map(({ index }) => index);
}

/** Shorter ones are read at once. */
const longBlock = 120;

/** Whether a block need not be read: most functions of a large file have nothing to do with Zoom. */
export function isBesideThePoint({ from, to }: SyntaxNode, telling: readonly number[]): boolean {
  if (to - from < longBlock) return false;
  const next = telling[firstWhere(telling, (each) => each >= from)];
  return next === undefined || next >= to;
}
