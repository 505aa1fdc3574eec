/** What the readers of Lezer's trees have in common. */
import type { SyntaxNode } from '@lezer/common';
import type { ObjectForm } from '../../../json/codeWriting.ts';
import { startsLine } from '../../../json/style.ts';
import type { Entry, EntryPlace, Expression, ObjectExpression, Statement } from '../ir.ts';
import { movedEntries } from '../movedSpans.ts';
import { childrenOf, type Reading } from './lezer.ts';

export type Read<T> = (node: SyntaxNode, at: Reading) => T;
export type Reads<T> = Readonly<Record<string, Read<T>>>;

/** Deeper than people nest; far from a stack overflow. */
const maxDepth = 200;

/** Reads a node by its name. `otherwise`: one that is not in the list; `tooDeep`: one that is nested deeper than people nest. */
export function readerOf<T>(reads: Reads<T>, otherwise: Read<T>, tooDeep: (node: SyntaxNode) => T): Read<T> {
  return (node, around) => {
    if (around.depth >= maxDepth) return tooDeep(node);
    const read = Object.hasOwn(reads, node.name) ? reads[node.name] : undefined;
    return (read ?? otherwise)(node, { ...around, depth: around.depth + 1 });
  };
}

export function textOf({ from, to }: SyntaxNode, { text }: Reading): string {
  return text.slice(from, to);
}

/** Brackets and keywords have other names; operators say nothing by themselves. */
export function isMeaningful({ name, type }: SyntaxNode): boolean {
  return !type.isError && ((name >= 'A' && name < '[' && !name.endsWith('Op')) || name === 'null');
}

export function meaningfulIn(node: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(node).filter(isMeaningful);
}

/** What is written between key and value where that is shortest, if it has this form anywhere; else what is usual. */
export function between(text: string, entries: readonly EntryPlace[], form: RegExp, usual: string): string {
  const found = entries.flatMap((each) => {
    const written = each.kind === 'key' ? text.slice(each.keySpan.end, each.value.span.start) : '';
    return form.test(written) ? [written] : [];
  });
  return found.reduce((least, each) => (each.length < least.length ? each : least), found[0] ?? usual);
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
  return {
    padding,
    ...(entries.at(-1)?.comma !== undefined && { trailingComma: true }),
    ...columnsOf(text, entries),
  } as const;
}

/** Of plain values in lines of their own, where signs or values are aligned though keys differ in length. */
function columnsOf(text: string, entries: readonly EntryPlace[]): Pick<ObjectForm, 'keyWidth' | 'valueWidth'> {
  const plain = entries.flatMap((each) =>
    each.kind === 'key' && each.keySpan.end < each.value.span.start && !'{['.includes(text[each.value.span.start] ?? '')
      ? each
      : [],
  );
  if (plain.length < 2 || plain.some(({ keySpan }) => !startsLine(text, keySpan.start))) return {};
  const columns = plain.map(({ keySpan, value }) => {
    const written = text.slice(keySpan.end, value.span.start);
    const [before = ''] = /^\s{0,80}/.exec(written) ?? [];
    const key = keySpan.end - keySpan.start;
    return {
      key,
      before: before.length,
      whole: /^[ \t]{0,80}\S{1,2}[ \t]{0,80}$/.test(written) ? written.length : Number.NaN,
    };
  });
  const least = columns.reduce((all, { before }) => Math.min(all, before), Number.POSITIVE_INFINITY);
  const keyWidth = columnIn(columns.map(({ key, before }) => [key, before]));
  const valueWidth = columnIn(columns.map(({ key, whole }) => [key, whole]));
  if (keyWidth !== undefined) return { keyWidth: keyWidth - least };
  return valueWidth === undefined ? {} : { valueWidth };
}

/** Where what is behind keys of these lengths ends, if that is the same though the lengths differ. */
function columnIn(lengths: readonly (readonly [key: number, behind: number])[]): number | undefined {
  const [first, ...others] = lengths.map(([key, behind]) => key + behind);
  return others.every((each) => each === first) && new Set(lengths.map(([key]) => key)).size > 1 ? first : undefined;
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

/** `array_merge($defaults, […])`, `[…] + $defaults`, `DEFAULTS | {…}`: as if one were spread in the other, which is a literal. */
export function merged(values: readonly Expression[]): ObjectExpression | undefined {
  const literal = values.findLast((each) => each.kind === 'object');
  if (literal?.kind !== 'object') return undefined;
  const entries = values.flatMap((each): readonly Entry[] => {
    if (each === literal) return literal.entries;
    return [{ kind: 'spread', span: each.span, comma: undefined, value: each }];
  });
  return { ...literal, entries };
}
