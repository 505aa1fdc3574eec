/** A token of a text that may be half typed. */
interface Token {
  readonly kind: 'blanks' | 'comment' | 'string' | 'sign' | 'word';
  readonly start: number;
  readonly end: number;
  /** False for a string without its end quote, which ends with its line, and for a comment that would swallow what is typed after it. */
  readonly closed: boolean;
}

/**
 * Every text is a sequence of these. Signs are braces, brackets, commas and colons; everything else that is not blank is a
 * word. A loop visits each character once; a regular expression could backtrack, and no text of the user may take longer
 * than linear time. `start`: where a token begins.
 */
export function* tokensOf(text: string, start = 0): Generator<Token, void> {
  for (let at = start; at < text.length; ) {
    const token = tokenAt(text, at);
    yield token;
    at = token.end;
  }
}

/** Never empty; the offset is inside the text. */
export function tokenAt(text: string, start: number): Token {
  const first = text[start] as string;
  if (isSign(first)) return { kind: 'sign', start, end: start + 1, closed: true };
  if (first === '"') return stringAt(text, start);
  if (text.startsWith('/*', start)) return blockCommentAt(text, start);
  if (text.startsWith('//', start)) {
    return { kind: 'comment', start, end: runEnd(text, start, (each) => !isLineBreak(each)), closed: false };
  }
  const kind = isBlank(first) ? 'blanks' : 'word';
  // A slash that does not begin a comment is a token of its own.
  const end = first === '/' ? start + 1 : runEnd(text, start, kind === 'blanks' ? isBlank : isInWord);
  return { kind, start, end, closed: true };
}

/** The first offset from here on that is not in blanks or closed comments; the end of the text if there is none. */
export function behindBlanks(text: string, offset: number): number {
  let at = offset;
  while (at < text.length) {
    const { kind, end, closed } = tokenAt(text, at);
    const isGap = kind === 'blanks' || (kind === 'comment' && (closed || text[at + 1] === '/'));
    if (!isGap) return at;
    at = end;
  }
  return at;
}

/** The same characters as `\s`, but faster. */
export function isBlank(character: string): boolean {
  return character.trim() === '';
}

function stringAt(text: string, start: number): Token {
  let end = start + 1;
  while (end < text.length && text[end] !== '"' && !isLineBreak(text[end])) {
    if (text[end] !== '\\') end += 1;
    else if (end + 1 < text.length && !isLineBreak(text[end + 1])) end += 2;
    else break;
  }
  const closed = text[end] === '"';
  return { kind: 'string', start, end: closed ? end + 1 : end, closed };
}

function blockCommentAt(text: string, start: number): Token {
  const close = text.indexOf('*/', start + 2);
  return { kind: 'comment', start, end: close < 0 ? text.length : close + 2, closed: close >= 0 };
}

function runEnd(text: string, start: number, belongs: (character: string) => boolean): number {
  let end = start;
  while (end < text.length && belongs(text[end] as string)) end++;
  return end;
}

function isInWord(character: string): boolean {
  return !isBlank(character) && !isSign(character) && character !== '"' && character !== '/';
}

function isSign(character: string): boolean {
  return '{}[],:'.includes(character);
}

export function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
