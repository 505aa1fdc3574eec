/** String literals of PHP: quotes, heredoc and nowdoc, and the variables in them. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../../../finding.ts';
import type { Expression } from '../../ir.ts';
import { type Reading, spanOf } from '../lezer.ts';
import { placeholder, type Written, writtenText } from '../written.ts';

interface Literal {
  readonly quote: "'" | '"' | 'heredoc' | 'nowdoc';
  readonly inside: Span;
  /** Of the closing word of a heredoc, which each of its lines begins with and which is not part of the text. */
  readonly indent: string;
}

/** `'…'` and `"…"`. */
export function stringOf(node: SyntaxNode, { text }: Reading): Expression {
  const quote = text[node.from] === "'" ? "'" : '"';
  const isClosed = node.to - node.from > 1 && text[node.to - 1] === quote;
  return expressionOf(node, text, {
    quote,
    inside: { start: node.from + 1, end: node.to - (isClosed ? 1 : 0) },
    indent: '',
  });
}

/** `<<<JSON … JSON` and `<<<'JSON' … JSON`. */
export function heredocOf(node: SyntaxNode, { text }: Reading): Expression {
  const whole = text.slice(node.from, node.to);
  const [opening = whole, sign = ''] = /^<<<[ \t]*(['"]?)\w{1,200}['"]?(?:\r\n|\n|\r)/.exec(whole) ?? [];
  const [closing = '', indent = ''] = /(?:\r\n|\n|\r)([ \t]*)\w{1,200}$/.exec(whole.slice(-500)) ?? [];
  const start = node.from + opening.length;
  const inside = { start, end: Math.max(start, node.to - closing.length) };
  return expressionOf(node, text, { quote: sign === "'" ? 'nowdoc' : 'heredoc', inside, indent });
}

function expressionOf(node: SyntaxNode, text: string, literal: Literal): Expression {
  const span = spanOf(node);
  const { quote, inside, indent } = literal;
  const isFilled = quote === '"' || quote === 'heredoc';
  const written = () => contentOf(text, literal, inside, (at) => (isFilled ? filledAt(text, at) : undefined));
  const filled = isFilled ? filledIn(text, inside) : [];
  const plain = text.slice(inside.start, inside.end);
  const isPlain = indent === '' && !plain.includes('\\');
  if (filled.length === 0) return { kind: 'literal', span, value: isPlain ? plain : written().text, written };
  const parts: (string | Expression)[] = [];
  let { start } = inside;
  for (const { at, length, name } of filled) {
    parts.push(contentOf(text, literal, { start, end: at }, () => undefined).text);
    parts.push(variable(name, { start: at, end: at + length }));
    start = at + length;
  }
  parts.push(contentOf(text, literal, { start, end: Math.max(start, inside.end) }, () => undefined).text);
  return { kind: 'text', span, parts: parts.filter((each) => each !== ''), written };
}

/** `$this->base`, `$id`; of anything longer nothing is known. */
function variable(name: string, span: Span): Expression {
  const [, object, key] = /^\$(\w{1,200})(?:->(\w{1,200}))?$/.exec(name) ?? [];
  if (object === undefined) return { kind: 'other', span, parts: [] };
  const base: Expression = { kind: 'name', span, name: object };
  return key === undefined ? base : { kind: 'member', span, object: base, key, keySpan: span };
}

interface Filled extends Written {
  /** `$id`, without braces. */
  readonly name: string;
}

const simple = /\$[A-Za-z_]\w{0,200}(?:->[A-Za-z_]\w{0,200}|\[[^\]\r\n]{0,200}\])?/y;

/** `$id`, `$data[0]`, `$this->id`, `{$data['id']}`, `${id}`. */
function filledAt(text: string, at: number): Filled | undefined {
  const sign = text.slice(at, at + 2);
  if (sign === '{$' || sign === '${') {
    const end = endOfBraces(text, sign === '{$' ? at : at + 1);
    if (end === undefined) return undefined;
    const inner = text.slice(at + (sign === '{$' ? 1 : 2), end - 1);
    const name = sign === '{$' ? inner : `$${inner}`;
    return { length: end - at, value: named(name), name };
  }
  if (sign[0] !== '$') return undefined;
  simple.lastIndex = at;
  const [name] = simple.exec(text) ?? [];
  return name === undefined ? undefined : { length: name.length, value: named(name), name };
}

function named(name: string): string {
  return placeholder(`\${${name.slice(1)}}`);
}

/** Undefined where they are not closed. */
function endOfBraces(text: string, at: number): number | undefined {
  let depth = 0;
  for (let end = at; end < text.length && end < at + 2000; end++) {
    if (text[end] === '{') depth++;
    if (text[end] === '}' && --depth === 0) return end + 1;
  }
  return undefined;
}

function filledIn(text: string, { start, end }: Span): readonly (Filled & { readonly at: number })[] {
  const found: (Filled & { readonly at: number })[] = [];
  for (let at = text.indexOf('$', start); at >= 0 && at < end; at = text.indexOf('$', at)) {
    const from = text[at - 1] === '{' && at > start ? at - 1 : at;
    const filled = isEscaped(text, start, from) ? undefined : filledAt(text, from);
    if (filled) found.push({ ...filled, at: from });
    at = filled ? from + filled.length : at + 1;
  }
  return found;
}

function isEscaped(text: string, start: number, at: number): boolean {
  let before = at;
  while (before > start && text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}

function contentOf(text: string, literal: Literal, span: Span, filled: (at: number) => Written | undefined) {
  const { quote, indent } = literal;
  const special = (at: number): Written | undefined => {
    if (text[at] === '\\') return escapeAt(text, at, quote);
    const startsLine = indent !== '' && at >= literal.inside.start && /[\r\n]/.test(text[at - 1] ?? '');
    if (startsLine && text.startsWith(indent, at)) return { length: indent.length, value: '' };
    return filled(at);
  };
  return writtenText(text, span, special, (each) => spelled(each, literal));
}

const escapes = /\\(?:([0-7]{1,3})|x([\da-f]{1,2})|u\{([\da-f]{1,6})\})/iy;
const letters: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  v: '\v',
  e: '\x1b',
  f: '\f',
  '\\': '\\',
  $: '$',
};

/** Undefined for what is kept as it is: PHP keeps the backslash of an escape that it does not know. */
function escapeAt(text: string, at: number, quote: Literal['quote']): Written | undefined {
  const next = text[at + 1] ?? '';
  if (quote === 'nowdoc') return undefined;
  if (quote === "'") return next === "'" || next === '\\' ? { length: 2, value: next } : undefined;
  escapes.lastIndex = at;
  const [sign, octal, byte, point] = escapes.exec(text) ?? [];
  if (sign !== undefined) {
    const code = octal ? Number.parseInt(octal, 8) & 255 : Number.parseInt(byte ?? point ?? '', 16);
    return { length: sign.length, value: String.fromCodePoint(Math.min(code, 0x10ffff)) };
  }
  if (next === quote) return { length: 2, value: next };
  return Object.hasOwn(letters, next) ? { length: 2, value: letters[next] as string } : undefined;
}

/** What is written for a text between these quotes. */
function escaped(text: string, quote: "'" | '"'): string {
  if (quote === "'") return text.replace(/[\\']/g, '\\$&');
  return text
    .replace(/[\\"$]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
}

function spelled(text: string, { quote, indent }: Literal): string {
  if (quote === "'" || quote === '"') return escaped(text, quote);
  const inLines = text.replace(/\n/g, `\n${indent}`);
  return quote === 'nowdoc' ? inLines : inLines.replace(/[\\$]/g, '\\$&');
}

export function quoted(text: string, quote: string): string {
  // Only double quotes have a way to write a line break.
  const sign = quote === '"' || /[\r\n]/.test(text) ? '"' : "'";
  return sign + escaped(text, sign) + sign;
}
