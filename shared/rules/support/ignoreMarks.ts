/** Which findings an entry of the profile or a comment is meant to ignore. */
import type { Finding } from '../../finding.ts';
import { firstWhere } from '../../json/ordered.ts';
import type { JsonDocument } from '../../json/parse.ts';
import { pointerAt } from '../../json/pointer.ts';
import type { IgnoreComment, IgnoreEntry } from '../../model/ignore.ts';

/*
 * A mark represents all entries about the same findings, or all comments that do: there may be thousands of each,
 * and thousands of findings, so that each finding looks its marks up instead of asking every one.
 */

export function entryMark({ code, pointer }: Pick<IgnoreEntry, 'code' | 'pointer'>): string {
  return pointer === undefined ? code : `${code} ${pointer}`;
}

export function commentMark({ code, line }: Pick<IgnoreComment, 'code' | 'line'>): string {
  return `${code} in ${line?.start}`;
}

/** Returns a function for the marks of a finding: none where it is not to be ignored. */
export function marker(
  document: JsonDocument,
  entries: readonly IgnoreEntry[],
  comments: readonly Pick<IgnoreComment, 'code' | 'line'>[],
): (finding: Finding) => readonly string[] {
  const marks = new Set([...entries.map(entryMark), ...comments.map(commentMark)]);
  const pointed = new Set(entries.filter(({ pointer }) => pointer !== undefined).map(({ code }) => code));
  const lines = comments.flatMap(({ line }) => line ?? []).sort((a, b) => a.start - b.start);
  return ({ code, span }) => {
    const line = lines[firstWhere(lines, ({ start }) => start > span.start) - 1];
    const own = [
      entryMark({ code, pointer: undefined }),
      ...(pointed.has(code) ? [entryMark({ code, pointer: pointerAt(document, span) })] : []),
      ...(line && span.start <= line.end ? [commentMark({ code, line })] : []),
    ];
    return own.filter((each) => marks.has(each));
  };
}
