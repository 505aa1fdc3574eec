/** String literals of Python: prefixes, quotes, escapes, and what an f-string fills in. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../../../finding.ts';
import type { Expression } from '../../ir.ts';
import { other, type Reading, spanOf } from '../lezer.ts';
import { placeholder, type Written, writtenText } from '../written.ts';

interface Literal {
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  readonly isFormat: boolean;
  readonly quote: string;
  /** Between the quotes; where the closing ones are missing, to the end. */
  readonly inside: Span;
}

function literalAt(node: SyntaxNode, text: string): Literal {
  const opening = /^([A-Za-z]{0,3})("""|'''|"|')/.exec(text.slice(node.from, node.from + 6)) ?? ['', '', ''];
  const [whole, prefix = '', quote = ''] = opening;
  const start = node.from + whole.length;
  const isClosed = node.to - start >= quote.length && text.slice(node.to - quote.length, node.to) === quote;
  return {
    isRaw: /r/i.test(prefix),
    isBytes: /b/i.test(prefix),
    isFormat: /[ft]/i.test(prefix),
    quote,
    inside: { start, end: isClosed ? node.to - quote.length : node.to },
  };
}

/** `"…"`, `r'''…'''`, `b"…"`. */
export function stringOf(node: SyntaxNode, { text }: Reading): Expression {
  const literal = literalAt(node, text);
  const written = () => contentOf(text, literal, literal.inside, () => undefined);
  const value = text.slice(literal.inside.start, literal.inside.end);
  return { kind: 'literal', span: spanOf(node), value: value.includes('\\') ? written().text : value, written };
}

/** `f"…{name}…"`. `read` reads what is filled in. */
export function formatStringOf(
  node: SyntaxNode,
  { text }: Reading,
  read: (node: SyntaxNode) => Expression,
): Expression {
  const literal = literalAt(node, text);
  const filled = new Map(node.getChildren('FormatReplacement').map((each) => [each.from, each]));
  const parts: (string | Expression)[] = [];
  let { start } = literal.inside;
  for (const each of filled.values()) {
    const value = each.firstChild?.nextSibling;
    parts.push(contentOf(text, literal, { start, end: each.from }, () => undefined).text);
    parts.push(value ? read(value) : other(each));
    start = each.to;
  }
  const { end } = literal.inside;
  parts.push(contentOf(text, literal, { start, end: Math.max(start, end) }, () => undefined).text);
  const written = () =>
    contentOf(text, literal, literal.inside, (at) => {
      const part = filled.get(at);
      return part && { length: part.to - part.from, value: placeholder(`$${text.slice(part.from, part.to)}`) };
    });
  return { kind: 'text', span: spanOf(node), parts: parts.filter((each) => each !== ''), written };
}

function contentOf(text: string, literal: Literal, span: Span, filled: (at: number) => Written | undefined) {
  const { isRaw, isFormat } = literal;
  const special = (at: number) => {
    const sign = text[at];
    if (sign === '\\') return isRaw ? undefined : escapeAt(text, at);
    if (!isFormat || (sign !== '{' && sign !== '}')) return undefined;
    return filled(at) ?? (text[at + 1] === sign ? { length: 2, value: sign } : undefined);
  };
  return writtenText(text, span, special, (each) => spelled(each, literal));
}

const escaped =
  /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|N\{[^{}"'\r\n]{1,100}\}|\r\n|[\s\S])/y;

const letters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  '\r': '',
  '\r\n': '',
};

/** An escape that Python does not know is kept as it is: `"\d"` has two characters. */
function escapeAt(text: string, at: number): Written | undefined {
  escaped.lastIndex = at;
  const [sign, octal, ...hexadecimal] = escaped.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const digits = hexadecimal.find((each) => each !== undefined);
  const code = octal ? Number.parseInt(octal, 8) : digits ? Number.parseInt(digits, 16) : undefined;
  if (code !== undefined) return { length: sign.length, value: String.fromCodePoint(Math.min(code, 0x10ffff)) };
  if (sign.length > 3) return { length: sign.length, value: '\uFFFD' };
  const rest = sign.slice(1);
  return Object.hasOwn(letters, rest) ? { length: sign.length, value: letters[rest] as string } : undefined;
}

/** A raw string has no escapes; what needs one cannot be written there, and the texts of JSON do not. */
function spelled(text: string, { quote, isRaw, isFormat, isBytes }: Literal): string {
  const doubled = isFormat ? text.replace(/[{}]/g, '$&$&') : text;
  if (isRaw) return doubled;
  const quotedOnly = doubled.replace(/\\/g, '\\\\').replaceAll(quote, quote.replace(/./g, '\\$&'));
  const ascii = isBytes ? quotedOnly.replace(/[^\0-\x7f]/g, jsonEscape) : quotedOnly;
  return quote.length === 3 ? ascii : ascii.replace(/\r/g, '\\r').replace(/\n/g, '\\n');
}

/** Bytes hold no other characters; JSON says them in its own way. */
function jsonEscape(unit: string): string {
  return `\\\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
