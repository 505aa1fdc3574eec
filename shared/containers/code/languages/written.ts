/** The content of a string literal: its escapes decoded, and where each part of it is in the file. */
import type { Span } from '../../../finding.ts';
import type { TextMap } from '../../../json/textMap.ts';
import type { WrittenText } from '../ir.ts';

/** What is written at an offset of the file, and what it is in the content. */
export interface Written {
  readonly length: number;
  readonly value: string;
}

/** `special`: an escape, or a part that is filled in; undefined for any other character. */
export function writtenText(
  text: string,
  { start, end }: Span,
  special: (at: number) => Written | undefined,
  spell: TextMap['spell'],
): WrittenText {
  const pieces: { body: number; file: number; length: number }[] = [];
  const parts: string[] = [];
  let body = 0;
  let plain = start;
  const take = (to: number) => {
    pieces.push({ body, file: plain, length: to - plain });
    parts.push(text.slice(plain, to));
    body += to - plain;
  };
  for (let at = start; at < end; ) {
    const found = special(at);
    if (found) {
      if (at > plain) take(at);
      pieces.push({ body, file: at, length: 0 });
      parts.push(found.value);
      body += found.value.length;
      plain = at + found.length;
    }
    at += found?.length ?? 1;
  }
  take(Math.max(end, plain));
  return { text: parts.join(''), map: { pieces, spell } };
}

const filledIn = '\u0024{x}';

/** `${name}` as it is, where a JSON text may have it as a placeholder; anything else becomes one. */
export function placeholder(written: string): string {
  return /^\$\{[A-Za-z_][^{}"\r\n]{0,100}\}$/.test(written) ? written : filledIn;
}
