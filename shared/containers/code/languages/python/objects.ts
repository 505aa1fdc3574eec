/** `{"topic": topic, **more}` and `dict(topic=topic, **more)`. */
import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../../../finding.ts';
import type { Entry, EntryPlace, Expression } from '../../ir.ts';
import { childrenOf, isBroken, type Reading, spanOf } from '../lezer.ts';
import { between, formed, isMeaningful, textOf } from '../reading.ts';

type Read = (node: SyntaxNode) => Expression;

/** An entry of which the comma is still to come. */
type Found = Entry & { comma: number | undefined };

export function dictionary(node: SyntaxNode, at: Reading, read: Read): Expression {
  const children = childrenOf(node);
  const entries: Found[] = [];
  let isComplete = children.at(-1)?.name === '}' && !isBroken(node, at);
  children.forEach((child, index) => {
    const [next, value] = [children[index + 1], children[index + 2]];
    const before = children[index - 1]?.name;
    if (child.type.isError) return;
    // A key that is typed above another one is read as one text with it.
    if (child.name === 'ContinuedString' && next?.name === ':') isComplete = false;
    else if (child.name === ',') setComma(entries, child.from);
    else if (before === '**') entries.push(spread(children[index - 1] as SyntaxNode, child, read));
    else if (next?.name === ':') entries.push(entry(read(child), valueAt(value, next, read)));
    else if (before !== ':' && isMeaningful(child)) isComplete = false;
  });
  return {
    kind: 'object',
    span: spanOf(node),
    begin: node.from + 1,
    form: formed(dictionaryForm, node.from + 1, entries),
    isComplete,
    entries,
  };
}

export function dictCall(node: SyntaxNode, list: SyntaxNode, at: Reading, read: Read): Expression {
  const children = childrenOf(list);
  const entries: Found[] = [];
  children.forEach((child, index) => {
    const [next, value] = [children[index + 1], children[index + 2]];
    const before = children[index - 1];
    if (child.name === ',') setComma(entries, child.from);
    else if (next?.name === 'AssignOp')
      entries.push(keyed(textOf(child, at), spanOf(child), valueAt(value, next, read)));
    else if (isMeaningful(child) && before?.name !== 'AssignOp')
      entries.push(spread(/^\*/.test(before?.name ?? '') ? (before as SyntaxNode) : child, child, read));
  });
  const isComplete = children.at(-1)?.name === ')' && !isBroken(list, at);
  const begin = list.from + 1;
  return { kind: 'object', span: spanOf(node), begin, form: formed(dictForm, begin, entries), isComplete, entries };
}

function setComma(entries: readonly Found[], offset: number): void {
  const last = entries.at(-1);
  if (last) last.comma ??= offset;
}

/** Half-typed, its value is not there yet. */
function valueAt(value: SyntaxNode | undefined, sign: SyntaxNode, read: Read): Expression {
  return value && isMeaningful(value)
    ? read(value)
    : { kind: 'other', span: { start: sign.to, end: sign.to }, parts: [] };
}

function entry(key: Expression, value: Expression): Found {
  if (key.kind === 'literal' && key.value !== undefined) return keyed(String(key.value), key.span, value);
  return { kind: 'computed', span: { start: key.span.start, end: value.span.end }, comma: undefined, key, value };
}

function keyed(key: string, keySpan: Span, value: Expression): Found {
  const span = { start: keySpan.start, end: value.span.end };
  return { kind: 'key', span, comma: undefined, key, keySpan, value };
}

function spread(from: SyntaxNode, node: SyntaxNode, read: Read): Found {
  return { kind: 'spread', span: { start: from.from, end: node.to }, comma: undefined, value: read(node) };
}

function dictionaryForm(text: string, entries: readonly EntryPlace[]) {
  const first = entries.find((each) => each.kind === 'key');
  const quote = first ? text.charAt(first.keySpan.start) : undefined;
  return {
    open: '{',
    close: '}',
    colon: between(text, entries, /^[ \t]{0,80}:[ \t]{0,80}$/, ': '),
    key: (name: string) => quoted(name, quote === "'" ? "'" : '"'),
  };
}

function dictForm(text: string, entries: readonly EntryPlace[]) {
  const colon = between(text, entries, /^[ \t]{0,80}=[ \t]{0,80}$/, '=');
  return { open: 'dict(', close: ')', colon, key: (name: string) => name };
}

/** As Python writes a text; JSON escapes what Python does, in the same way. */
export function quoted(text: string, quote: string): string {
  const json = JSON.stringify(text).slice(1, -1);
  return quote === "'" ? `'${json.replace(/\\"/g, '"').replace(/'/g, "\\'")}'` : `"${json}"`;
}
