import type { Edit, Span } from '../finding.ts';
import { lineStart, startsLine } from './style.ts';
import { isLineBreak } from './tokens.ts';

/** A property of an object or an item of a list. */
export interface Removable {
  readonly span: Span;
  /** Offset of the comma behind it, if there is one. */
  readonly comma: number | undefined;
}

/**
 * The edits that take some of `all` out of their object or list: with their lines where they have lines of their own, with
 * the comma that is then too many. Comments stay. `slot` is a removed one whose place another takes.
 */
export function removals(
  text: string,
  all: readonly Removable[],
  removed: readonly Removable[],
  slot?: Removable,
): readonly Edit[] {
  const spans = [...removed.flatMap((each) => removalSpans(text, each)), ...orphanedComma(all, removed, slot)];
  return joined(spans).map((span) => ({ span: withoutDoubleBlank(text, span), text: '' }));
}

/** One span, or two where a comment is between the property and its comma. */
function removalSpans(text: string, { span, comma }: Removable): readonly Span[] {
  if (comma === undefined) return [removalSpan(text, span, false)];
  if (text.slice(span.end, comma).trim() === '') return [removalSpan(text, { ...span, end: comma + 1 }, true)];
  return [removalSpan(text, span, true), { start: comma, end: comma + 1 }];
}

/** The span with the blanks that would be left over. */
function removalSpan(text: string, { start, end }: Span, separated: boolean): Span {
  const restOfLine = blanksAfter(text, end);
  const lastInLine = restOfLine === text.length || isLineBreak(text[restOfLine]);
  if (startsLine(text, start)) {
    return lastInLine
      ? { start: lineStart(text, start), end: behindLineBreak(text, restOfLine) }
      : { start, end: restOfLine };
  }
  return separated && !lastInLine ? { start, end: restOfLine } : { start: blanksBefore(text, start), end };
}

/** Where the last ones go, the comma before them goes too, unless all is written with a trailing one. */
function orphanedComma(
  all: readonly Removable[],
  removed: readonly Removable[],
  slot: Removable | undefined,
): readonly Span[] {
  const last = all.at(-1);
  const gone = new Set(removed);
  const kept = all.findLast((each) => each === slot || !gone.has(each));
  if (last?.comma !== undefined || kept?.comma === undefined) return [];
  return [{ start: kept.comma, end: kept.comma + 1 }];
}

function withoutDoubleBlank(text: string, { start, end }: Span): Span {
  return text[end] === ' ' && !startsLine(text, start) ? { start: blanksBefore(text, start), end } : { start, end };
}

function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (!last || span.start > last.end) result.push(span);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return result;
}

function blanksAfter(text: string, offset: number): number {
  let end = offset;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return end;
}

function blanksBefore(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start;
}

function behindLineBreak(text: string, offset: number): number {
  return text.startsWith('\r\n', offset) ? offset + 2 : Math.min(offset + 1, text.length);
}
