/** The edits of the members of an object or a list. */
import type { Edit, JsonValue } from '../finding.ts';
import type { Step } from './codeWriting.ts';
import {
  behindComments,
  type Holder,
  holderOf,
  insert,
  insertBefore,
  insertion,
  type Layout,
  layoutOf,
  paddingOf,
} from './insert.ts';
import { isList } from './lookup.ts';
import type { HolderNode, JsonDocument, Property } from './parse.ts';
import { type Removable, removals } from './remove.ts';
import { indentAt, type Style } from './style.ts';
import type { HeldTarget, Member, NewValue } from './targets.ts';

/** What comes takes the place of the first that goes. Undefined where something cannot be removed: it is not written there. */
export function editsInHolder(
  document: JsonDocument,
  node: HolderNode,
  targets: readonly HeldTarget[],
  style: Style,
): readonly Edit[] | undefined {
  const { text } = document;
  const holder = holderOf(node);
  const layout = layoutOf(text, holder, style, (node.type === 'object' && node.form) || style.form);
  const replaced = targets.flatMap((each) => (each.kind === 'replace' ? [replacing(node, each, layout)] : []));
  const removed = removedFrom(node, holder, targets);
  if (!removed) return undefined;
  const { inside, statements } = removed;
  const apart = [...replaced, ...removals(text, statements, statements)];
  const step = node.type === 'object' && holder.properties.length === 0 ? node.step : undefined;
  if (step) return [...apart, ...assigning(document, step, targets, layout)];
  // `new stdClass()` has no brackets to write into, nor has what PHP makes itself.
  if (node.type === 'object' && node.begin === node.span.end && targets.some(({ kind }) => kind === 'add'))
    return undefined;
  const block = printed(targets, layout);
  const [slot, ...others] = inside;
  if (slot && block)
    return [...apart, { span: slot.span, text: block }, ...removals(text, holder.properties, others, slot)];
  const gone = slot ? removals(text, holder.properties, inside) : [];
  return [...apart, ...gone, ...(slot ? [] : adding(document, node, holder, targets, layout))];
}

/** What is removed from the literal, and the statements that go. */
function removedFrom(
  node: HolderNode,
  { properties }: Holder,
  targets: readonly HeldTarget[],
): { readonly inside: readonly Removable[]; readonly statements: readonly Removable[] } | undefined {
  const gone = new Set(targets.flatMap((each) => (each.kind === 'remove' ? each.index : [])));
  if (gone.size === 0 || node.type === 'array' || !node.form)
    return { inside: gone.size > 0 ? properties.filter((_, index) => gone.has(index)) : [], statements: [] };
  const inside: Removable[] = [];
  const statements: Removable[] = [];
  for (const index of gone) {
    const { apart, span } = node.properties[index] as Property;
    const own = apart ? undefined : properties.find((each) => each.span.start === span.start);
    if (own) inside.push(own);
    else if (apart?.statement) statements.push({ span: apart.statement, comma: undefined });
    else return undefined;
  }
  return { inside, statements };
}

/** In code, `{ password }` becomes `{ password: … }`. */
function replacing(
  holder: HolderNode,
  { node, value }: Extract<HeldTarget, { readonly kind: 'replace' }>,
  layout: Layout,
): Edit {
  const owner = holder.type === 'object' && holder.form && holder.properties.find((each) => each.value === node);
  const isShorthand = owner && !owner.apart && owner.keySpan.start === node.span.start;
  const name = isShorthand ? owner.key : undefined;
  return {
    span: node.span,
    text: name === undefined ? print(value, layout) : printMember({ key: name, value }, layout),
  };
}

