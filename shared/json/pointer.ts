import type { Span } from '../finding.ts';
import { heldAround } from './lookup.ts';
import { firstWhere } from './ordered.ts';
import type { JsonDocument, JsonNode } from './parse.ts';

/**
 * The JSON pointer (RFC 6901) of the innermost value that, with its key, contains the whole span; "" is the whole document.
 * Properties with the same key have the same pointer.
 */
export function pointerAt({ root }: Pick<JsonDocument, 'root'>, span: Span): string {
  let pointer = '';
  let inside = childAround(root, span);
  while (inside) {
    pointer = joinPointer(pointer, inside.key);
    inside = childAround(inside.value, span);
  }
  return pointer;
}

/** The pointer of what `key` names in the object or list at the pointer. */
export function joinPointer(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The keys that a pointer leads through, from the root down. */
export function pointerSteps(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Whether the text is a JSON pointer as `pointerAt` writes it. */
export function isPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);
}

function childAround(
  node: JsonNode | undefined,
  span: Span,
): { readonly key: string; readonly value: JsonNode | undefined } | undefined {
  const held = heldAround(node, span);
  if (held && 'key' in held) return held;
  return held && node?.type === 'array' ? { key: String(indexOf(node.items, held)), value: held } : undefined;
}

function indexOf(items: readonly JsonNode[], item: JsonNode): number {
  return firstWhere(items, ({ span }) => span.start >= item.span.start);
}
