/** What comes into an object or a list: where it goes and how it is laid out there. */
import type { Edit, Span } from '../finding.ts';
import type { Removable } from './remove.ts';
import { indentAt, innerIndent, isMultiline, lineStart, type Style, startsLine } from './style.ts';
import type { HolderNode } from './targets.ts';
import { tokenAt } from './tokens.ts';

/** An object, or a list looked at as one: its items are its properties. */
interface Holder {
  readonly span: Span;
  readonly properties: readonly Removable[];
}

/** How what a holder holds is written. */
export interface Layout {
  readonly style: Style;
  readonly multiline: boolean;
  readonly indent: string;
  /** Between two properties, the comma included. */
  readonly separator: string;
}

export function holderOf(node: HolderNode): Holder {
  if (node.type === 'object') return node;
  const properties = node.items.map(({ span }, index) => ({ span, comma: node.commas[index] }));
  return { span: node.span, properties };
}

export function layoutOf(text: string, holder: Holder, style: Style): Layout {
  const multiline = isMultiline(text, holder);
  // In one line nothing is indented, and to look for the start of the line each time would take the square of its length.
  const indent = multiline ? innerIndent(text, holder, style) : '';
  const separator = multiline ? `,${style.eol}${indent}` : style.compact ? ',' : ', ';
  return { style, multiline, indent, separator };
}

/** Puts the printed block behind all that the holder has. Lists have no blanks inside their brackets. */
export function insert(text: string, holder: Holder, block: string, layout: Layout): readonly Edit[] {
  return holder.properties.length > 0
    ? insertBehind(text, holder, block, layout)
    : insertInto(text, holder, block, layout);
}

/** Puts the printed block in front of the property: comments above it stay there. */
export function insertBefore(
  text: string,
  holder: Holder,
  property: Removable,
  block: string,
  layout: Layout,
): readonly Edit[] {
  const before = holder.properties.slice(0, holder.properties.indexOf(property));
  if (before.length > 0) return insertBehind(text, { ...holder, properties: before }, block, layout);
  if (!layout.multiline || !startsLine(text, property.span.start))
    return [insertion(property.span.start, block + layout.separator)];
  const line = `${layout.separator.slice(1)}${block},`;
  return [insertion(behindComments(text, holder.span.start + 1), line)];
}

function insertBehind(text: string, { properties }: Holder, block: string, layout: Layout): readonly Edit[] {
  const last = properties.at(-1) as Removable;
  const trailing = last.comma !== undefined;
  const end = trailing ? (last.comma as number) + 1 : last.span.end;
  const place = layout.multiline ? behindComments(text, end) : end;
  const inserted = layout.separator.slice(1) + block;
  if (trailing) return [insertion(place, `${inserted},`)];
  return place === end ? [insertion(end, `,${inserted}`)] : [insertion(end, ','), insertion(place, inserted)];
}

/** The end of the comments that follow in the same line, else the offset itself. */
function behindComments(text: string, offset: number): number {
  let found = offset;
  for (let at = offset; at < text.length; ) {
    const { kind, start, end, closed } = tokenAt(text, at);
    const isComment = kind === 'comment' && (closed || text[start + 1] === '/');
    if ((kind !== 'blanks' && !isComment) || /[\r\n]/.test(text.slice(start, end))) return found;
    if (isComment) found = end;
    at = end;
  }
  return found;
}

function insertInto(text: string, holder: Holder, block: string, layout: Layout): readonly Edit[] {
  const close = holder.span.end - 1;
  if (layout.multiline) return [onOwnLine(text, holder, layout.indent + block + layout.style.eol, layout)];
  const inside = { start: holder.span.start + 1, end: close };
  const blank = layout.style.compact || text[close] === ']' ? '' : ' ';
  if (text.slice(inside.start, inside.end).trim() === '') return [{ span: inside, text: blank + block + blank }];
  return [insertion(close, (/\s/.test(text[close - 1] ?? '') ? '' : ' ') + block + blank)];
}

/** The line goes before that of the closing brace; where a comment ends in the brace's line, between the two. */
function onOwnLine(text: string, { span }: Holder, line: string, { style }: Layout): Edit {
  const close = span.end - 1;
  if (startsLine(text, close)) return insertion(lineStart(text, close), line);
  return insertion(close, style.eol + line + indentAt(text, span.start));
}

function insertion(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}
