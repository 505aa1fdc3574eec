/** Strings and templates of JavaScript. */
import type { SyntaxNode } from '@lezer/common';
import type { Expression, LiteralExpression, TextExpression } from '../../ir.ts';
import { spanOf } from '../lezer.ts';
import { placeholder, type Written, writtenText } from '../written.ts';

const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };

/** At a backslash. A backslash at the end of a line adds nothing. */
function escapeAt(text: string, at: number): Written {
  const next = text[at + 1] ?? '';
  const code = /^(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\})/i.exec(text.slice(at + 1, at + 11));
  if (code) {
    const point = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16);
    return { length: 1 + code[0].length, value: point <= 0x10ffff ? String.fromCodePoint(point) : '' };
  }
  if (text.startsWith('\r\n', at + 1)) return { length: 3, value: '' };
  if (/[\n\r\u2028\u2029]/.test(next)) return { length: 2, value: '' };
  return { length: 1 + next.length, value: Object.hasOwn(letters, next) ? (letters[next] as string) : next };
}

/** What is written for a text between these quotes. */
function escaped(value: string, quote: string): string {
  const line = quote === '`' ? value : value.replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  const inQuotes = line.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029').replaceAll(quote, `\\${quote}`);
  return quote === '`' ? inQuotes.replaceAll('${', '\\${') : inQuotes;
}

function spelled(quote: string): (value: string) => string {
  return (value) => escaped(value.replaceAll('\\', '\\\\'), quote);
}

export function quoted(value: string, quote: string): string {
  return quote + spelled(quote)(value) + quote;
}

/** Of an unfinished string, all up to the end of its line. */
export function stringLiteral(node: SyntaxNode, text: string): LiteralExpression {
  const quote = text[node.from] ?? '"';
  const closed = node.to - node.from > 1 && text[node.to - 1] === quote;
  const inside = { start: node.from + 1, end: closed ? node.to - 1 : node.to };
  const written = () =>
    writtenText(text, inside, (at) => (text[at] === '\\' ? escapeAt(text, at) : undefined), spelled(quote));
  const value = text.slice(inside.start, inside.end);
  return { kind: 'literal', span: spanOf(node), value: value.includes('\\') ? written().text : value, written };
}

/** `read` reads what is between `${` and `}`. */
export function template(
  node: SyntaxNode,
  text: string,
  read: (node: SyntaxNode) => Expression,
): LiteralExpression | TextExpression {
  const filled = new Map<number, SyntaxNode>();
  for (const each of node.getChildren('Interpolation')) filled.set(each.from, each);
  const end = node.to - (node.to - node.from > 1 && text[node.to - 1] === '`' ? 1 : 0);
  const decode = (special: (at: number) => Written | undefined, span = { start: node.from + 1, end }) =>
    writtenText(text, span, (at) => special(at) ?? (text[at] === '\\' ? escapeAt(text, at) : undefined), spelled('`'));
  const written = () =>
    decode((at) => {
      const part = filled.get(at);
      return part && { length: part.to - part.from, value: placeholder(text.slice(part.from, part.to)) };
    });
  if (filled.size === 0) return { kind: 'literal', span: spanOf(node), value: written().text, written };
  const parts: (string | Expression)[] = [];
  let start = node.from + 1;
  for (const part of filled.values()) {
    parts.push(decode(() => undefined, { start, end: part.from }).text, read(part));
    start = part.to;
  }
  parts.push(decode(() => undefined, { start, end: Math.max(end, start) }).text);
  return { kind: 'text', span: spanOf(node), parts, written };
}
