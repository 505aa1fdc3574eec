/** Changes that name their place by offset: items of lists that go, keys that get another name. */
import type { Change, Edit, Span } from '../finding.ts';
import { asHolder } from './insert.ts';
import { propertiesAround } from './lookup.ts';
import type { ArrayNode, JsonDocument, JsonNode, Property } from './parse.ts';
import { removals } from './remove.ts';

/** The property that begins at the offset. */
export function propertyStart(document: Pick<JsonDocument, 'root'>, offset: number): Property | undefined {
  return propertiesAround(document, offset).find(({ span }) => span.start === offset);
}

/** The item of a list that begins at the offset; of lists in lists the outermost. */
export function itemAt(document: JsonDocument, offset: number): JsonNode | undefined {
  if (propertyStart(document, offset)) return undefined;
  return arrays(document.root)
    .flatMap(({ items }) => items)
    .find(({ span }) => span.start === offset);
}

export function itemRemovals(document: JsonDocument, changes: readonly Change[]): readonly Edit[] {
  const items = changes.map((each) => (each.op === 'remove-at' ? itemAt(document, each.offset) : undefined));
  const spans = items.map((item) => item?.span);
  return arrays(document.root).flatMap((list) => {
    const all = asHolder(list)?.properties ?? [];
    const removed = all.filter(({ span }) => spans.includes(span));
    return removed.length > 0 ? removals(document.text, all, removed) : [];
  });
}

/** The comment that begins at the offset. */
export function commentAt({ comments }: JsonDocument, offset: number): Span | undefined {
  return comments.find(({ start }) => start === offset);
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
function arrays(node: JsonNode | undefined): readonly ArrayNode[] {
  if (node?.type === 'array') return [node, ...node.items.flatMap(arrays)];
  return node?.type === 'object' ? node.properties.flatMap(({ value }) => arrays(value)) : [];
}
