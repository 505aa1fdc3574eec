/** A body in code as a document: its text is that of the whole file, of which the map has the parts that are its own. */
import type { Span } from '../../finding.ts';
import { firstWhere } from '../../json/ordered.ts';
import type { JsonDocument, ObjectNode } from '../../json/parse.ts';
import { lineStart, startsLine } from '../../json/style.ts';
import type { TextMap } from '../../json/textMap.ts';
import type { Code, Language } from './language.ts';

interface CodeBody {
  readonly root: ObjectNode;
  readonly isComplete: boolean;
  /** Of literals and statements, in any order. */
  readonly spans: readonly Span[];
}

export function codeDocument(
  text: string,
  code: Code,
  language: Language,
  { root, isComplete, spans }: CodeBody,
): { readonly document: JsonDocument; readonly map: TextMap } {
  const parts = joined([root.span, ...spans].map((span) => inWholeLines(text, span, code.comments)));
  const comments = code.comments.filter((each) => isInside(parts, each));
  const passcode = language.passcode(text);
  const { needs } = passcode;
  const quote = quoteOf(text, root.span) ?? language.quote;
  const document: JsonDocument = {
    text,
    root,
    errors: [],
    comments,
    code: {
      isComplete,
      value: (value) => language.value(value, quote),
      passcode: {
        expression: passcode.expression,
        ...(needs && { needs: { span: { start: needs.offset, end: needs.offset }, text: needs.text } }),
      },
      comment: language.comment,
    },
  };
  const first = needs && !isInside(parts, { start: needs.offset, end: needs.offset }) ? [needs.offset] : [];
  const pieces = [...parts, ...first.map((start) => ({ start, end: start }))]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ body: start, file: start, length: end - start }));
  return { document, map: { pieces, spell: (each) => each, isScattered: true } };
}

/** Lines of more characters are taken for the work of a tool: there, only the span itself counts. */
const maxLine = 1000;

/** With the rest of its lines, and the comments above them: what is said about a body is there. */
function inWholeLines(text: string, span: Span, comments: readonly Span[]): Span {
  const before = text.slice(Math.max(0, span.start - maxLine), span.start);
  const behind = text.slice(span.end, span.end + maxLine);
  const end = /\r\n|[\r\n]/.exec(behind);
  let start = span.start - before.length + lineStart(before, before.length);
  if (start === span.start - maxLine || (!end && behind.length === maxLine)) return span;
  for (;;) {
    const above = comments[firstWhere(comments, (each) => each.start >= start) - 1];
    if (!above || start - above.end > maxLine || !startsLine(text, above.start)) break;
    if (!/^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(above.end, start))) break;
    start = lineStart(text, above.start);
  }
  return { start, end: span.end + (end ? end.index + end[0].length : behind.length) };
}

function joined(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && span.start <= last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else found.push(span);
  }
  return found;
}

function isInside(parts: readonly Span[], { start, end }: Span): boolean {
  const part = parts[firstWhere(parts, (each) => each.end >= end)];
  return part !== undefined && part.start <= start;
}

/** The one that its own strings have most. */
function quoteOf(text: string, { start, end }: Span): string | undefined {
  const inside = text.slice(start, Math.min(end, start + 2000));
  const single = inside.split("'").length;
  const double = inside.split('"').length;
  if (single === double) return single === 1 ? undefined : /['"]/.exec(inside)?.[0];
  return single > double ? "'" : '"';
}
