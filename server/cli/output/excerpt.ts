import { visible } from '../../../shared/index.ts';
import { widthOf } from './columns.ts';
import { maskedPieces, type Piece } from './masked.ts';

/** A line of a file as it is printed, and what is drawn under it. */
export interface Excerpt {
  readonly line: string;
  /** Blanks, then carets; empty where nothing is marked. */
  readonly carets: string;
}

/** Units before and after the place that are looked at: a file may have one line of megabytes. */
const around = 500;

/** The line around `start`, at most `width` columns of it, with carets from `start` to `end`, which are offsets in the text. */
export function excerptAt(text: string, start: number, end: number, width: number): Excerpt {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(start, start + around);
  const left = beginningOf(before);
  const line = left + (/^[^\r\n]*/.exec(after)?.[0] ?? '');
  const indent = line.length - line.trimStart().length;
  const pieces = maskedPieces(line.trim()).map(printable);
  const from = columnOf(pieces, left.length - indent);
  const to = columnOf(pieces, Math.min(left.length + end - start, line.length) - indent);
  return cut(pieces.map(({ shown }) => shown).join(''), from, Math.max(to, from + 1), width);
}

/**
 * What precedes the place on its line. Where the line goes further back, from the first member on: in the midst of a string,
 * what is quoted and what is not would change places.
 */
function beginningOf(before: string): string {
  const lineBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  if (lineBreak >= 0 || before.length < around) return before.slice(lineBreak + 1);
  return before.slice(Math.max(0, before.search(/[,{[] ?["']/)));
}

function printable(piece: Piece): Piece {
  return { ...piece, shown: visible(piece.shown.replaceAll('\t', '  ')) };
}

/** In columns of the printed line; inside of a piece that is printed as something else, its beginning or end. */
function columnOf(pieces: readonly Piece[], offset: number): number {
  let column = 0;
  for (const { start, end, shown } of pieces) {
    if (offset >= end) column += widthOf(shown);
    else if (offset <= start) break;
    else column += shown.length === end - start ? widthOf(shown.slice(0, offset - start)) : widthOf(shown);
  }
  return column;
}

/** Keeps the beginning of what is marked in sight. */
function cut(line: string, start: number, end: number, width: number): Excerpt {
  const fits = widthOf(line) <= width || start < width / 2;
  const left = fits ? 0 : start - Math.floor(width / 3);
  const shown = columnsOf(line, left, left + width - (fits ? 0 : 1));
  const shift = fits ? 0 : 1 - left;
  const last = Math.min(end + shift, Math.max(width, start + shift + 1));
  return { line: fits ? shown : `…${shown}`, carets: ' '.repeat(start + shift) + '^'.repeat(last - start - shift) };
}

/** What is in these columns. */
export function columnsOf(line: string, from: number, to: number): string {
  if (from === 0 && widthOf(line) <= to) return line;
  let column = 0;
  let kept = '';
  for (const character of line) {
    if (column >= from && column + widthOf(character) <= to) kept += character;
    column += widthOf(character);
  }
  return kept;
}
