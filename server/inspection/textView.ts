import type { Position, Range, TextDocument, TextEdit } from 'vscode-languageserver-textdocument';
import { bodyOffset, type Edit, fileEdit, fileSpan, type Span, type TextMap } from '../../shared/index.ts';

/** Maps between a body and its file: offsets count in the body, positions in the file (lines and UTF-16 code units from 0). */
export interface TextView {
  /** Of the file. */
  readonly uri: string;
  positionAt(offset: number): Position;
  /** Outside of the body: its nearest edge. */
  offsetAt(position: Position): number;
  holds(position: Position): boolean;
  rangeOf(span: Span): Range;
  editAt(edit: Edit): TextEdit;
  /** Of an edit that counts in the file already. */
  fileEdit(edit: Edit): TextEdit;
  /** For a body in a part of the file that may move: the map of that part, and where it counts from. */
  part(): { readonly map: TextMap; readonly start: Position } | undefined;
}

export function viewOf(text: TextDocument, map: TextMap): TextView {
  const rangeAt = ({ start, end }: Span): Range => ({ start: text.positionAt(start), end: text.positionAt(end) });
  const rangeOf = (span: Span) => rangeAt(fileSpan(map, span));
  return {
    uri: text.uri,
    positionAt: (offset) => rangeOf({ start: offset, end: offset }).start,
    offsetAt(position) {
      const edges = fileSpan(map, { start: 0, end: Number.POSITIVE_INFINITY });
      const offset = Math.max(edges.start, Math.min(text.offsetAt(position), edges.end));
      return bodyOffset(map, offset) ?? 0;
    },
    holds: (position) => bodyOffset(map, text.offsetAt(position)) !== undefined,
    rangeOf,
    fileEdit: ({ span, text: newText }) => ({ range: rangeAt(span), newText }),
    editAt(edit) {
      const { span, text: newText } = fileEdit(map, edit);
      return { range: rangeAt(span), newText };
    },
    part: () => map.ofPart && { map: map.ofPart, start: text.positionAt(map.from ?? 0) },
  };
}

/** Whether the body and the range touch or overlap. */
export function overlaps(view: TextView, { start, end }: Range): boolean {
  return (
    view.holds(start) || view.holds(end) || (isBefore(start, view.positionAt(0)) && isBefore(view.positionAt(0), end))
  );
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** The order of what is found in several bodies of a file, and around them. */
export function byStart(one: { readonly range: Range }, other: { readonly range: Range }): number {
  const [a, b] = [one.range.start, other.range.start];
  return a.line - b.line || a.character - b.character;
}
