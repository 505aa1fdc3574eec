import type { JsonNode } from '../../shared/json/parse.ts';

/** A value that is filled in later, in `valueOf`. */
export const open = Symbol('open');

/** What a tree says, as JSON.parse would return it. */
export function treeValue(node: JsonNode | undefined): unknown {
  if (!node) return undefined;
  if (node.type === 'open') return open;
  if (node.type === 'array') return node.items.map(treeValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(node.properties.map(({ key, value }) => [key, treeValue(value)]));
}
