/** Comments between the bodies of a file that ignore findings in the line where a body begins or ends. */
import type { Span } from '../../finding.ts';
import { firstWhere } from '../../json/ordered.ts';
import type { JsonDocument } from '../../json/parse.ts';
import { overlapsAny } from '../../json/spans.ts';
import { bodyOffset, fileSpan, type TextMap } from '../../json/textMap.ts';
import { type IgnoreComment, ignoreComments } from '../../model/ignore.ts';
import { commentMark } from './ignoreMarks.ts';

/** Its line counts in the body. */
export interface OuterComment extends Pick<IgnoreComment, 'code' | 'line'> {
  /** Of the comment itself, in the file. */
  readonly mark: string;
}

/** One of the bodies in a file. */
interface PlacedBody {
  readonly document: JsonDocument;
  readonly map: TextMap;
}

/** More codes than there are rules. */
const mostCodes = 100;

/** For each body, which must not overlap and be in the order of the text. */
export function outerComments(
  document: JsonDocument,
  bodies: readonly PlacedBody[],
): (body: PlacedBody) => readonly OuterComment[] {
  const spans = bodies.map(bodyInFile);
  const outside = ignoreComments(document).filter(({ span }) => !overlapsAny(spans, span));
  if (outside.length === 0) return () => [];
  const lines = byLine(outside);
  const lineAt = (offset: number) => {
    const found = lines[firstWhere(lines, ({ line }) => line.start > offset) - 1];
    return found && offset <= found.line.end ? [found] : [];
  };
  return (body) => {
    const { start, end } = bodyInFile(body);
    const around = new Set([...lineAt(start), ...lineAt(end)]);
    return [...around].flatMap(({ line, comments }) =>
      comments.map((each) => ({ code: each.code, line: lineIn(body, line), mark: commentMark(each) })),
    );
  };
}

function bodyInFile({ map, document: { text } }: PlacedBody): Span {
  return fileSpan(map, { start: 0, end: text.length });
}

interface CommentedLine {
  readonly line: Span;
  /** One for each code. */
  readonly comments: readonly IgnoreComment[];
}

function byLine(comments: readonly IgnoreComment[]): readonly CommentedLine[] {
  const lines = new Map<number, { readonly line: Span; readonly codes: Map<string, IgnoreComment> }>();
  for (const each of comments) {
    const { code, line } = each;
    if (code === undefined || line === undefined) continue;
    const known = lines.get(line.start) ?? { line, codes: new Map<string, IgnoreComment>() };
    lines.set(line.start, known);
    if (known.codes.size < mostCodes) known.codes.set(code, each);
  }
  return [...lines.values()]
    .map(({ line, codes }) => ({ line, comments: [...codes.values()] }))
    .sort((a, b) => a.line.start - b.line.start);
}

/** A line that begins before the body is the first one of the body's own text, indentation included. */
function lineIn({ map, document: { text } }: PlacedBody, { start, end }: Span): Span {
  return { start: bodyOffset(map, start) ?? 0, end: bodyOffset(map, end) ?? text.length };
}