/** A statement for each, like the last one that assigns a property. */
function assigning(
  document: JsonDocument,
  { statement, before, quote, between, behind }: Step,
  targets: readonly HeldTarget[],
  layout: Layout,
): readonly Edit[] {
  const indent = indentAt(document.text, statement.start);
  const lines = targets.flatMap((each) => {
    if (each.kind !== 'add') return [];
    const value = print(each.member.value, { ...layout, indent });
    return [layout.style.eol + indent + before + quote + each.member.key + quote + between + value + behind];
  });
  return lines.length > 0 ? [insertion(behindComments(document, statement.end), lines.join(''))] : [];
}

function adding(
  document: JsonDocument,
  node: HolderNode,
  holder: Holder,
  targets: readonly HeldTarget[],
  layout: Layout,
): readonly Edit[] {
  const nested = node === document.root && node.type === 'object' ? node.properties.find(isNested) : undefined;
  const first = nested && holder.properties.find(({ span }) => span.start === nested.span.start);
  const comesFirst = (each: HeldTarget) => first !== undefined && isPlain(each);
  const front = printed(targets.filter(comesFirst), layout);
  const back = printed(
    targets.filter((each) => !comesFirst(each)),
    layout,
  );
  return [
    ...(first && front ? insertBefore(document, holder, first, front, layout) : []),
    ...(back ? insert(document, holder, back, layout) : []),
  ];
}

function printed(targets: readonly HeldTarget[], layout: Layout): string {
  return targets.flatMap((each) => printAdded(each, layout)).join(layout.separator);
}

/** At the top level, plain values come before the first object, where they are not lost behind its many lines. */
function isNested({ value, apart }: Property): boolean {
  return value?.type === 'object' && !apart;
}

function isPlain(target: HeldTarget): boolean {
  if (target.kind !== 'add') return false;
  const { value } = target.member;
  if ('raw' in value) return !/^[[{]/.test(value.raw);
  return 'json' in value && (value.json === null || typeof value.json !== 'object');
}

function printAdded(target: HeldTarget, layout: Layout): readonly string[] {
  if (target.kind === 'add') return [printMember(target.member, layout)];
  return target.kind === 'append' ? [inOneLine(target.item, layout)] : [];
}

function printMember({ key, value }: Member, layout: Layout): string {
  const { form, multiline } = layout;
  const { keyWidth = 0, valueWidth = 0 } = multiline ? form : {};
  return (form.key(key).padEnd(keyWidth) + form.colon).padEnd(valueWidth) + print(value, layout);
}

function print(value: NewValue, layout: Layout): string {
  const { style, multiline, indent } = layout;
  const { keyWidth, valueWidth, ...form } = layout.form;
  if ('raw' in value) return value.raw;
  if ('json' in value) return inOneLine(value.json, layout);
  const inner = { ...layout, form, indent: indent + style.unit };
  const comma = form.trailingComma ? ',' : '';
  if ('item' in value) {
    const item = inOneLine(value.item, layout);
    return multiline ? `[${style.eol}${inner.indent}${item}${comma}${style.eol}${indent}]` : `[${item}]`;
  }
  const members = value.members.map((each) => printMember(each, inner));
  if (!multiline) return bracketed(members, layout);
  const lines = members.map((each) => inner.indent + each).join(`,${style.eol}`);
  return `${form.open}${style.eol}${lines}${comma}${style.eol}${indent}${form.close}`;
}

function inOneLine(json: JsonValue, layout: Layout): string {
  const { style, form } = layout;
  if (json === null || typeof json !== 'object') return style.value(json);
  const separator = style.compact ? ',' : ', ';
  if (isList(json)) return `[${json.map((each) => inOneLine(each, layout)).join(separator)}]`;
  return bracketed(
    Object.entries(json).map(([key, each]) => form.key(key) + form.colon + inOneLine(each, layout)),
    layout,
  );
}

function bracketed(members: readonly string[], layout: Layout): string {
  const { form, style } = layout;
  const blank = members.length === 0 ? '' : paddingOf(layout);
  return form.open + blank + members.join(style.compact ? ',' : ', ') + blank + form.close;
}
