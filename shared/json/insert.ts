/** What comes into an object or a list: where it goes and how it is laid out there. */
import type { Edit, Span } from '../finding.ts';
import type { ObjectForm } from './codeWriting.ts';
import { firstWhere } from './ordered.ts';
import type { HolderNode, JsonDocument } from './parse.ts';
import type { Removable } from './remove.ts';
import { indentAt, innerIndent, isMultiline, lineStart, type Style, startsLine } from './style.ts';

/** An object, or a list looked at as one: its items are its properties. */
export interface Holder {
  readonly span: Span;
  /** Behind its opening bracket. */
  readonly begin: number;
  /** Those between its brackets: in code, others may be assigned. */
  readonly properties: readonly Removable[];
  readonly isList: boolean;
}

/** How the members of an object or list are written. */
export interface Layout {
  readonly style: Style;
  readonly form: ObjectForm;
  readonly multiline: boolean;
  readonly indent: string;
  /** Between two properties, the comma included. */
  readonly separator: string;
}

export function holderOf(node: HolderNode): Holder {
  const { span } = node;
  if (node.type === 'object')
    return { span, begin: node.begin ?? span.start + 1, properties: node.literal ?? node.properties, isList: false };
  const properties = node.items.map((item, index) => ({ span: item.span, comma: node.commas[index] }));
  return { span, begin: span.start + 1, properties, isList: true };
}

export function layoutOf(text: string, holder: Holder, style: Style, form: ObjectForm): Layout {
  const multiline = isMultiline(text, holder);
  // In one line nothing is indented, and to look for the start of the line each time would take the square of its length.
  const indent = multiline ? innerIndent(text, holder, style) : '';
  const separator = multiline ? `,${style.eol}${indent}` : style.compact ? ',' : ', ';
  return { style, form, multiline, indent, separator };
}

/** Inside the brackets of an object in one line. */
export function paddingOf({ style, form }: Layout): string {
  return style.compact ? '' : (form.padding ?? (form.open === '{' ? ' ' : ''));
}

/** Puts the printed block behind all that the holder has. Lists have no blanks inside their brackets. */
export function insert(document: JsonDocument, holder: Holder, block: string, layout: Layout): readonly Edit[] {
  return holder.properties.length > 0
    ? insertBehind(document, holder, block, layout)
    : insertInto(document.text, holder, block, layout);
}

/** Puts the printed block in front of the property: comments above it stay there. */
export function insertBefore(
  document: JsonDocument,
  holder: Holder,
  property: Removable,
  block: string,
  layout: Layout,
): readonly Edit[] {
  const before = holder.properties.slice(0, holder.properties.indexOf(property));
  if (before.length > 0) return insertBehind(document, { ...holder, properties: before }, block, layout);
  if (!layout.multiline || !startsLine(document.text, property.span.start))
    return [insertion(property.span.start, block + layout.separator)];
  const line = `${layout.separator.slice(1)}${block},`;
  return [insertion(behindComments(document, holder.begin), line)];
}

function insertBehind(document: JsonDocument, { properties }: Holder, block: string, layout: Layout): readonly Edit[] {
  const last = properties.at(-1) as Removable;
  const trailing = last.comma !== undefined;
  const end = trailing ? (last.comma as number) + 1 : last.span.end;
  const place = layout.multiline ? behindComments(document, end) : end;
  const inserted = layout.separator.slice(1) + block;
  if (trailing) return [insertion(place, `${inserted},`)];
  return place === end ? [insertion(end, `,${inserted}`)] : [insertion(end, ','), insertion(place, inserted)];
}

/** The end of the comments that follow in the same line, else the offset itself. */
export function behindComments({ text, comments }: JsonDocument, offset: number): number {
  let found = offset;
  for (let at = firstWhere(comments, ({ start }) => start >= offset); at < comments.length; at++) {
    const { start, end } = comments[at] as Span;
    if (!/^[ \t]*$/.test(text.slice(found, start)) || /[\r\n]/.test(text.slice(start, end))) break;
    found = end;
  }
  return found;
}

function insertInto(text: string, holder: Holder, block: string, layout: Layout): readonly Edit[] {
  const close = holder.span.end - 1;
  if (layout.multiline) return [onOwnLine(text, holder, layout.indent + block + layout.style.eol, layout)];
  const inside = { start: holder.begin, end: close };
  const blank = holder.isList ? '' : paddingOf(layout);
  if (text.slice(inside.start, inside.end).trim() === '') return [{ span: inside, text: blank + block + blank }];
  return [insertion(close, (/\s/.test(text[close - 1] ?? '') ? '' : ' ') + block + blank)];
}

/** The line goes before that of the closing brace; where a comment ends in the brace's line, between the two. */
function onOwnLine(text: string, { span }: Holder, line: string, { style }: Layout): Edit {
  const close = span.end - 1;
  if (startsLine(text, close)) return insertion(lineStart(text, close), line);
  return insertion(close, style.eol + line + indentAt(text, span.start));
}

export function insertion(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}
