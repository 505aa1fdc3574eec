/** Where a reader of Lezer's trees is. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../../finding.ts';
import type { Statement } from '../ir.ts';
import { maxDepth } from './lezer.ts';

export interface Reading {
  readonly text: string;
  readonly depth: number;
}

/** One level deeper; undefined where that is too deep. */
export function deeper({ text, depth }: Reading): Reading | undefined {
  return depth < maxDepth ? { text, depth: depth + 1 } : undefined;
}

export function textOf({ from, to }: SyntaxNode, { text }: Reading): string {
  return text.slice(from, to);
}

/** Brackets and keywords have other names; operators say nothing by themselves. */
export function isMeaningful({ name, type }: SyntaxNode): boolean {
  return !type.isError && /^(?:[A-Z]|null$)/.test(name) && !/Op$/.test(name);
}

/** What is written between the key and the value of an entry, if that is short; else what is usual. */
export function between(text: string, key: Span, value: Span, form: RegExp, usual: string): string {
  const found = text.slice(key.end, value.start);
  return form.test(found) ? found : usual;
}

/** What is assigned in the body of a class is what its methods know as `self.name`. */
export function asFields(body: readonly Statement[]): readonly Statement[] {
  return body.flatMap((statement): readonly Statement[] => {
    if (statement.kind !== 'assign' || statement.target.kind !== 'name') return [statement];
    const { span, name } = statement.target;
    const target = {
      kind: 'member',
      span,
      object: { kind: 'name', span, name: 'self' },
      key: name,
      keySpan: span,
    } as const;
    // Declared without a value, it says nothing.
    return statement.value ? [{ ...statement, target, isShared: true }] : [];
  });
}
