/** What the readers of Lezer's trees have in common. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../../finding.ts';
import type { ObjectForm } from '../../../json/codeWriting.ts';
import { startsLine } from '../../../json/style.ts';
import type { Entry, EntryPlace, Statement } from '../ir.ts';
import { movedEntries } from '../moved.ts';
import { maxDepth, type Reading } from './lezer.ts';

/** One level deeper; undefined where that is too deep. */
export function deeper(at: Reading): Reading | undefined {
  return at.depth < maxDepth ? { ...at, depth: at.depth + 1 } : undefined;
}

export function textOf({ from, to }: SyntaxNode, { text }: Reading): string {
  return text.slice(from, to);
}

/** Brackets and keywords have other names; operators say nothing by themselves. */
export function isMeaningful({ name, type }: SyntaxNode): boolean {
  return !type.isError && ((name >= 'A' && name < '[' && !name.endsWith('Op')) || name === 'null');
}

/** What is written between the key and the value of an entry, if that is short; else what is usual. */
export function between(text: string, key: Span, value: Span, form: RegExp, usual: string): string {
  const found = text.slice(key.end, value.start);
  return form.test(found) ? found : usual;
}

/** How an object of the language is written, brackets and keys as `own` tells. */
export function formed(
  own: (text: string, entries: readonly EntryPlace[]) => ObjectForm,
  begin: number,
  entries: readonly Entry[],
  padding: '' | ' ' = '',
): (text: string, by: number) => ObjectForm {
  return (text, by) => {
    const moved = movedEntries(entries, by);
    return { ...own(text, moved), ...habits(text, begin + by, moved, padding) };
  };
}

/** What the entries of an object say about how others would be written into it. `usual`: the padding in one line. */
function habits(text: string, begin: number, entries: readonly EntryPlace[], usual: '' | ' ') {
  const next = text[begin] ?? '';
  const padding = entries.length === 0 || /[\r\n]/.test(next) ? usual : next === ' ' ? ' ' : '';
  const keyWidth = keyWidthOf(text, entries);
  return {
    padding,
    ...(entries.at(-1)?.comma !== undefined && { trailingComma: true }),
    ...(keyWidth !== undefined && { keyWidth }),
  } as const;
}

/** Of keys in lines of their own whose signs stand below each other, though the keys differ in length; of few is not known. */
function keyWidthOf(text: string, entries: readonly EntryPlace[]): number | undefined {
  const keys = entries.flatMap((each) => (each.kind === 'key' && each.keySpan.end < each.value.span.start ? each : []));
  if (keys.length < 2 || keys.some(({ keySpan }) => !startsLine(text, keySpan.start))) return undefined;
  const widths = keys.map(
    ({ keySpan, value }) => /^\s{0,80}/.exec(text.slice(keySpan.end, value.span.start))?.[0].length,
  );
  const ends = keys.map(({ keySpan }, at) => keySpan.end - keySpan.start + (widths[at] ?? 0));
  const isAligned = ends.every((each) => each === ends[0]) && new Set(widths).size > 1;
  return isAligned
    ? (ends[0] as number) - widths.reduce<number>((least, each = 0) => Math.min(least, each), Number.POSITIVE_INFINITY)
    : undefined;
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
