/** Escapes in `$'…'`. */

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  e: '\x1B',
  E: '\x1B',
  f: '\f',
  v: '\v',
};

const numbers = /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3}))/y;

/** What the escape at the offset means, and how long it is written. */
export function escapeAt(text: string, at: number): { readonly text: string; readonly length: number } {
  numbers.lastIndex = at;
  const [written, hex, four, eight, octal] = numbers.exec(text) ?? [];
  if (written !== undefined) {
    const code = octal === undefined ? Number.parseInt(hex ?? four ?? eight ?? '', 16) : Number.parseInt(octal, 8);
    return { text: code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD', length: written.length };
  }
  const next = text.charAt(at + 1);
  return Object.hasOwn(letters, next)
    ? { text: letters[next] as string, length: 2 }
    : { text: next === '' || '\\\'"?'.includes(next) ? next || '\\' : `\\${next}`, length: next === '' ? 1 : 2 };
}
