/**
 * Changes → edits of the text, in braces. Minimal: comments, indentation, line ends, key order and every other byte stay.
 * jsonc-parser's own `modify` is not used: it corrupts compact text and takes the first of duplicate keys.
 */
import type { Change, Edit, JsonValue } from '../finding.ts';
import { holderOf, insert, insertBefore, type Layout, layoutOf } from './insert.ts';
import { isList } from './lookup.ts';
import type { JsonDocument, Property } from './parse.ts';
import { removals } from './remove.ts';
import { type Style, styleOf } from './style.ts';
import { type HeldTarget, type HolderNode, type Member, type NewValue, type Target, targetsFor } from './targets.ts';

/**
 * Returns the edits, in the order of the text and without overlap, or undefined where the changes cannot be made: they have
 * no targets, or these overlap.
 */
export function editsFor(
  document: JsonDocument,
  changes: readonly Change[],
  generatePasscode: () => string | undefined,
): readonly Edit[] | undefined {
  const targets = targetsFor(document, changes, generatePasscode);
  const edits = targets && editsAt(document, targets);
  const sorted = edits?.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted?.some(({ span }, at) => span.start < (sorted[at - 1]?.span.end ?? 0)) ? undefined : sorted;
}

/** The text with the edits made, which are in its order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts = edits.map(
    ({ span, text: insert }, at) => text.slice(edits[at - 1]?.span.end ?? 0, span.start) + insert,
  );
  return parts.join('') + text.slice(edits.at(-1)?.span.end ?? 0);
}

function editsAt(document: JsonDocument, targets: readonly Target[]): readonly Edit[] {
  const { text } = document;
  const style = styleOf(document);
  const comments = targets.flatMap((each) =>
    each.kind === 'remove-comment' ? [{ span: each.span, comma: undefined }] : [],
  );
  return [
    ...[...byHolder(targets)].flatMap(([holder, held]) => editsIn(document, holder, held, style)),
    ...removals(text, comments, comments),
    ...targets.flatMap((each) =>
      each.kind === 'rename' ? [{ span: each.property.keySpan, text: style.spelling.key(each.key) }] : [],
    ),
  ];
}

function byHolder(targets: readonly Target[]): ReadonlyMap<HolderNode, readonly HeldTarget[]> {
  const found = new Map<HolderNode, HeldTarget[]>();
  for (const each of targets) {
    if (!('holder' in each)) continue;
    const held = found.get(each.holder);
    if (held) held.push(each);
    else found.set(each.holder, [each]);
  }
  return found;
}

/** All that happens in one object or list; what comes takes the place of the first that goes. */
function editsIn(
  { text, root }: JsonDocument,
  node: HolderNode,
  targets: readonly HeldTarget[],
  style: Style,
): readonly Edit[] {
  const holder = holderOf(node);
  const layout = layoutOf(text, holder, style);
  const gone = new Set(targets.flatMap((each) => (each.kind === 'remove' ? each.index : [])));
  const removed = gone.size > 0 ? holder.properties.filter((_, index) => gone.has(index)) : [];
  const printed = (those: readonly HeldTarget[]) =>
    those.flatMap((each) => printAdded(each, layout)).join(layout.separator);
  const block = printed(targets);
  const replaced = targets.flatMap((each) =>
    each.kind === 'replace' ? [{ span: each.node.span, text: print(each.value, layout) }] : [],
  );
  const [slot, ...others] = removed;
  if (slot && block)
    return [...replaced, { span: slot.span, text: block }, ...removals(text, holder.properties, others, slot)];
  if (slot) return [...replaced, ...removals(text, holder.properties, removed)];
  const first = node === root && node.type === 'object' ? node.properties.find(isNested) : undefined;
  const comesFirst = (each: HeldTarget) => first !== undefined && isPlain(each);
  const front = printed(targets.filter(comesFirst));
  const back = printed(targets.filter((each) => !comesFirst(each)));
  return [
    ...replaced,
    ...(first && front ? insertBefore(text, holder, first, front, layout) : []),
    ...(back ? insert(text, holder, back, layout) : []),
  ];
}

/** At the top level, plain values come before the first object, where they are not lost behind its many lines. */
function isNested({ value }: Property): boolean {
  return value?.type === 'object';
}

function isPlain(target: HeldTarget): boolean {
  if (target.kind !== 'add') return false;
  const { value } = target.member;
  if ('raw' in value) return !/^[[{]/.test(value.raw);
  return 'json' in value && (value.json === null || typeof value.json !== 'object');
}

function printAdded(target: HeldTarget, layout: Layout): readonly string[] {
  if (target.kind === 'add') return [printMember(target.member, layout)];
  return target.kind === 'append' ? [inOneLine(target.item, layout.style)] : [];
}

function printMember({ key, value }: Member, layout: Layout): string {
  return layout.style.spelling.key(key) + layout.style.colon + print(value, layout);
}

function print(value: NewValue, layout: Layout): string {
  const { style, multiline, indent } = layout;
  if ('raw' in value) return value.raw;
  if ('json' in value) return inOneLine(value.json, style);
  const inner = { ...layout, indent: indent + style.unit };
  if ('item' in value) {
    const item = inOneLine(value.item, style);
    return multiline ? `[${style.eol}${inner.indent}${item}${style.eol}${indent}]` : `[${item}]`;
  }
  const members = value.members.map((each) => printMember(each, inner));
  if (!multiline) return style.compact ? `{${members.join(',')}}` : `{ ${members.join(', ')} }`;
  const lines = members.map((each) => inner.indent + each).join(`,${style.eol}`);
  return `{${style.eol}${lines}${style.eol}${indent}}`;
}

function inOneLine(json: JsonValue, style: Style): string {
  const { spelling, colon, compact } = style;
  if (json === null || typeof json !== 'object') return spelling.value(json);
  const separator = compact ? ',' : ', ';
  if (isList(json)) return `[${json.map((each) => inOneLine(each, style)).join(separator)}]`;
  const members = Object.entries(json).map(([key, each]) => spelling.key(key) + colon + inOneLine(each, style));
  const blank = compact || members.length === 0 ? '' : ' ';
  return `{${blank}${members.join(separator)}${blank}}`;
}
