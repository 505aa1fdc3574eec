/** What the readers of all languages take from Lezer. */
import { type Parser, type PartialParse, type SyntaxNode, type Tree, TreeBuffer, TreeFragment } from '@lezer/common';
import type { Span } from '../../../finding.ts';
import { changedRange } from '../../changed.ts';
import type { Expression, OtherExpression, Statement } from '../ir.ts';
import type { Language, Parsed } from '../language.ts';
import { Functions, type Place } from './functions.ts';

/** Steps of the parser between two places to stop. */
const stepsAtOnce = 100;

/** Code that people write takes less than one: some inputs make the parser try exponentially many readings. */
const stepsPerCharacter = 2;

/** Of all readings together: nested code of people leads to 1,200, and above this each step takes as long as hundreds. */
const mostStates = 6000;

/** `begins`: what may begin a comment, as in a string it does not. */
export function readWith(
  parserOf: (text: string, ending: string) => Parser,
  statements: Reading['statements'],
  begins: RegExp,
): Language['read'] {
  return function* (text, ending, previous) {
    const parser = parserOf(text, ending);
    const before = previous?.parser === parser ? previous : undefined;
    const tree = yield* parseInSteps(parser, text, before);
    if (!tree) return undefined;
    yield;
    const errors = errorsIn(tree);
    const functions = new Functions(text, errors, before?.functions);
    const body = statements(tree.topNode, { text, start: 0, depth: 0, functions, statements });
    yield;
    const parsed = { parser, text, tree, errors, functions: functions.known };
    return { body, comments: commentsIn(tree, text, begins), parsed };
  };
}

/** Undefined where the parser takes too long. Of an earlier text of the file, what has not changed is not parsed again. */
function* parseInSteps(parser: Parser, text: string, before?: Parsed): Generator<void, Tree | undefined> {
  const parse = parser.startParse(text, before && unchanged(before, text));
  const atMost = 10_000 + text.length * stepsPerCharacter;
  for (let step = 0; step < atMost; step++) {
    const tree = parse.advance();
    if (tree) return tree;
    if (step % stepsAtOnce !== stepsAtOnce - 1) continue;
    if (statesOf(parse) > mostStates) return undefined;
    yield;
  }
  return undefined;
}

/** The readings that Lezer's parser follows, with how deep it is in each. It does not declare them. */
interface Readings {
  readonly stacks?: readonly { readonly stack: readonly number[] }[];
}

function statesOf(parse: PartialParse & Readings): number {
  return (parse.stacks ?? []).reduce((sum, { stack }) => sum + stack.length, 0);
}

/** Errors are parsed again, too: how the parser recovers from one depends on what it has taken over around it. */
function unchanged({ text: old, tree, errors }: Parsed, text: string): readonly TreeFragment[] {
  const { start, endBefore, endAfter } = changedRange(old, text);
  const moved = (at: number, by: number) => ({ fromA: at, toA: at, fromB: at + by, toB: at + by });
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [
    ...errors.filter((each) => each < start).map((each) => moved(each, 0)),
    { fromA: start, toA: endBefore, fromB: start, toB: endAfter },
    ...errors.filter((each) => each > endBefore).map((each) => moved(each, endAfter - endBefore)),
  ]);
}

/** Where something could not be read, in order. */
function errorsIn(tree: Tree): readonly number[] {
  const found: number[] = [];
  const open: [part: Tree | TreeBuffer, start: number][] = [[tree, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [part, start] = next;
    if (part instanceof TreeBuffer) {
      const { buffer, set } = part;
      for (let at = 0; at < buffer.length; at += 4)
        if (set.types[buffer[at] as number]?.isError) found.push(start + (buffer[at + 1] as number));
    } else {
      if (part.type.isError) found.push(start);
      for (const [at, child] of part.children.entries()) open.push([child, start + (part.positions[at] as number)]);
    }
  }
  return found.sort((a, b) => a - b);
}

/** Where a reader is. Statements are handed in, since functions are expressions. */
export interface Reading extends Place {
  readonly functions: Functions;
  readonly statements: (node: SyntaxNode, at: Reading) => readonly Statement[];
}

/** Without comments. What could not be read is among them where it has a length. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.name.endsWith('Comment')) found.push(child);
  }
  return found;
}

export function spanOf({ from, to }: { readonly from: number; readonly to: number }): Span {
  return { start: from, end: to };
}

function commentsIn(tree: Tree, text: string, begins: RegExp): readonly Span[] {
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

/** Whether something in the node could not be read, however deep: what follows in it may be read as a part of that. */
export function isBroken({ from, to }: SyntaxNode, { start, functions }: Reading): boolean {
  return functions.isBroken(start + from, start + to - 1);
}

/** Whether something directly in the node could not be read. */
export function hasError(node: SyntaxNode): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.type.isError) return true;
  return false;
}
