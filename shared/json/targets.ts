/** Where changes land in a document: each is looked up once. How they are written there is up to `edit.ts`. */

import type { Change, Edit, JsonValue, Path, Span } from '../finding.ts';
import { hasValue, heldAt } from './lookup.ts';
import { firstWhere } from './ordered.ts';
import type { ArrayNode, HolderNode, JsonDocument, JsonNode, ObjectNode, Property } from './parse.ts';

/** A value to write: JSON, a list of one item, the text of a value that is elsewhere, or an object of such values. */
export type NewValue =
  | { readonly json: JsonValue }
  | { readonly item: JsonValue }
  | { readonly raw: string }
  | { readonly members: readonly Member[] };

export interface Member {
  readonly key: string;
  readonly value: NewValue;
}

/** What happens to one of the members of an object or a list. */
export type HeldTarget =
  | { readonly kind: 'replace'; readonly holder: HolderNode; readonly node: JsonNode; readonly value: NewValue }
  | { readonly kind: 'add'; readonly holder: ObjectNode; readonly member: Member }
  | { readonly kind: 'append'; readonly holder: ArrayNode; readonly item: JsonValue }
  | { readonly kind: 'remove'; readonly holder: HolderNode; readonly index: number };

export type Target =
  | HeldTarget
  | { readonly kind: 'rename'; readonly property: Property; readonly key: string }
  | { readonly kind: 'remove-comment'; readonly span: Span }
  /** What something else that is written needs, elsewhere in the file. */
  | { readonly kind: 'needed'; readonly edit: Edit };

/**
 * Undefined where the changes cannot be made: the text is broken, a path leads nowhere or through something that is not an
 * object, two changes are about one place, or no passcode can be generated. Members to add are in their order.
 */
export function targetsFor(
  document: JsonDocument,
  changes: readonly Change[],
  generatePasscode: () => string | undefined,
): readonly Target[] | undefined {
  const { root, errors, code } = document;
  const places =
    errors.length === 0 &&
    code?.isComplete !== false &&
    root?.type === 'object' &&
    placesOf(root, changes.flatMap(pathsOf));
  if (!places) return undefined;
  const landings = changes.map((change) =>
    'offset' in change ? atOffset(document, change) : atPath(document, places, change, generatePasscode),
  );
  if (landings.includes(undefined)) return undefined;
  const landed = landings.flatMap((each) => each ?? []);
  const assignments = landed.filter((each) => 'place' in each);
  return [...landed.filter((each) => 'kind' in each), ...assigned(places, assignments)];
}

/** Where a path leads, or a part of one. */
interface Place {
  readonly key: string;
  readonly owner: Place | undefined;
  readonly node: JsonNode | undefined;
  /** Which of the members of the owner's node: several for a key that appears again, of which the last counts. */
  readonly indexes: readonly number[];
  readonly indexesByKey: ReadonlyMap<string, readonly number[]>;
  readonly inside: Map<string, Place>;
}

/** Every place once, an owner before what is inside it. */
interface Places {
  readonly all: readonly Place[];
  /** By the path of a change itself, not one that reads the same. */
  readonly ends: ReadonlyMap<Path, Place>;
}

/** A value for a place: it replaces what is there, or comes into an object, which may be missing itself. */
interface Assignment {
  readonly place: Place;
  readonly value: NewValue;
}

function pathsOf(change: Change): readonly Path[] {
  if (!('path' in change)) return [];
  return change.op === 'move' ? [change.path, change.to] : [change.path];
}

/**
 * Undefined where a path is blocked, or leads to the place of another or into it. Short paths first: what is written right
 * into an object comes before the objects that have to be made in it.
 */
function placesOf(root: ObjectNode, paths: readonly Path[]): Places | undefined {
  const all = [placeOf(undefined, '', root, [])];
  const ends = new Map<Path, Place>();
  const taken = new Set<Place>();
  for (const path of paths.toSorted((a, b) => a.length - b.length)) {
    const known = all.length;
    const end = follow(path, all, taken);
    if (!end || all.length === known) return undefined;
    ends.set(path, end);
    taken.add(end);
  }
  return { all, ends };
}

/** The place at the end of the path; those on the way that are new are added to `all`. */
function follow(path: Path, all: Place[], taken: ReadonlySet<Place>): Place | undefined {
  let place = all[0];
  for (const key of path) {
    if (!place || taken.has(place)) return undefined;
    const next: Place | undefined = place.inside.get(key) ?? placeIn(place, key);
    if (next && !place.inside.has(key)) all.push(next);
    if (next) place.inside.set(key, next);
    place = next;
  }
  return place;
}

/** Undefined where something that is not an object is in the way: it is not ours to throw away. */
function placeIn(owner: Place, key: string): Place | undefined {
  const { node } = owner;
  if (isMissing(node)) return placeOf(owner, key, undefined, []);
  if (node?.type === 'object') {
    const indexes = owner.indexesByKey.get(key) ?? [];
    return placeOf(owner, key, node.properties[indexes.at(-1) ?? -1]?.value, indexes);
  }
  const item = node?.type === 'array' && /^\d+$/.test(key) ? node.items[Number(key)] : undefined;
  return item && placeOf(owner, key, item, [Number(key)]);
}

