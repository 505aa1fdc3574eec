/** The body of a request in an .http file: its text, or the file that it is in. */
import type { Span } from '../../finding.ts';
import type { TextMap } from '../../json/textMap.ts';
import { isEmpty, type Line } from './lines.ts';

/** mixed: text and files. Offsets count from the start of the section. */
export type HttpBody =
  | { readonly kind: 'text'; readonly ranges: readonly Span[] }
  | { readonly kind: 'file'; readonly path: string; readonly span: Span }
  | { readonly kind: 'mixed'; readonly span: Span };

/** Undefined where all lines are empty. */
export function httpBody(text: string, lines: readonly Line[]): HttpBody | undefined {
  const first = lines.findIndex((each) => !isEmpty(each.text));
  if (first < 0) return undefined;
  const last = lines.findLastIndex((each) => !isEmpty(each.text));
  const body = lines.slice(first, last + 1);
  const span = { start: body[0]?.start ?? 0, end: body.at(-1)?.end ?? 0 };
  if (!body.some((each) => fileIn(each.text))) return { kind: 'text', ranges: rangesOf(body) };
  const path = body.length === 1 ? fileIn(text.slice(span.start, span.end)) : undefined;
  if (path === undefined) return { kind: 'mixed', span };
  const start = span.start + text.slice(span.start, span.end).lastIndexOf(path);
  return { kind: 'file', path, span: { start, end: start + path.length } };
}

/** `< ./body.json`, `<@ ./body.json`, `<@latin1 ./body.json`. */
function fileIn(line: string): string | undefined {
  const [start] = /^\s*<(?:@[\w-]*)?\s+(?=[^\s{])/.exec(line) ?? [];
  return start === undefined ? undefined : line.slice(start.length).trim();
}

/** Lines that follow each other are one range. The last one ends before its line end. */
function rangesOf(lines: readonly Line[]): readonly Span[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, next } of lines) {
    const before = ranges.at(-1);
    if (before?.end === start) before.end = next;
    else ranges.push({ start, end: next });
  }
  const last = ranges.at(-1);
  if (last) last.end = lines.at(-1)?.end ?? last.end;
  return ranges;
}

export function textOfRanges(text: string, ranges: readonly Span[]): string {
  return ranges.map(({ start, end }) => text.slice(start, end)).join('');
}

/** The map for the text of the ranges. */
export function mapOfRanges(ranges: readonly Span[]): TextMap {
  let body = 0;
  const pieces = ranges.map(({ start, end }) => {
    const piece = { body, file: start, length: end - start };
    body += end - start;
    return piece;
  });
  return { pieces, spell: (text) => text };
}
