/** The two ways to ignore a finding: an entry of the lock profile, and a comment next to it. */
import type { Edit, Span } from '../finding.ts';
import { firstWhere } from '../json/ordered.ts';
import type { JsonDocument } from '../json/parse.ts';
import { indentAt, lineStart, startsLine, styleOf } from '../json/style.ts';
import { isBlank, isLineBreak } from '../json/tokens.ts';

/** Findings to ignore: those with a code, in some files or all, in one place or everywhere. */
export interface IgnoreEntry {
  /** Its index in the list, which identifies it. */
  readonly index: number;
  readonly code: string;
  /** A glob relative to the profile. */
  readonly files: string | undefined;
  readonly pointer: string | undefined;
  /** The name of a request, in a file that contains several. */
  readonly request: string | undefined;
}

/**
 * `// zoom-request-lens-ignore passcode-generated: why` ignores findings with that code in one line: its own line if there
 * is anything else in it, else the next line with content. So several can be stacked above one line.
 */
export interface IgnoreComment {
  /** Undefined where it does not name one. */
  readonly code: string | undefined;
  readonly span: Span;
  /** The line that it applies to, without its line break; undefined where nothing follows. */
  readonly line: Span | undefined;
}

/** The reason that a fix writes, for the user to replace. */
export const someReason = 'intended';

const word = 'zoom-request-lens-ignore';
const pattern = /^(?:\/[/*]|#)\s*zoom-request-lens-ignore(?![\w-])(?:[ \t]+([\w-]+))?/;

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
export function ignoreCommentAbove(document: JsonDocument, offset: number, rule: string): Edit | undefined {
  const { text, comments, code } = document;
  const start = Math.max(lineStart(text, offset), text.startsWith('\uFEFF') ? 1 : 0);
  // Comments do not overlap: only the last one that begins before the line can extend into it.
  const before = comments[firstWhere(comments, (each) => each.start >= start) - 1];
  if (before && start < before.end) return undefined;
  const line = `${indentAt(text, start)}${code?.comment ?? '//'} ${word} ${rule}: ${someReason}${styleOf(document).eol}`;
  return { span: { start, end: start }, text: line };
}

/** Comments in one line with nothing but blanks between them, and the line that they apply to. */
interface CommentRow {
  readonly row: readonly Span[];
  readonly line: Span | undefined;
}

/** All comments, from the last row to the first, since a row on its own line applies to the same line as the next row. */
function rowsOf({ text, comments }: JsonDocument): readonly CommentRow[] {
  const found: CommentRow[] = [];
  let following: RowEnds | undefined;
  for (const row of adjoining(text, comments).toReversed()) {
    const { start } = row[0] as Span;
    const ends = rowEnds(text, (row.at(-1) as Span).end, { start, following });
    const offset = startsLine(text, start) ? ends.next : start;
    const line = offset < text.length ? lineAround(text, offset, found.at(-1)?.line) : undefined;
    found.push({ row, line });
    following = ends;
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

interface RowEnds {
  /** Where the row begins. */
  readonly start: number;
  /** The first character after it that is neither blank nor in a comment; the end of the text if there is none. */
  readonly next: number;
}

function rowEnds(
  text: string,
  end: number,
  { start, following }: { readonly start: number; readonly following: RowEnds | undefined },
): RowEnds {
  let next = end;
  while (next < text.length && isBlank(text[next] as string)) next++;
  return { start, next: following?.start === next ? following.next : next };
}

/** `known` is a line that was found before: in a text of a single line, searching for its ends each time would take too long. */
function lineAround(text: string, offset: number, known: Span | undefined): Span {
  if (known && known.start <= offset && offset <= known.end) return known;
  let end = offset;
  while (end < text.length && !isLineBreak(text[end])) end++;
  return { start: lineStart(text, offset), end };
}
