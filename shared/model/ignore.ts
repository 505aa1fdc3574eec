/** The two ways to say that a finding need not be told: an entry of the lock profile, and a comment beside it. */
import type { Edit, Span } from '../finding.ts';
import { firstWhere } from '../json/ordered.ts';
import type { JsonDocument } from '../json/parse.ts';
import { indentAt, isLineBreak, lineStart, startsLine, styleOf } from '../json/style.ts';
import { isBlank } from '../json/tokens.ts';

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
const pattern = /^\/[/*]\s*zoom-request-lens-ignore(?![\w-])(?:[ \t]+([\w-]+))?/;

/** In the order of the text. */
export function ignoreComments(document: JsonDocument): readonly IgnoreComment[] {
  const { text, comments } = document;
  if (!comments.some((span) => matchOf(text, span))) return [];
  return rowsOf(document).flatMap(({ row, line }) =>
    row.flatMap((span) => {
      const match = matchOf(text, span);
      return match ? [{ code: match[1], span, line }] : [];
    }),
  );
}

function matchOf(text: string, { start, end }: Span): RegExpExecArray | null {
  return pattern.exec(text.slice(start, end));
}

/** Such a comment above the line that the offset is in; undefined where that line begins inside another comment. */
export function ignoreCommentAbove(document: JsonDocument, offset: number, code: string): Edit | undefined {
  const { text, comments } = document;
  const start = Math.max(lineStart(text, offset), text.startsWith('\uFEFF') ? 1 : 0);
  // Comments do not overlap: the last one that begins before the line is the only one that can go on into it.
  const before = comments[firstWhere(comments, (each) => each.start >= start) - 1];
  if (before && start < before.end) return undefined;
  const line = `${indentAt(text, start)}// ${word} ${code}: ${someReason}${styleOf(document).eol}`;
  return { span: { start, end: start }, text: line };
}

/** Comments in one line with nothing but blanks between, and the line that they speak of. */
interface CommentRow {
  readonly row: readonly Span[];
  readonly line: Span | undefined;
}

/** All comments: from the last row to the first, since a row of its own line speaks of what stands behind the next one, too. */
function rowsOf({ text, comments }: JsonDocument): readonly CommentRow[] {
  const found: CommentRow[] = [];
  let following: Place | undefined;
  for (const row of adjoining(text, comments).toReversed()) {
    const { start } = row[0] as Span;
    const place = placeBehind(text, (row.at(-1) as Span).end, { start, following });
    const offset = startsLine(text, start) ? place.next : start;
    const line = offset < text.length ? lineAround(text, offset, found.at(-1)?.line) : undefined;
    found.push({ row, line });
    following = place;
  }
  return found.reverse();
}

function adjoining(text: string, comments: readonly Span[]): readonly (readonly Span[])[] {
  const rows: Span[][] = [];
  let end = 0;
  for (const span of comments) {
    const row = rows.at(-1);
    if (row && /^[ \t]*$/.test(text.slice(end, span.start))) row.push(span);
    else rows.push([span]);
    end = span.end;
  }
  return rows;
}

interface Place {
  /** Where the row begins. */
  readonly start: number;
  /** The first character behind it that is neither blank nor in a comment; the end of the text where there is none. */
  readonly next: number;
}

function placeBehind(
  text: string,
  end: number,
  { start, following }: { readonly start: number; readonly following: Place | undefined },
): Place {
  let next = end;
  while (next < text.length && isBlank(text[next] as string)) next++;
  return { start, next: following?.start === next ? following.next : next };
}

/** `known` is a line that was found before: in a text of one line, to look for its ends each time would take too long. */
function lineAround(text: string, offset: number, known: Span | undefined): Span {
  if (known && known.start <= offset && offset <= known.end) return known;
  let end = offset;
  while (end < text.length && !isLineBreak(text[end])) end++;
  return { start: lineStart(text, offset), end };
}
