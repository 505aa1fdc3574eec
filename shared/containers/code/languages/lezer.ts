/** What the readers of all languages take from Lezer. */
import type { Parser, SyntaxNode, Tree } from '@lezer/common';
import type { Span } from '../../../finding.ts';
import type { Expression, OtherExpression } from '../ir.ts';

/** Steps of the parser between two places to stop. */
const stepsAtOnce = 250;

/** More of them than any code needs that people write: some inputs make the parser try exponentially many readings. */
const stepsPerCharacter = 6;

/** Undefined where the parser takes too long. */
export function* parseInSteps(parser: Parser, text: string): Generator<void, Tree | undefined> {
  const parse = parser.startParse(text);
  const atMost = 10_000 + text.length * stepsPerCharacter;
  for (let step = 0; step < atMost; step++) {
    const tree = parse.advance();
    if (tree) return tree;
    if (step % stepsAtOnce === stepsAtOnce - 1) yield;
  }
  return undefined;
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

export function commentsIn(tree: Tree): readonly Span[] {
  const found: Span[] = [];
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (/Comment$/.test(name)) found.push({ start: from, end: to });
    },
  });
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
