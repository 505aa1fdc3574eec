import type { JsonValue, Path, Span } from '../finding.ts';
import { firstWhere } from './ordered.ts';
import type { HolderNode, JsonDocument, JsonNode, ObjectNode, OpenNode, Property } from './parse.ts';

/** The property with this key; of duplicates the last, which is the one that JSON.parse and Zoom take. */
export function property(node: JsonNode | undefined, key: string): Property | undefined {
  if (node?.type !== 'object') return undefined;
  // A loop, since this runs some hundred times for each of thousands of files.
  for (let at = node.properties.length - 1; at >= 0; at--) {
    const each = node.properties[at];
    if (each?.key === key) return each;
  }
  return undefined;
}

/** The string that the object has under this key. */
export function textIn(node: JsonNode | undefined, key: string): string | undefined {
  const value = property(node, key)?.value;
  return value?.type === 'string' ? String(value.value) : undefined;
}

/** The same, but an object that may have any further key has it, with an open value. */
export function possibleProperty(node: JsonNode | undefined, key: string): Property | undefined {
  return property(node, key) ?? (node?.type === 'object' && node.rest ? restAs(key, node.rest) : undefined);
}

function restAs(key: string, rest: OpenNode): Property {
  return { key, keySpan: rest.span, span: rest.span, value: rest, comma: undefined };
}

/** The property at the end of the path, or undefined where the path leaves the document. */
export function propertyAt(root: JsonNode | undefined, path: Path): Property | undefined {
  return property(objectAt(root, path.slice(0, -1)), path.at(-1) ?? '');
}

/** The object at the end of the path; undefined where there is anything else or nothing. */
export function objectAt(root: JsonNode | undefined, path: Path): ObjectNode | undefined {
  const node = nodeAt(root, path);
  return node?.type === 'object' ? node : undefined;
}

/** The node at the end of the path; a number leads into a list. */
export function nodeAt(root: JsonNode | undefined, path: Path): JsonNode | undefined {
  let node = root;
  for (const key of path) {
    node = node?.type === 'array' && /^\d+$/.test(key) ? node.items[Number(key)] : property(node, key)?.value;
  }
  return node;
}

/** The string, number, boolean or null at the end of the path; undefined where there is anything else or nothing. */
export function literalAt(root: JsonNode | undefined, ...path: string[]): unknown {
  const node = nodeAt(root, path);
  return node && 'value' in node ? node.value : undefined;
}

/** Every object of the document, outermost first. */
export function objects(node: JsonNode | undefined): readonly ObjectNode[] {
  const found: ObjectNode[] = [];
  collect(node, found);
  return found;
}

/** Appends to one list, since this runs on every keystroke. */
function collect(node: JsonNode | undefined, found: ObjectNode[]): void {
  if (node?.type === 'object') {
    found.push(node);
    for (const { value } of node.properties) collect(value, found);
  } else if (node?.type === 'array') {
    for (const item of node.items) collect(item, found);
  }
}

/** From the root to the property whose key or value contains the offset; empty outside of all properties. */
export function propertiesAround(document: Pick<JsonDocument, 'root'>, offset: number): readonly Property[] {
  const found: Property[] = [];
  let node = document.root;
  while (node) {
    const inside: Property | JsonNode | undefined = heldAround(node, { start: offset, end: offset });
    if (inside && 'key' in inside) found.push(inside);
    node = inside && 'key' in inside ? inside.value : inside;
  }
  return found;
}

/** The property or item that contains the span, ends included: in code also where it is built elsewhere. */
export function heldAround(node: JsonNode | undefined, span: Span): Property | JsonNode | undefined {
  if (node?.type === 'array') return itemAround(node.items, span);
  if (node?.type !== 'object') return undefined;
  return node.form ? node.properties.findLast((each) => isWritten(each, span)) : itemAround(node.properties, span);
}

/** The property or the item of a list that begins at the offset. */
export function heldAt(
  root: JsonNode | undefined,
  offset: number,
): { readonly holder: HolderNode; readonly index: number } | undefined {
  let node = root;
  while (node?.type === 'object' || node?.type === 'array') {
    const held: readonly (Property | JsonNode)[] = node.type === 'object' ? node.properties : node.items;
    const around = heldAround(node, { start: offset, end: offset });
    if (around?.span.start === offset) return { holder: node, index: held.indexOf(around) };
    node = around && 'key' in around ? around.value : around;
  }
  return undefined;
}

/** Whether the property, its key, its value or anything in that contains the span. */
function isWritten({ keySpan, span: own, value, apart }: Property, span: Span): boolean {
  const spans = [keySpan, ...(apart && value?.type === 'object' ? [] : [own]), ...(value ? [value.span] : [])];
  if (spans.some(({ start, end }) => start <= span.start && span.end <= end)) return true;
  return value?.type === 'object' && value.form !== undefined && value.properties.some((each) => isWritten(each, span));
}

/** The first that contains the span, ends included. The items must be in the order of the text, without overlap. */
function itemAround<T extends { readonly span: Span }>(items: readonly T[], { start, end }: Span): T | undefined {
  const found = items[firstWhere(items, ({ span }) => span.end >= end)];
  return found && found.span.start <= start ? found : undefined;
}

/** Whether the node has this value; with duplicate keys it never has. */
export function hasValue(node: JsonNode, json: JsonValue): boolean {
  if (json === null || typeof json !== 'object') return 'value' in node && node.value === json;
  if (isList(json)) return node.type === 'array' && sameItems(node.items, json);
  const members = node.type === 'object' ? new Map(node.properties.map(({ key, value }) => [key, value])) : undefined;
  const keys = Object.keys(json);
  if (node.type !== 'object' || members?.size !== keys.length || node.properties.length !== keys.length) return false;
  return keys.every((key) => {
    const member = members.get(key);
    return member && hasValue(member, (json as { readonly [key: string]: JsonValue })[key] as JsonValue);
  });
}

function sameItems(items: readonly JsonNode[], json: readonly JsonValue[]): boolean {
  return items.length === json.length && items.every((each, at) => hasValue(each, json[at] as JsonValue));
}

export function isList(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json);
}
