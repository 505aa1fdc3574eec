/** Changes that name their place by offset: items of lists that go, keys that get another name. */
import type { Change, Edit, Span } from '../finding.ts';
import { asHolder } from './insert.ts';
import { itemAround, propertiesAround } from './lookup.ts';
import { firstWhere } from './ordered.ts';
import type { ArrayNode, JsonDocument, JsonNode, Property } from './parse.ts';
import { removals } from './remove.ts';

/** The property that begins at the offset. */
export function propertyStart(document: Pick<JsonDocument, 'root'>, offset: number): Property | undefined {
  return propertiesAround(document, offset).find(({ span }) => span.start === offset);
}

/** The item of a list that begins at the offset; of lists in lists the outermost. */
export function itemAt(document: JsonDocument, offset: number): JsonNode | undefined {
  if (propertyStart(document, offset)) return undefined;
  let node = document.root;
  while (node) {
    if (node.type === 'object') node = itemAround(node.properties, { start: offset, end: offset })?.value;
    else if (node.type !== 'array') return undefined;
    else {
      const item: JsonNode | undefined = itemAround(node.items, { start: offset, end: offset + 1 });
      if (item?.span.start === offset) return item;
      node = item;
    }
  }
  return undefined;
}

export function itemRemovals(document: JsonDocument, changes: readonly Change[]): readonly Edit[] {
  const items = changes.flatMap((each) => (each.op === 'remove-at' ? (itemAt(document, each.offset) ?? []) : []));
  if (items.length === 0) return [];
  const gone = new Set(items.map(({ span }) => span));
  return arrays(document.root).flatMap((list) => {
    if (!list.items.some(({ span }) => gone.has(span))) return [];
    const all = asHolder(list)?.properties ?? [];
    const removed = all.filter(({ span }) => gone.has(span));
    return removals(document.text, all, removed);
  });
}

/** The comment that begins at the offset. */
export function commentAt({ comments }: JsonDocument, offset: number): Span | undefined {
  const found = comments[firstWhere(comments, ({ start }) => start >= offset)];
  return found?.start === offset ? found : undefined;
}

/** With its line where it has one of its own. */
export function commentRemovals(document: JsonDocument, changes: readonly Change[]): readonly Edit[] {
  const gone = changes.flatMap((each) => (each.op === 'remove-at' ? (commentAt(document, each.offset) ?? []) : []));
  const entries = gone.map((span) => ({ span, comma: undefined }));
  return entries.length > 0 ? removals(document.text, entries, entries) : [];
}

export function renames(document: JsonDocument, changes: readonly Change[]): readonly Edit[] {
  return changes.flatMap((each) => {
    const found = each.op === 'rename-at' ? propertyStart(document, each.offset) : undefined;
    return found && each.op === 'rename-at' ? [{ span: found.keySpan, text: JSON.stringify(each.key) }] : [];
  });
}

/** Every list of the document, outermost first. */
function arrays(root: JsonNode | undefined): readonly ArrayNode[] {
  const found: ArrayNode[] = [];
  collectArrays(root, found);
  return found;
}

function collectArrays(node: JsonNode | undefined, found: ArrayNode[]): void {
  if (node?.type === 'array') {
    found.push(node);
    for (const item of node.items) collectArrays(item, found);
  } else if (node?.type === 'object') {
    for (const { value } of node.properties) collectArrays(value, found);
  }
}
