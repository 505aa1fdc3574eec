import type { Span } from '../finding.ts';
import type { JsonDocument, LiteralNode } from './parse.ts';

/** An object, or a list with its items for properties. */
interface Bracketed {
  readonly span: Span;
  readonly properties: readonly { readonly span: Span }[];
}

/** How the language of a document writes keys and values. */
interface Spelling {
  readonly key: (name: string) => string;
  readonly value: (value: LiteralNode['value']) => string;
}

export const jsonSpelling: Spelling = {
  key: (name) => JSON.stringify(name),
  value: (value) => JSON.stringify(value),
};

/** How a document is written, so that what is added looks like what is there. */
export interface Style {
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  /** Between name and value. */
  readonly colon: string;
  /** No blanks inside brackets and behind commas. */
  readonly compact: boolean;
  readonly spelling: Spelling;
}

export function styleOf({ text, root }: JsonDocument): Style {
  const first = root?.type === 'object' ? root.properties[0] : undefined;
  const between = first?.value ? text.slice(first.keySpan.end, first.value.span.start) : ': ';
  const colon = /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
  const indent = first && startsLine(text, first.span.start) ? indentAt(text, first.span.start) : '';
  const outer = root ? indentAt(text, root.span.start) : '';
  const unit = indent.startsWith(outer) ? indent.slice(outer.length) : indent;
  return {
    eol: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    unit: unit || '  ',
    colon,
    compact: colon === ':',
    spelling: jsonSpelling,
  };
}

/** Whether the properties of the object stand on lines of their own. */
export function isMultiline(text: string, node: Bracketed): boolean {
  const end = node.properties[0]?.span.start ?? node.span.end;
  return /[\r\n]/.test(text.slice(node.span.start, end));
}

/** The blanks that the object's properties begin with, or would. */
export function innerIndent(text: string, node: Bracketed, style: Style): string {
  // In a text of one line, to ask each property whether it starts a line would take the square of their number.
  const aligned = /[\r\n]/.test(text) ? node.properties.find((each) => startsLine(text, each.span.start)) : undefined;
  return aligned ? indentAt(text, aligned.span.start) : indentAt(text, node.span.start) + style.unit;
}

/** The blanks at the start of the line that holds the offset. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}

/** The same of many offsets, in their order: of those in one line, the start is looked for once. */
export function indentsAt(text: string, ordered: readonly number[]): readonly string[] {
  let seen = 0;
  let indent = indentAt(text, 0);
  return ordered.map((offset) => {
    let at = offset;
    while (at > seen && !isLineBreak(text[at - 1])) at--;
    if (at > seen) indent = indentAt(text, at);
    seen = offset;
    return indent;
  });
}

export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text[start - 1])) start--;
  return start;
}

/** Whether only blanks stand before the offset in its line. */
export function startsLine(text: string, offset: number): boolean {
  let before = offset - 1;
  while (before >= 0 && ' \t\uFEFF'.includes(text[before] as string)) before--;
  return before < 0 || isLineBreak(text[before]);
}

export function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
