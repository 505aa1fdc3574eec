/** Variables that a file defines itself: `@room = true` in an .http file, `variable` of a collection. They are written `{{room}}`. */
import { type JsonDocument, type JsonNode, literalNode, type OpenNode, type Property } from '../json/parse.ts';
import { jsonValue } from '../json/stringText.ts';
import { changedProperty } from '../json/tree.ts';
import { unknownPart } from './endpoint.ts';

/** Only those whose values are known to the last character. */
export type Variables = ReadonlyMap<string, string>;

export interface Definition {
  readonly name: string;
  readonly value: string;
}

const reference = /\{\{([^{}\r\n]{1,100})\}\}/g;

/** A longer chain of references does not name anything, and values that repeat each other would grow without end. */
const maxRounds = 10;
const maxLength = 10_000;

/**
 * Left out is what is defined twice with different values, what is empty (its value is kept elsewhere), what a script sets
 * (`unsure`), and what refers to one of those. `around`: those of what surrounds the definitions.
 */
export function variablesFrom(
  definitions: readonly Definition[],
  unsure: Iterable<string> = [],
  around: Variables = new Map(),
): Variables {
  const values = new Map<string, string>();
  const excluded = new Set(unsure);
  for (const { name, value } of definitions) {
    if (value === '' || value.length > maxLength || (values.has(name) && values.get(name) !== value))
      excluded.add(name);
    values.set(name, value);
  }
  const open = new Map([...values].filter(([name]) => !excluded.has(name)));
  const known = new Map([...around].filter(([name]) => !values.has(name) && !excluded.has(name)));
  for (let round = 0, before = -1; round < maxRounds && known.size > before; round++) {
    before = known.size;
    for (const [name, value] of open) {
      const filled = filledIn(value, known);
      if (filled === undefined || filled.length > maxLength) continue;
      known.set(name, filled);
      open.delete(name);
    }
  }
  return known;
}

/** Undefined where a variable in it is not known. */
function filledIn(text: string, variables: Variables): string | undefined {
  let isKnown = true;
  const filled = text.replace(reference, (_, name: string) => {
    const value = variables.get(name.trim());
    isKnown &&= value !== undefined;
    return value ?? '';
  });
  return isKnown ? filled : undefined;
}

/** A URL with what is known of it; a variable that is not known becomes a part that is not known. */
export function urlWith(url: string, variables: Variables): string {
  return url.replace(reference, (_, name: string) => variables.get(name.trim()) ?? unknownPart);
}

/** The variables that a text refers to and their values: the same text with the same ones is the same document. */
export function usedIn(text: string, variables: Variables): string {
  if (variables.size === 0 || !text.includes('{{')) return '';
  const names = new Set([...text.matchAll(reference)].map(([, name = '']) => name.trim()));
  return JSON.stringify(
    [...names].map((name) => [name, variables.get(name)]).filter(([, value]) => value !== undefined),
  );
}

/** The document with the values of known variables where they are referred to. */
export function withValues(document: JsonDocument, variables: Variables): JsonDocument {
  const root = document.root && nodeWithValues(document.root, document.text, variables);
  return root === document.root ? document : { ...document, root };
}

function nodeWithValues(node: JsonNode, text: string, variables: Variables): JsonNode {
  if (node.type === 'open') return filledNode(node, text, variables);
  if (node.type === 'array') {
    const items = node.items.map((each) => nodeWithValues(each, text, variables));
    return items.every((each, at) => each === node.items[at]) ? node : { ...node, items };
  }
  if (node.type !== 'object') return node;
  const properties = node.properties.map((each) => propertyWithValues(each, text, variables));
  return properties.every((each, at) => each === node.properties[at]) ? node : { ...node, properties };
}

function propertyWithValues(property: Property, text: string, variables: Variables): Property {
  const value = property.value && nodeWithValues(property.value, text, variables);
  return value === property.value ? property : changedProperty(property, { value });
}

/** What is there once the variables are filled in, as long as that is a literal. */
function filledNode(node: OpenNode, text: string, variables: Variables): JsonNode {
  const filled = filledIn(text.slice(node.span.start, node.span.end), variables);
  const value = filled === undefined ? undefined : jsonValue(filled);
  const isLiteral = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return isLiteral ? literalNode(value as string | number | boolean | null, node.span) : node;
}

/** The variables that scripts in a text set: `client.global.set("room", …)`, `exports.room = …`; also scripts in JSON strings. */
export function namesSetIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:\.set\(\s*\\?["'`]|\bexports\.)([\w.$-]{1,100})/g)].map(([, name = '']) => name);
}
