/**
 * Changes by path → edits of the text. Minimal: comments, indentation, line ends, key order and every other byte stay.
 * jsonc-parser's own `modify` is not used: it corrupts compact text and takes the first of duplicate keys.
 */
import type { Change, Edit, JsonValue, Path } from '../finding.ts';
import { commentAt, commentRemovals, itemAt, itemRemovals, propertyStart, renames } from './editsAt.ts';
import { asHolder, insert, type Layout, layoutOf } from './insert.ts';
import { nodeAt, objectAt, objects, propertyAt } from './lookup.ts';
import type { JsonDocument, ObjectNode, Property } from './parse.ts';
import { removals } from './remove.ts';
import type { Style } from './style.ts';

/** A value to write: JSON, a list of one item, the text of a value as it stood elsewhere, or an object of such values. */
type NewValue =
  | { readonly json: JsonValue }
  | { readonly item: JsonValue }
  | { readonly raw: string }
  | { readonly members: readonly Member[] };

interface Member {
  readonly key: string;
  readonly value: NewValue;
}

interface Assignment {
  readonly path: Path;
  readonly value: NewValue;
}

/** What happens to one object: properties that go and properties that come. */
interface ObjectPlan {
  readonly node: ObjectNode;
  readonly removed: readonly Property[];
  readonly added: readonly Member[];
}

/**
 * Returns the edits, in the order of the text and without overlap, or undefined where the changes cannot be made: the
 * text is broken, a path leads nowhere, two changes speak of one place, or no passcode can be generated.
 */
export function editsFor(
  document: JsonDocument,
  changes: readonly Change[],
  generatePasscode: () => string | undefined,
): readonly Edit[] | undefined {
  if (document.errors.length > 0 || document.root?.type !== 'object') return undefined;
  const assignments = changes.map((change) => assignmentOf(document, change, generatePasscode));
  const removed = changes.flatMap((change) => removedBy(document, change));
  if (assignments.includes(undefined) || removed.includes(undefined)) return undefined;
  if (contradict(changes) || changes.some((change) => isBlocked(document, change))) return undefined;
  const assigned = withOwners(
    document,
    assignments.filter((each) => each !== undefined && each !== 'none'),
  );
  const plans = plansFor(
    document,
    assigned,
    removed.filter((each) => each !== undefined),
  );
  const edits = [
    ...replacements(document, assigned),
    ...plans.flatMap((plan) => editsOfPlan(document, plan)),
    ...changes.flatMap((change) => appended(document, change)),
    ...itemRemovals(document, changes),
    ...commentRemovals(document, changes),
    ...renames(document, changes),
  ];
  const sorted = edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.some(({ span }, at) => span.start < (sorted[at - 1]?.span.end ?? 0)) ? undefined : sorted;
}

/** The text with the edits made, which are in its order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts = edits.map(
    ({ span, text: insert }, at) => text.slice(edits[at - 1]?.span.end ?? 0, span.start) + insert,
  );
  return parts.join('') + text.slice(edits.at(-1)?.span.end ?? 0);
}

function assignmentOf(
  document: JsonDocument,
  change: Change,
  generatePasscode: () => string | undefined,
): Assignment | 'none' | undefined {
  if (change.op === 'set') return { path: change.path, value: { json: change.value } };
  if (change.op === 'generate-passcode') {
    const json = generatePasscode();
    return json === undefined ? undefined : { path: change.path, value: { json } };
  }
  if (change.op === 'append' && nodeAt(document.root, change.path)?.type !== 'array') {
    return { path: change.path, value: { item: change.value } };
  }
  if (change.op !== 'move') return 'none';
  const value = propertyAt(document.root, change.path)?.value;
  return value && { path: change.to, value: { raw: document.text.slice(value.span.start, value.span.end) } };
}

/** Of duplicate keys all are removed: to remove the last alone would bring an earlier one to life. */
function removedBy(document: JsonDocument, change: Change): readonly (Property | undefined)[] {
  if (change.op === 'remove-at') {
    const found = itemAt(document, change.offset) ?? commentAt(document, change.offset);
    return found ? [] : [propertyStart(document, change.offset)];
  }
  if (change.op !== 'remove' && change.op !== 'move') return [];
  const parent = objectAt(document.root, change.path.slice(0, -1));
  const found = parent?.properties.filter(({ key }) => key === change.path.at(-1)) ?? [];
  return found.length > 0 ? found : [undefined];
}

/** Whether two changes speak of the same place, or one of a place inside another's. */
function contradict(changes: readonly Change[]): boolean {
  const paths = changes.flatMap((change): readonly Path[] => {
    if (!('path' in change)) return [];
    return change.op === 'move' ? [change.path, change.to] : [change.path];
  });
  const marks = new Set(paths.map((path) => JSON.stringify(path)));
  const starts = (path: Path) => path.some((_, length) => marks.has(JSON.stringify(path.slice(0, length))));
  return marks.size < paths.length || paths.some(starts);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, at) => path[at] === key);
}

