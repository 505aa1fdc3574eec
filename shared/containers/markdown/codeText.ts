import type { TextMap } from '../../json/textMap.ts';
import type { Code } from './blocks.ts';

/** The text of a block of code, and where it is in the document. */
export interface CodeText {
  readonly text: string;
  readonly map: TextMap;
}

/** Without the last line end. What is inserted begins its lines as the others do. */
export function codeText(text: string, { lines, prefix, span }: Code): CodeText {
  const pieces: { body: number; file: number; length: number }[] = [];
  const parts: string[] = [];
  let body = 0;
  for (const { start, end } of lines) {
    const part = text.slice(start, end);
    pieces.push({ body, file: start, length: part.length });
    parts.push(part);
    body += part.length;
  }
  if (pieces.length === 0) pieces.push({ body: 0, file: span.end, length: 0 });
  const spell = (inserted: string) =>
    prefix === '' ? inserted : inserted.replace(/\r\n|\n|\r/g, (end) => end + prefix);
  return {
    text: parts.join('').replace(/\r?\n$/, ''),
    map: { pieces: withoutLastEnd(pieces, parts.at(-1) ?? ''), spell },
  };
}

function withoutLastEnd(pieces: TextMap['pieces'], last: string): TextMap['pieces'] {
  const piece = pieces.at(-1);
  const end = /\r?\n$/.exec(last)?.[0].length ?? 0;
  return piece ? [...pieces.slice(0, -1), { ...piece, length: piece.length - end }] : pieces;
}
