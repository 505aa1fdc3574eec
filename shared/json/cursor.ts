/** The position of a cursor in a text that may be half typed: what a name or a value written there would belong to. */
import type { Path, Span } from '../finding.ts';
import { behindBlanks, tokenAt, tokensOf } from './tokens.ts';

export interface CursorContext {
  readonly kind: 'name' | 'value';
  /** Of the object that the name goes into, or of the property that the value belongs to; `*` for an item of a list. */
  readonly path: Path;
  /** The word or string at the cursor, which is to be replaced; empty between two. */
  readonly span: Span;
  /** The end of the previous property, if its comma is missing. */
  readonly missingComma: number | undefined;
  /** The name already has its colon. */
  readonly colonFollows: boolean;
  /** Another property follows without a comma. */
  readonly needsComma: boolean;
}

/**
 * Undefined in comments, between the items of a list, and where neither a name nor a value is possible. Relies only on the text before the
 * cursor: after a half-typed word a parser would misread everything.
 */
export function cursorAt(text: string, offset: number): CursorContext | undefined {
  const open: Bracket[] = [];
  for (const { kind, start, end, closed } of tokensOf(text)) {
    if (start >= offset) break;
    if (kind === 'blanks') continue;
    if (kind === 'comment') {
      if (offset < end || (offset === end && !closed)) return undefined;
    } else if (offset <= end && kind !== 'sign') {
      // A string without its end quote may extend into what follows the cursor.
      return contextOf(text, open, { start, end: closed ? end : wordEnd(text, offset, end) });
    } else read(open, text.slice(start, end), end);
  }
  return contextOf(text, open, { start: offset, end: offset });
}

function wordEnd(text: string, offset: number, limit: number): number {
  let end = offset;
  while (end < limit && /\w/.test(text[end] as string)) end++;
  return end;
}

/** An object or list that the cursor may be in. */
interface Bracket {
  readonly isList: boolean;
  key: string | undefined;
  /** What may come next. */
  expects: 'name' | 'colon' | 'value' | 'comma';
  /** Of the property that was read last. */
  end: number;
}

function read(open: Bracket[], token: string, end: number): void {
  const top = open.at(-1);
  if (token === '{' || token === '[') open.push({ isList: token === '[', key: undefined, expects: 'name', end });
  else if (token === '}' || token === ']') {
    open.pop();
    valueRead(open.at(-1), end);
  } else if (token === ',' && top) top.expects = 'name';
  else if (token === ':' && top?.expects === 'colon') top.expects = 'value';
  else if (top?.expects === 'value') valueRead(top, end);
  else if (top && token.startsWith('"')) {
    top.key = token.replaceAll('"', '');
    top.expects = 'colon';
  }
}

function valueRead(owner: Bracket | undefined, end: number): void {
  if (!owner) return;
  owner.expects = 'comma';
  owner.end = end;
}

function contextOf(text: string, open: readonly Bracket[], span: Span): CursorContext | undefined {
  const owner = open.at(-1);
  const keys = open.slice(0, -1).map(({ isList, key }) => (isList ? '*' : key));
  if (!owner || owner.isList || keys.includes(undefined)) return undefined;
  const path = keys as string[];
  const { sign, property: needsComma } = following(text, span.end);
  const around = { span, colonFollows: sign === ':', needsComma };
  if (owner.expects === 'value') {
    // Else there is a value already.
    const isFree = span.end > span.start || needsComma || ['', ',', '}', ']'].includes(sign);
    const at = { kind: 'value', path: [...path, owner.key as string], missingComma: undefined } as const;
    return isFree ? { ...at, ...around } : undefined;
  }
  const missingComma = owner.expects === 'comma' ? owner.end : undefined;
  if (owner.expects === 'colon' || missingComma === span.start) return undefined;
  return { kind: 'name', path, missingComma, ...around };
}

/** The first character after blanks and comments, and whether another property begins there. */
function following(text: string, offset: number): { readonly sign: string; readonly property: boolean } {
  const start = behindBlanks(text, offset);
  const sign = text.charAt(start);
  if (sign !== '"') return { sign, property: false };
  const { end, closed } = tokenAt(text, start);
  return { sign, property: closed && text[behindBlanks(text, end)] === ':' };
}
