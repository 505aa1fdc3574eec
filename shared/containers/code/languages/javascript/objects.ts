/** Object literals of JavaScript. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../../../finding.ts';
import type { ObjectForm } from '../../../../json/codeWriting.ts';
import type { Entry, EntryPlace, Expression, FunctionExpression } from '../../ir.ts';
import { childrenOf, hasError, isBroken, other, type Reading, spanOf } from '../lezer.ts';
import { between, formed, type Read } from '../reading.ts';
import { quoted, stringLiteral } from './text.ts';

export function objectOf(
  node: SyntaxNode,
  source: Reading,
  read: Read<Expression>,
  readFunction: Read<FunctionExpression>,
): Expression {
  const children = childrenOf(node);
  const closes = children.at(-1)?.name === '}';
  const entries: Entry[] = [];
  let isComplete = closes && !isBroken(node, source);
  for (const [index, child] of children.entries()) {
    if (child.name !== 'Property') continue;
    const next = children[index + 1];
    const comma = next?.name === ',' ? next.from : undefined;
    const entry = entryOf(child, source, read, readFunction);
    if (entry) entries.push({ ...entry, span: spanOf(child), comma } as Entry);
    else isComplete = false;
  }
  const begin = node.from + 1;
  return { kind: 'object', span: spanOf(node), begin, form: formed(formOf, begin, entries, ' '), isComplete, entries };
}

/** What a method of an object may begin with. */
const methodWords = new Set(['get', 'set', 'async', 'static', 'Star']);

type BareEntry = Entry extends infer E ? (E extends Entry ? Omit<E, 'span' | 'comma'> : never) : never;

/** Undefined for one that is half typed. */
function entryOf(
  node: SyntaxNode,
  source: Reading,
  read: Read<Expression>,
  readFunction: Read<FunctionExpression>,
): BareEntry | undefined {
  const children = childrenOf(node);
  const [first, second, ...rest] = children;
  // A name that is typed above another key is read as one with it.
  if (!first || hasError(first) || children.some(({ type }) => type.isError)) return undefined;
  if (first.name === 'Spread') return second && { kind: 'spread', value: read(second, source) };
  if (methodWords.has(first.name) || children.some(({ name }) => name === 'Block')) {
    const method = readFunction(node, source);
    const key = children.find(({ name }) => /Definition$|^String$/.test(name)) ?? first;
    return { kind: 'key', key: method.content.name ?? '', keySpan: spanOf(key), value: other(node, [method]) };
  }
  const value = rest.at(-1);
  if (first.name === '[') return value && second && computed(read(second, source), read(value, source), second);
  const keySpan = spanOf(first);
  const key = keyText(first, source.text);
  // `{ topic }`
  if (!second) return { kind: 'key', key, keySpan, value: { kind: 'name', span: keySpan, name: key } };
  return value && { kind: 'key', key, keySpan, value: read(value, source) };
}

function computed(key: Expression, value: Expression, node: SyntaxNode): BareEntry {
  if (key.kind !== 'literal' || typeof key.value !== 'string') return { kind: 'computed', key, value };
  return { kind: 'key', key: key.value, keySpan: spanOf(node), value };
}

function keyText(node: SyntaxNode, text: string): string {
  return node.name === 'String' ? String(stringLiteral(node, text).value) : text.slice(node.from, node.to);
}

/** Keys are quoted where a neighbour is that need not be. */
function formOf(text: string, entries: readonly EntryPlace[]): ObjectForm {
  const keys = entries.filter((each) => each.kind === 'key');
  const needless = keys.find(({ key, keySpan }) => isQuote(text[keySpan.start]) && isIdentifier(key));
  const quote = needless && text[needless.keySpan.start];
  const fallback = quoteIn(text, keys.at(0)?.span);
  return {
    open: '{',
    close: '}',
    colon: between(text, keys, /^[ \t]{0,80}:[ \t]{0,80}$/, ': '),
    key: (name) => (quote === undefined && isIdentifier(name) ? name : quoted(name, quote ?? fallback)),
  };
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

/** The quote that is used nearest behind the span's start, else the first of the text. */
function quoteIn(text: string, near?: Span): string {
  const found = /["']/.exec(near ? text.slice(near.start, near.start + 400) : '') ?? /["']/.exec(text.slice(0, 20_000));
  return found?.[0] ?? "'";
}
