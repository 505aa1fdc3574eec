import type { Edit, Span } from '../finding.ts';
import { firstWhere } from './ordered.ts';

/**
 * A range of UTF-16 code units that are the same in the body and the file. Its length is 0 where one unit of the body is
 * written as an escape in the file.
 */
export interface Piece {
  readonly body: number;
  readonly file: number;
  readonly length: number;
}

/** Maps offsets in a body to offsets in its file. Everything else uses the body's own offsets. */
export interface TextMap {
  /** In order, at least one; the end of the body is the end of the last one. */
  readonly pieces: readonly Piece[];
  /** What their offsets in the file count from: the start of a part of it, which may move. Left out: 0. */
  readonly from?: number;
  /** Converts inserted text to what is written in the file: escaped, indented, quoted. */
  readonly spell: (text: string) => string;
  /** Where an edit of the body is more in the file than another span and other letters: a form. Counts from `from`. */
  readonly edit?: (edit: Edit) => Edit;
  /** The map of the part alone, which stays the same wherever the part moves. */
  readonly ofPart?: TextMap;
  /** What is between two pieces is not the body's: in code, a body may be built in several statements. */
  readonly isScattered?: true;
}

const asItIs = (text: string) => text;

/** Of a body that is the whole file. */
export function wholeFile(length: number): TextMap {
  return { pieces: [{ body: 0, file: 0, length }], spell: asItIs };
}

/** Of a body that is written verbatim in the file, from `file` on; in the body it begins at `body`. */
export function slice(file: number, length: number, body = 0): TextMap {
  return { pieces: [{ body, file, length }], spell: asItIs };
}

/** The offset in the file of an offset in the body; before or after all pieces, their edge. */
export function fileOffset({ pieces, from = 0 }: TextMap, body: number): number {
  const piece = lastStarting(pieces, 'body', body);
  return from + piece.file + clamp(body - piece.body, piece.length);
}

/** Undefined outside the body. */
export function bodyOffset({ pieces, from = 0, isScattered }: TextMap, offset: number): number | undefined {
  const file = offset - from;
  const first = pieces[0] as Piece;
  const last = pieces.at(-1) as Piece;
  if (file < first.file || file > last.file + last.length) return undefined;
  const piece = lastStarting(pieces, 'file', file);
  if (isScattered && file > piece.file + piece.length) return undefined;
  return piece.body + clamp(file - piece.file, piece.length);
}

export function fileSpan(map: TextMap, { start, end }: Span): Span {
  return { start: fileOffset(map, start), end: fileOffset(map, end) };
}

/** An edit of the body as an edit of its file. */
export function fileEdit(map: TextMap, { span, text }: Edit): Edit {
  if (!map.edit) return { span: fileSpan(map, span), text: map.spell(text) };
  const { from = 0 } = map;
  const edit = map.edit({ span, text });
  return { span: { start: from + edit.span.start, end: from + edit.span.end }, text: edit.text };
}

/** The map of a body whose file is itself a piece of another file: a literal in code in a fence. */
export function within(outer: TextMap, inner: TextMap): TextMap {
  const { from = 0 } = inner;
  const pieces = inner.pieces.flatMap((piece) => piecesWithin(outer, { ...piece, file: piece.file + from }));
  const spell = (text: string) => outer.spell(inner.spell(text));
  const scattered = inner.isScattered && ({ isScattered: true } as const);
  return { pieces, spell, ...(outer.from !== undefined && { from: outer.from }), ...scattered };
}

/** The same map where the part of the file that it counts in begins at the offset. Its pieces are not made for that. */
export function movedBy(map: TextMap, by: number): TextMap {
  const { from = 0, spell, edit, isScattered, ofPart = map } = map;
  return {
    get pieces() {
      return ofPart.pieces;
    },
    ofPart,
    from: from + by,
    spell,
    ...(edit && { edit }),
    ...(isScattered && { isScattered }),
  };
}

/** A piece of the inner map, cut where the outer one has an edge in it. */
function piecesWithin({ pieces }: TextMap, { body, file, length }: Piece): readonly Piece[] {
  const found: Piece[] = [];
  const first = Math.max(firstWhere(pieces, (each) => each.body > file) - 1, 0);
  for (let at = first; at < pieces.length; at++) {
    const outer = pieces[at] as Piece;
    if (outer.body > file + length || (outer.body === file + length && found.length > 0 && length > 0)) break;
    const start = Math.max(file, outer.body);
    const end = Math.min(file + length, outer.body + outer.length);
    if (end < start || (end === start && length > 0 && outer.length > 0)) continue;
    found.push({ body: body + start - file, file: outer.file + start - outer.body, length: Math.max(end - start, 0) });
  }
  return found;
}

/** The last piece that starts at the offset or before it; the first one where none does. */
function lastStarting(pieces: readonly Piece[], side: 'body' | 'file', offset: number): Piece {
  const after = firstWhere(pieces, (each) => each[side] > offset);
  return pieces[Math.max(after - 1, 0)] as Piece;
}

function clamp(distance: number, length: number): number {
  return Math.max(0, Math.min(distance, length));
}
