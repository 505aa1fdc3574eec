/** `['topic' => $topic, ...$more]` and `array('topic' => $topic)`; without keys they are lists. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../../../finding.ts';
import type { Entry, EntryPlace, Expression, ObjectExpression } from '../../ir.ts';
import { childrenOf, isBroken, other, type Reading, spanOf } from '../lezer.ts';
import { between, formed, isMeaningful } from '../reading.ts';
import { quoted } from './texts.ts';

type Read = (node: SyntaxNode) => Expression;

type Found = Entry & { comma: number | undefined };

export function arrayOf(node: SyntaxNode, at: Reading, read: Read): Expression {
  const list = node.getChild('ValueList') ?? node;
  const children = childrenOf(list);
  const [open, ...items] = children;
  const values = items.filter(isMeaningful);
  const isComplete = /^[\])]$/.test(children.at(-1)?.name ?? '') && !isBroken(list, at);
  if (
    values.some(({ name }) => name !== 'Pair' && name !== 'VariadicUnpacking') &&
    !values.some(({ name }) => name === 'Pair')
  )
    return isComplete ? listOf(node, items, read) : other(node);
  const entries = entriesOf(items, read);
  const begin = open?.to ?? node.to;
  const brackets = list === node ? (['[', ']'] as const) : (['array(', ')'] as const);
  const form = formed((text, places) => formOf(brackets, text, places), begin, entries);
  return { kind: 'object', span: spanOf(node), begin, form, isComplete, entries };
}

function listOf(node: SyntaxNode, items: readonly SyntaxNode[], read: Read): Expression {
  const commas = items.flatMap((each) => (each.name === ',' ? [each.from] : []));
  const values = items
    .filter(isMeaningful)
    .map((each) => (each.name === 'VariadicUnpacking' ? other(each) : read(each)));
  return { kind: 'list', span: spanOf(node), items: values, commas };
}

function entriesOf(items: readonly SyntaxNode[], read: Read): readonly Entry[] {
  const entries: Found[] = [];
  let next = 0;
  for (const each of items) {
    const span = spanOf(each);
    const last = entries.at(-1);
    if (each.name === ',' && last) last.comma ??= each.from;
    else if (each.name === 'VariadicUnpacking')
      entries.push({ kind: 'spread', span, comma: undefined, value: inner(each, read) });
    else if (each.name === 'Pair') entries.push(pair(each, read));
    else if (isMeaningful(each))
      entries.push({
        kind: 'key',
        span,
        comma: undefined,
        key: String(next++),
        keySpan: { start: each.from, end: each.from },
        value: read(each),
      });
  }
  return entries;
}

function inner(node: SyntaxNode, read: Read): Expression {
  const value = childrenOf(node).find(isMeaningful);
  return value ? read(value) : other(node);
}

/** Half-typed, its value is not there yet. */
function pair(node: SyntaxNode, read: Read): Found {
  const [first, sign, second] = childrenOf(node);
  const key = first ? read(first) : other(node);
  const nothing: Span = { start: sign?.to ?? node.to, end: sign?.to ?? node.to };
  const value: Expression = second && isMeaningful(second) ? read(second) : { kind: 'other', span: nothing, parts: [] };
  const common = { span: { start: node.from, end: Math.max(node.to, value.span.end) }, comma: undefined, value };
  const isKey = key.kind === 'literal' && (typeof key.value === 'string' || typeof key.value === 'number');
  return isKey
    ? { kind: 'key', key: String(key.value), keySpan: key.span, ...common }
    : { kind: 'computed', key, ...common };
}

function formOf([open, close]: readonly [string, string], text: string, entries: readonly EntryPlace[]) {
  const first = entries.find((each) => each.kind === 'key' && each.keySpan.end > each.keySpan.start);
  const quote = first?.kind === 'key' && text[first.keySpan.start] === '"' ? '"' : "'";
  const colon = between(text, entries, /^[ \t]?=>[ \t]{0,80}$/, ' => ');
  return { open, close, colon, key: (name: string) => quoted(name, quote) };
}

/** `new stdClass()`, or nothing at all: what it has is assigned in steps, and nothing can be written into it. */
export function emptyObject(span: Span, open: string): ObjectExpression {
  const form = { open, close: ']', colon: ' => ', key: (name: string) => quoted(name, "'") };
  return { kind: 'object', span, begin: span.end, form: () => form, isComplete: true, entries: [] };
}
