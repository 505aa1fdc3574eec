/** What functions and classes make of an object, as far as it is known. */
import type { JsonNode, ObjectNode, OpenNode } from '../../../json/parse.ts';
import type { CallExpression } from '../ir.ts';
import { pathOf } from '../outline/events.ts';
import { type Draft, maybe, openAll } from './drafts.ts';

/** What is empty in an object may be left out; undefined for anything else. */
export function withoutEmpty(node: JsonNode | undefined, text: string): Draft | undefined {
  if (node?.type !== 'object') return undefined;
  for (const each of [...node.properties])
    if (each.value && 'value' in each.value && !each.value.value) maybe(node as Draft, each, text);
  return node as Draft;
}

/** All that is in it may be something else, or missing. */
export function opened(node: JsonNode | undefined): JsonNode | undefined {
  if (node?.type === 'object') openAll(node as Draft, restOf(node));
  return node;
}

/** More may be added to it elsewhere. */
export function extensible(node: JsonNode | undefined): JsonNode | undefined {
  return node?.type === 'object' && !node.rest ? { ...node, rest: restOf(node) } : node;
}

function restOf({ span: { start } }: ObjectNode): OpenNode {
  return { type: 'open', as: undefined, text: '…', span: { start, end: start + 1 } };
}

/** `Boolean(value)`, `bool(value)`, `String(value)`. */
export function kindMade({ callee }: CallExpression): OpenNode['as'] {
  const name = pathOf(callee).at(-1);
  if (name === 'Boolean' || name === 'bool') return 'boolean';
  return name === 'String' ? 'string' : undefined;
}
