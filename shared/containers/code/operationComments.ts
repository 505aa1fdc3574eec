/** Comments that say what a body is sent to: `// zoom: create`. */

import type { Span } from '../../finding.ts';
import type { Operation } from '../../model/security.ts';
import type { Code } from './language.ts';

/** In their order: what each says, and where what it is about begins. */
export interface OperationComment {
  readonly operation: Operation;
  /** From behind the comment to the end of the next line with code in it. */
  readonly about: Span;
}

const pattern = /^(?:\/\/|\/\*+|#+)\s*zoom:\s*(create|update)\b/i;

export function operationCommentsIn(text: string, { comments }: Code): readonly OperationComment[] {
  return comments.flatMap((span) => {
    const [, said] = pattern.exec(text.slice(span.start, Math.min(span.end, span.start + 100))) ?? [];
    if (!said) return [];
    const next = /\S/g;
    next.lastIndex = span.end;
    const start = next.exec(text)?.index ?? text.length;
    const lineBreak = /[\r\n]/g;
    lineBreak.lastIndex = start;
    const end = lineBreak.exec(text)?.index ?? text.length;
    return [{ operation: said.toLowerCase() as Operation, about: { start, end } }];
  });
}

/** What a comment says about one of these: what begins in the line below it. */
export function operationSaidOf(
  comments: readonly OperationComment[],
  offsets: readonly number[],
): Operation | undefined {
  return comments.find(({ about }) => offsets.some((each) => about.start <= each && each <= about.end))?.operation;
}
