/** Maps and lists of bodies in one JSON file, by the places that a lock profile lists. */
import { type JsonDocument, type JsonNode, type Property, parse } from '../json/parse.ts';
import { joinPointer, pointerSteps } from '../json/pointer.ts';
import { indentsAt } from '../json/style.ts';
import { slice } from '../json/textMap.ts';
import type { ContainedRequest, Target } from './containers.ts';

/** Where the bodies are, and what they are sent to. */
interface BodiesAt<To extends Target = Target> {
  /** A JSON pointer in which `*` stands for every key of an object and every item of a list. */
  readonly at: string;
  readonly target: To;
}

/** Longer names are hard to read, and there may be thousands of bodies below one such key. */
const maxNameLength = 1000;

/** Wider than anything is indented; what a file of one line begins with would be repeated in each of its bodies. */
const maxIndent = 400;

/**
 * The bodies at these places, in the order of the text. Where two entries name one body, or a body inside another, the
 * first entry counts; of duplicate keys the last. None is below a pointer of more than 1,000 characters. A body whose text
 * is as in `before`, by name, keeps that tree. What follows the first `atMost` bodies is not read.
 */
export function bodiesAt<To extends Target>(
  document: JsonDocument,
  entries: readonly BodiesAt<To>[],
  before: ReadonlyMap<string, JsonDocument> = new Map(),
  atMost = Number.POSITIVE_INFINITY,
): readonly ContainedRequest<To>[] {
  const bodies = withoutOverlaps(namedPlaces(document.root, entries)).sort(byPlace).slice(0, atMost);
  const indents = indentsAt(
    document.text,
    bodies.map(({ node }) => node.span.start),
  );
  return bodies.map(({ pointer, node, entry }, at) => ({
    name: pointer,
    target: (entries[entry] as BodiesAt<To>).target,
    ...bodyOf(document, node, indents[at] ?? '', before.get(pointer)),
  }));
}

function byPlace(a: Place, b: Place): number {
  return a.node.span.start - b.node.span.start;
}

/** With the indentation of the line that it begins in, so that what is added to it looks like what is there. */
function bodyOf({ text }: JsonDocument, { span }: JsonNode, indentation: string, before: JsonDocument | undefined) {
  const indent = indentation.length > maxIndent ? '' : indentation;
  const body = indent + text.slice(span.start, span.end);
  const document = before?.text === body ? before : parse(body);
  return { document, map: slice(span.start, span.end - span.start, indent.length) };
}

/** A value that pointers lead to or through. */
interface Place {
  readonly pointer: string;
  readonly node: JsonNode;
  readonly parent: Place | undefined;
}

interface NamedPlace extends Place {
  /** The first that names it. */
  readonly entry: number;
}

/** Of many pointers, what they have in common once: there may be thousands of them for a list of thousands. */
interface Pointers {
  readonly next: Map<string, Pointers>;
  /** The first entry whose pointer ends here. */
  entry: number;
}

function pointersOf(entries: readonly BodiesAt[]): Pointers {
  const all: Pointers = { next: new Map(), entry: Number.POSITIVE_INFINITY };
  entries.forEach(({ at }, index) => {
    let end = all;
    for (const step of pointerSteps(at)) {
      const known = end.next.get(step) ?? { next: new Map(), entry: Number.POSITIVE_INFINITY };
      end.next.set(step, known);
      end = known;
    }
    end.entry = Math.min(end.entry, index);
  });
  return all;
}

/** A place, and what is left of the pointers that lead through it. */
interface Reached {
  readonly place: Place;
  readonly rest: readonly Pointers[];
}

/** Each value once, level by level. */
function namedPlaces(root: JsonNode | undefined, entries: readonly BodiesAt[]): readonly NamedPlace[] {
  const found: NamedPlace[] = [];
  const top = root && { place: { pointer: '', node: root, parent: undefined }, rest: [pointersOf(entries)] };
  for (let level: readonly Reached[] = top ? [top] : []; level.length > 0; level = level.flatMap(stepsFrom)) {
    for (const { place, rest } of level) {
      const entry = rest.reduce((first, each) => Math.min(first, each.entry), Number.POSITIVE_INFINITY);
      if (entry in entries) found.push({ ...place, entry });
    }
  }
  return found;
}

function stepsFrom({ place, rest }: Reached): readonly Reached[] {
  if (rest.every(({ next }) => next.size === 0)) return [];
  return childrenOf(place.node).flatMap(({ key, node }) => {
    const onward = rest.flatMap(({ next }) => [next.get(key) ?? [], (key !== '*' && next.get('*')) || []].flat());
    if (onward.length === 0 || place.pointer.length + key.length >= maxNameLength) return [];
    return [{ place: { pointer: joinPointer(place.pointer, key), node, parent: place }, rest: onward }];
  });
}

/** What an earlier entry names counts, whether it is inside or around. */
function withoutOverlaps(places: readonly NamedPlace[]): NamedPlace[] {
  const taken = new Set<JsonNode>();
  const around = new Set<JsonNode>();
  return places
    .toSorted((a, b) => a.entry - b.entry)
    .filter((place) => {
      const outer = nodesAround(place);
      if (around.has(place.node) || outer.some((each) => taken.has(each))) return false;
      taken.add(place.node);
      for (const each of outer) around.add(each);
      return true;
    });
}

function nodesAround({ parent }: Place): readonly JsonNode[] {
  const found: JsonNode[] = [];
  for (let at = parent; at; at = at.parent) found.push(at.node);
  return found;
}

function childrenOf(node: JsonNode): readonly { readonly key: string; readonly node: JsonNode }[] {
  if (node.type === 'array') return node.items.map((item, index) => ({ key: String(index), node: item }));
  if (node.type !== 'object') return [];
  const last = new Map<string, Property>(node.properties.map((each) => [each.key, each]));
  return [...last.values()].flatMap(({ key, value }) => (value ? [{ key, node: value }] : []));
}
