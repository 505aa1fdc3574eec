/** The position of a cursor in a text that may be half typed: what a name or a value written there would belong to. */
import type { Path, Span } from '../finding.ts';
import { firstWhere } from './ordered.ts';
import { behindBlanks, tokenAt, tokensOf } from './tokens.ts';
import type { JsonDocument, JsonNode, Property } from './tree.ts';

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
 * Undefined in comments, between the items of a list, and where neither a name nor a value is possible. Relies only on what is
 * before the cursor: after a half-typed word a parser would misread everything.
 */
export function cursorAt(
  document: Pick<JsonDocument, 'text' | 'root' | 'errors'>,
  offset: number,
): CursorContext | undefined {
  const { text } = document;
  const { open, from } = readBefore(document, offset);
  for (const { kind, start, end, closed } of tokensOf(text, from)) {
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

/** What the tree says of the text before the cursor and the first error; the rest, from `from` on, is to be read sign by sign. */
function readBefore(
  { root, errors }: Pick<JsonDocument, 'root' | 'errors'>,
  offset: number,
): { readonly open: Bracket[]; readonly from: number } {
  const limit = Math.min(offset, errors[0]?.span.start ?? offset);
  const open: Bracket[] = [];
  let from = root && root.span.end < limit ? root.span.end : 0;
  for (let node = root; node && node.span.start < limit && node.span.end >= limit; ) {
    if (node.type !== 'object' && node.type !== 'array') break;
    const members: readonly (Property | JsonNode)[] = node.type === 'object' ? node.properties : node.items;
    let at = firstWhere(members, ({ span }) => span.end >= limit);
    while (at > 0 && memberValue(members[at - 1]) === undefined) at--;
    const [before, here] = [members[at - 1], members[at]];
    from = before?.span.end ?? node.span.start + 1;
    const inside: JsonNode | undefined = memberValue(here);
    const isInside = inside !== undefined && inside.span.start < limit;
    const key = isInside ? memberKey(here) : memberKey(before);
    open.push({
      isList: node.type === 'array',
      key,
      expects: isInside ? 'value' : before ? 'comma' : 'name',
      end: from,
    });
    if (isInside) from = inside.span.start;
    node = inside;
  }
  return { open, from };
}

function memberValue(member: Property | JsonNode | undefined): JsonNode | undefined {
  return member && 'key' in member ? member.value : member;
}

function memberKey(member: Property | JsonNode | undefined): string | undefined {
  return member && 'key' in member ? member.key : undefined;
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
