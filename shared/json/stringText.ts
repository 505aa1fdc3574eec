/** A text that is the content of a string in a JSON text: `"raw": "{\n  \"topic\": \"A\"\n}"`. */
import type { Span } from '../finding.ts';
import type { Piece, TextMap } from './textMap.ts';

/** The value of a JSON text; undefined where it is broken, since no JSON text has that value. */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The content of the string literal, whose span includes the quotes; undefined where it is broken or something else. */
export function stringContent(text: string, { start, end }: Span): string | undefined {
  const value = text[start] === '"' ? jsonValue(text.slice(start, end)) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The map for the content of a string literal, quotes included. It may have thousands of pieces, and most are never asked for. */
export function stringMap(literal: string): TextMap {
  let pieces: readonly Piece[] | undefined;
  return {
    get pieces() {
      pieces ??= piecesOf(literal.slice(1, -1), 1);
      return pieces;
    },
    spell: escaped,
  };
}

/** As it is written in a string in JSON. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Each escape is a piece without length. */
function piecesOf(source: string, start: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let body = 0;
  for (let at = 0; ; ) {
    const found = source.indexOf('\\', at);
    const end = found < 0 ? source.length : found;
    if (end > at || found < 0) pieces.push({ body, file: start + at, length: end - at });
    if (found < 0) return pieces;
    body += end - at;
    pieces.push({ body, file: start + end, length: 0 });
    body += 1;
    at = end + (source[end + 1] === 'u' ? 6 : 2);
  }
}
