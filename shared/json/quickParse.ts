import type { Span } from '../finding.ts';
import { type JsonDocument, type JsonNode, type LiteralNode, literalNode, type Property } from './parse.ts';
import { isBlank } from './tokens.ts';

/** Whoever reads a place takes the real tree: one that is made up would be wrong without a sound. */
const nowhere: Span = {
  get start(): number {
    return withoutSpans();
  },
  get end(): number {
    return withoutSpans();
  },
};

function withoutSpans(): never {
  throw new Error('This tree has no spans');
}

/**
 * A tree without spans, several times faster than `parse`: enough to find out that a body has no findings, as most do. It
 * has the properties of the root and of the objects in the two levels below it; deeper objects are empty. Undefined for a text that
 * JSON.parse refuses, that has duplicate keys, or that is nested deeper than `parse` reads: those need the real tree.
 */
export function quickParse(text: string): JsonDocument | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return countKeys(value, 0) === countColons(text)
      ? { text, root: nodeOf(value, 0), errors: [], comments: [], withoutSpans: true }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Deeper than any request, and less than `parse` takes. */
const maxDepth = 100;

function countKeys(value: unknown, depth: number): number {
  if (value === null || typeof value !== 'object') return 0;
  if (depth > maxDepth) return Number.NaN;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const each of Object.values(value)) count += countKeys(each, depth + 1);
  return count;
}

/** Colons behind a closing quote: one for each key, and one too many for a string that looks like a key in its middle. */
function countColons(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    while (before >= 0 && isBlank(text[before] as string)) before--;
    if (text[before] === '"') count++;
  }
  return count;
}

function nodeOf(value: unknown, depth: number): JsonNode {
  if (Array.isArray(value)) return { type: 'array', items: [], commas: [], span: nowhere };
  if (value === null || typeof value !== 'object') return literalNode(value as LiteralNode['value'], nowhere);
  const properties: Property[] = [];
  for (const key of depth > 2 ? [] : Object.keys(value)) {
    const inside = nodeOf((value as Readonly<Record<string, unknown>>)[key], depth + 1);
    properties.push({ key, keySpan: nowhere, span: nowhere, value: inside, comma: undefined });
  }
  return { type: 'object', properties, closed: true, span: nowhere };
}