/** Something that is no object stands in the way of the path, and is not for us to throw away. */
function isBlocked({ root }: JsonDocument, change: Change): boolean {
  if (change.op === 'rename-at') return !propertyStart({ root }, change.offset);
  if (change.op === 'remove-at') return false;
  const path = change.op === 'move' ? change.to : change.path;
  const blocks = path.slice(1).some((_, at) => {
    const owner = nodeAt(root, path.slice(0, at + 1));
    if (owner?.type === 'array') return !nodeAt(root, path.slice(0, at + 2));
    return owner && owner.type !== 'object' && owner.type !== 'null';
  });
  const end = nodeAt(root, path)?.type ?? 'null';
  return path.length === 0 || blocks || (change.op === 'append' && end !== 'array' && end !== 'null');
}

/**
 * Where the object that a path leads through is missing, it is what has to be assigned, with all that belongs in it;
 * and so on outwards, the innermost first.
 */
function withOwners(document: JsonDocument, assigned: readonly Assignment[]): readonly Assignment[] {
  const orphans = assigned.filter(({ path }) => !objectAt(document.root, path.slice(0, -1)));
  const orphan = orphans.toSorted((a, b) => b.path.length - a.path.length)[0];
  if (!orphan) return assigned;
  const owner = orphan.path.slice(0, -1);
  const inside = assigned.filter(({ path }) => path.length === orphan.path.length && startsWith(path, owner));
  const members = inside.map(({ path, value }) => ({ key: path.at(-1) as string, value }));
  const others = assigned.filter((each) => !inside.includes(each));
  return withOwners(document, [...others, { path: owner, value: { members } }]);
}

/** Values that take the place of values. */
function replacements(document: JsonDocument, assigned: readonly Assignment[]): readonly Edit[] {
  return assigned.flatMap(({ path, value }) => {
    const span = propertyAt(document.root, path)?.value?.span;
    const owner = objectAt(document.root, path.slice(0, -1));
    return span && owner ? [{ span, text: print(value, layoutOf(document, owner)) }] : [];
  });
}

function plansFor(
  document: JsonDocument,
  assigned: readonly Assignment[],
  removed: readonly Property[],
): readonly ObjectPlan[] {
  const missing = assigned.filter(({ path }) => !propertyAt(document.root, path)?.value);
  const added = missing.map(({ path, value }) => ({
    owner: objectAt(document.root, path.slice(0, -1)),
    member: { key: path.at(-1) as string, value },
  }));
  const gone = new Set(removed);
  const owners = new Set(added.map(({ owner }) => owner));
  return objects(document.root)
    .filter((node) => owners.has(node) || (gone.size > 0 && node.properties.some((each) => gone.has(each))))
    .map((node) => ({
      node,
      removed: node.properties.filter((each) => gone.has(each)),
      added: added.filter(({ owner }) => owner === node).map(({ member }) => member),
    }));
}

function print(value: NewValue, layout: Layout): string {
  if ('raw' in value) return value.raw;
  if ('json' in value) return JSON.stringify(value.json);
  const { style, multiline, indent } = layout;
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
  if (json === null || typeof json !== 'object') return JSON.stringify(json);
  const separator = style.compact ? ',' : ', ';
  if (isList(json)) return `[${json.map((each) => inOneLine(each, style)).join(separator)}]`;
  const members = Object.entries(json).map(([key, each]) => JSON.stringify(key) + style.colon + inOneLine(each, style));
  const blank = style.compact || members.length === 0 ? '' : ' ';
  return `{${blank}${members.join(separator)}${blank}}`;
}

function isList(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json);
}

function printMember({ key, value }: Member, layout: Layout): string {
  return JSON.stringify(key) + layout.style.colon + print(value, layout);
}

function editsOfPlan(document: JsonDocument, { node, removed, added }: ObjectPlan): readonly Edit[] {
  const layout = layoutOf(document, node);
  const block = added.map((each) => printMember(each, layout)).join(layout.separator);
  const [first, ...others] = removed;
  if (first && block)
    return [{ span: first.span, text: block }, ...removals(document.text, node.properties, others, first)];
  if (first) return removals(document.text, node.properties, removed);
  return insert(document.text, node, block, layout);
}

function appended(document: JsonDocument, change: Change): readonly Edit[] {
  const list = change.op === 'append' ? asHolder(nodeAt(document.root, change.path)) : undefined;
  if (!list || change.op !== 'append') return [];
  const layout = layoutOf(document, list);
  return insert(document.text, list, inOneLine(change.value, layout.style), layout);
}
