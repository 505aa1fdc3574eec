/** The two ways to say that a finding need not be told: an entry of the lock profile, and a comment beside it. */
import type { Edit, Span } from '../finding.ts';
import type { JsonDocument } from '../json/parse.ts';
import { indentAt, isLineBreak, lineStart, startsLine, styleOf } from '../json/style.ts';

/** Findings that nobody wants to be told of: those of a code, in some files or all, at one place or everywhere. */
export interface IgnoreEntry {
  /** Its place in the list, which tells it from every other. */
  readonly index: number;
  readonly code: string;
  /** A glob relative to the profile. */
  readonly files: string | undefined;
  readonly pointer: string | undefined;
  /** The name of a request, in a file that holds several. */
  readonly request: string | undefined;
}

/**
 * `// zoom-request-lens-ignore passcode-generated: why` keeps findings of that code in one line from being told: in its own
 * line where something else stands there, else in the next line that holds something. So several can stand one above the other.
 */
export interface IgnoreComment {
  /** Undefined where it names none. */
  readonly code: string | undefined;
  readonly span: Span;
  /** The line that it speaks of, without its line break; undefined where nothing follows. */
  readonly line: Span | undefined;
}

/** Stands for the reason in what a fix writes, to be replaced by a better one. */
export const someReason = 'intended';

const word = 'zoom-request-lens-ignore';
const pattern = new RegExp(`^/[/*]\\s*${word}(?![\\w-])(?:[ \\t]+([\\w-]+))?`);

/** In the order of the text. */
export function ignoreComments(document: JsonDocument): readonly IgnoreComment[] {
  const { text, comments } = document;
  return comments.flatMap((span, at) => {
    const match = pattern.exec(text.slice(span.start, span.end));
    return match ? [{ code: match[1], span, line: lineFor(document, at) }] : [];
  });
}

/** Such a comment above the line that the offset is in; undefined where that line begins inside another comment. */
export function ignoreCommentAbove(document: JsonDocument, offset: number, code: string): Edit | undefined {
  const { text, comments } = document;
  const start = Math.max(lineStart(text, offset), text.startsWith('\uFEFF') ? 1 : 0);
  if (comments.some((each) => each.start < start && start < each.end)) return undefined;
  const line = `${indentAt(text, start)}// ${word} ${code}: ${someReason}${styleOf(document).eol}`;
  return { span: { start, end: start }, text: line };
}

function lineFor({ text, comments }: JsonDocument, at: number): Span | undefined {
  const before = firstOfRow(text, comments, at);
  if (!startsLine(text, before)) return lineAround(text, before);
  const next = behindRow(text, comments, at);
  return next < text.length ? lineAround(text, next) : undefined;
}

/** Where the comments begin that stand in the same line before this one, with nothing but blanks between. */
function firstOfRow(text: string, comments: readonly Span[], at: number): number {
  const { start } = comments[at] as Span;
  const previous = comments[at - 1];
  const adjoins = previous && /^[ \t]*$/.test(text.slice(previous.end, start));
  return adjoins ? firstOfRow(text, comments, at - 1) : start;
}

/** The first character behind the comment that is neither blank nor in a comment; the end of the text where there is none. */
function behindRow(text: string, comments: readonly Span[], at: number): number {
  let next = (comments[at] as Span).end;
  for (let following = at + 1; ; following++) {
    while (/\s/.test(text[next] ?? '')) next++;
    const comment = comments[following];
    if (comment?.start !== next) return next;
    next = comment.end;
  }
}

function lineAround(text: string, offset: number): Span {
  let end = offset;
  while (end < text.length && !isLineBreak(text[end])) end++;
  return { start: lineStart(text, offset), end };
}
