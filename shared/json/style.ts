import type { Span } from '../finding.ts';
import type { ObjectForm } from './codeWriting.ts';
import type { JsonDocument, LiteralNode, ObjectNode } from './parse.ts';
import { isLineBreak } from './tokens.ts';

/** An object, or a list with its items for properties. */
interface Bracketed {
  readonly span: Span;
  readonly properties: readonly { readonly span: Span }[];
}

/** How a document is written, so that what is added looks like what is there. */
export interface Style {
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  /** No blanks inside brackets and behind commas. */
  readonly compact: boolean;
  /** Of objects that are not written in a way of their own. */
  readonly form: ObjectForm;
  readonly value: (value: LiteralNode['value']) => string;
}

/** In characters: code shows by then how it is written. */
const mostOfCode = 50_000;

export function styleOf({ text, root, code }: JsonDocument): Style {
  const object = root?.type === 'object' ? root : undefined;
  const form = object?.form ?? { ...jsonForm, colon: colonOf(text, object) };
  // All bodies in a file of code have its whole text.
  const beginning = code ? text.slice(0, mostOfCode) : text;
  return {
    eol: /\r\n|\n|\r/.exec(beginning)?.[0] ?? '\n',
    unit: unitOf(text, object) || (code && unitOfCode(beginning)) || '  ',
    compact: form.colon === ':',
    form,
    value: code?.value ?? JSON.stringify,
  };
}

const jsonForm: ObjectForm = { open: '{', close: '}', colon: ': ', padding: ' ', key: (name) => JSON.stringify(name) };

function colonOf(text: string, root: ObjectNode | undefined): string {
  const first = root?.properties[0];
  const between = first?.value ? text.slice(first.keySpan.end, first.value.span.start) : ': ';
  return /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
}

/** Empty where the object does not show it. */
function unitOf(text: string, root: ObjectNode | undefined): string {
  const first = root && (root.literal ?? root.properties)[0];
  const indent = first && startsLine(text, first.span.start) ? indentAt(text, first.span.start) : '';
  const outer = root ? indentAt(text, root.span.start) : '';
  return indent.startsWith(outer) ? indent.slice(outer.length) : indent;
}

/** That of the first line that is indented by more than the blank of a comment's lines. */
function unitOfCode(text: string): string {
  return /^(?:\t| {2,8})(?=[^\s*])/m.exec(text)?.[0] ?? '';
}

/** Whether the properties of the object are on lines of their own, if not the first one. */
export function isMultiline(text: string, node: Bracketed): boolean {
  const [first] = node.properties;
  const last = node.properties.at(-1);
  if (first && last && last !== first && startsLine(text, last.span.start)) return true;
  return /[\r\n]/.test(text.slice(node.span.start, first?.span.start ?? node.span.end));
}

/** The blanks that the object's properties begin with, or would. */
export function innerIndent(text: string, node: Bracketed, style: Style): string {
  // In a text of one line, to ask each property whether it starts a line would take the square of their number.
  const aligned = /[\r\n]/.test(text) ? node.properties.find((each) => startsLine(text, each.span.start)) : undefined;
  return aligned ? indentAt(text, aligned.span.start) : indentAt(text, node.span.start) + style.unit;
}

/** The blanks at the start of the line that contains the offset. */
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

/** Whether only blanks precede the offset in its line. */
export function startsLine(text: string, offset: number): boolean {
  let before = offset - 1;
  while (before >= 0 && ' \t\uFEFF'.includes(text[before] as string)) before--;
  return before < 0 || isLineBreak(text[before]);
}