function placeOf(owner: Place | undefined, key: string, node: JsonNode | undefined, indexes: readonly number[]): Place {
  const indexesByKey = node?.type === 'object' ? indexesOf(node) : new Map<string, readonly number[]>();
  return { key, owner, node, indexes, indexesByKey, inside: new Map() };
}

function indexesOf({ properties }: ObjectNode): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, { key }] of properties.entries()) {
    const indexes = found.get(key);
    if (indexes) indexes.push(index);
    else found.set(key, [index]);
  }
  return found;
}

/** `null` makes room for an object or a list as nothing does. */
function isMissing(node: JsonNode | undefined): boolean {
  return node === undefined || node.type === 'null';
}

function atPath(
  document: JsonDocument,
  { ends }: Places,
  change: Extract<Change, { readonly path: Path }>,
  generatePasscode: () => string | undefined,
): readonly (Target | Assignment)[] | undefined {
  const place = ends.get(change.path) as Place;
  if (change.op === 'set') return [{ place, value: { json: change.value } }];
  if (change.op === 'append') return appending(place, change.value);
  if (change.op === 'generate-passcode') return passcodeAt(place, document, generatePasscode);
  const removed = removing(place);
  if (change.op === 'remove') return removed;
  const moved = place.node && textOf(document, place);
  if (!removed || moved === undefined) return undefined;
  return [...removed, { place: ends.get(change.to) as Place, value: { raw: moved } }];
}

/** In code, a passcode is a variable: never a text. */
function passcodeAt(
  place: Place,
  { code }: JsonDocument,
  generatePasscode: () => string | undefined,
): readonly (Target | Assignment)[] | undefined {
  if (code) {
    const { expression, needs } = code.passcode ?? {};
    if (expression === undefined) return undefined;
    return [{ place, value: { raw: expression } }, ...(needs ? [{ kind: 'needed' as const, edit: needs }] : [])];
  }
  const json = generatePasscode();
  return json === undefined ? undefined : [{ place, value: { json } }];
}

/** Undefined for a value in code that is elsewhere than its key: in a variable. */
function textOf({ text }: JsonDocument, { node, owner, indexes }: Place): string | undefined {
  const held = owner?.node?.type === 'object' ? owner.node.properties[indexes.at(-1) ?? -1] : undefined;
  if (!node || (held && (node.span.start < held.span.start || node.span.end > held.span.end))) return undefined;
  return text.slice(node.span.start, node.span.end);
}

/** Of duplicate keys all are removed: to remove the last alone would bring an earlier one to life. */
function removing({ owner, indexes }: Place): readonly Target[] | undefined {
  const holder = owner?.node;
  if (holder?.type !== 'object' || indexes.length === 0) return undefined;
  return indexes.map((index) => ({ kind: 'remove', holder, index }));
}

function appending(place: Place, item: JsonValue): readonly (Target | Assignment)[] | undefined {
  if (isMissing(place.node)) return [{ place, value: { item } }];
  return place.node?.type === 'array' ? [{ kind: 'append', holder: place.node, item }] : undefined;
}

/**
 * Where the object that a path leads through is missing, it is what has to be written, with all that belongs in it; and so on
 * outwards, the innermost first.
 */
function assigned({ all }: Places, assignments: readonly Assignment[]): readonly Target[] {
  const values = new Map(assignments.map(({ place, value }) => [place, value]));
  for (const place of all.toReversed()) {
    if (!isMissing(place.node) || place.inside.size === 0) continue;
    const members = [...place.inside].map(([key, each]) => ({ key, value: values.get(each) as NewValue }));
    values.set(place, { members });
  }
  return all.flatMap((place) => {
    const value = values.get(place);
    return value ? writing(place, value) : [];
  });
}

/** Nothing where the owner is missing, which is written with all its members. */
function writing({ key, owner, node }: Place, value: NewValue): readonly Target[] {
  const holder = owner?.node;
  if (holder?.type !== 'object' && holder?.type !== 'array') return [];
  // What says so already stays as it is written.
  if (node && 'json' in value && hasValue(node, value.json)) return [];
  if (node) return [{ kind: 'replace', holder, node, value }];
  return holder.type === 'object' ? [{ kind: 'add', holder, member: { key, value } }] : [];
}

function atOffset(
  { root, comments }: JsonDocument,
  change: Extract<Change, { readonly offset: number }>,
): readonly Target[] | undefined {
  const held = heldAt(root, change.offset);
  if (change.op === 'rename-at') {
    const property = held?.holder.type === 'object' ? held.holder.properties[held.index] : undefined;
    return property && [{ kind: 'rename', property, key: change.key }];
  }
  if (held) return [{ kind: 'remove', ...held }];
  const comment = comments[firstWhere(comments, ({ start }) => start >= change.offset)];
  return comment?.start === change.offset ? [{ kind: 'remove-comment', span: comment }] : undefined;
}
