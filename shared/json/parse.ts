import { type ParseErrorCode, visit } from 'jsonc-parser';
import type { Span } from '../finding.ts';
import { text } from '../text.ts';
import { holdsPlaceholder, mayHoldPlaceholder, openString, withoutPlaceholders } from './placeholders.ts';
import { readPlainJson } from './plainJson.ts';
import { syntaxMessage } from './syntaxMessage.ts';
import type {
  ArrayNode,
  JsonDocument,
  JsonError,
  JsonNode,
  LiteralNode,
  ObjectNode,
  OpenNode,
  Property,
} from './tree.ts';

export type * from './tree.ts';

/** Deeper than any request Zoom documents, and far from a stack overflow. */
const maxDepth = 200;

/** Only the first is reported, and a text may have one at each of its characters. */
const mostErrors = 100;

const nestedTooDeep = text`Nested more than ${maxDepth} levels deep.`;

/**
 * open: placeholders are values that are filled in later, as in a request body. literal: `"<string>"` is a string and
 * `{{x}}` is not JSON, as in a lock profile or a response from Zoom.
 */
export type Placeholders = 'open' | 'literal';

/**
 * Reads JSON with comments, trailing commas and a byte order mark. Never throws: what cannot be read is an error in
 * the result, next to as much of the tree as could be recovered. Nested deeper than 200 levels, there is no tree.
 */
export function parse(text: string, placeholders: Placeholders = 'open'): JsonDocument {
  // A placeholder without quotes is never plain JSON.
  const isOpenKey = placeholders === 'open' && mayHoldPlaceholder(text) ? holdsPlaceholder : undefined;
  const plain = readPlainJson(text, maxDepth, (value, span) => literalNode(value, span, placeholders), isOpenKey);
  return plain ? { text, root: plain, errors: [], comments: [] } : parseTolerantly(text, placeholders);
}

/** The same for a text that has comments, placeholders or errors. */
function parseTolerantly(text: string, placeholders: Placeholders): JsonDocument {
  const readable = placeholders === 'open' ? withoutPlaceholders(text) : { text, placeholders: new Set<number>() };
  const builder = new TreeBuilder(text, placeholders, readable.placeholders);
  try {
    // A blank of the same length keeps every offset.
    const source = readable.text;
    visit(source.startsWith('\uFEFF') ? ` ${source.slice(1)}` : source, builder, { allowTrailingComma: true });
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const span = { start: error.offset, end: error.offset + 1 };
    return { text, root: undefined, errors: [{ message: nestedTooDeep, span }], comments: [], tooDeep: true };
  }
  return { text, root: builder.root, errors: builder.errors, comments: builder.comments };
}

class TooDeep extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface OpenObject extends Mutable<Omit<ObjectNode, 'properties'>> {
  readonly properties: Mutable<Property>[];
}
interface OpenArray extends Mutable<Omit<ArrayNode, 'items' | 'commas'>> {
  readonly items: JsonNode[];
  readonly commas: number[];
}

/** Turns jsonc-parser's events into a tree that keeps duplicates, commas and half-typed properties. */
class TreeBuilder {
  root: JsonNode | undefined;
  readonly errors: JsonError[] = [];
  readonly comments: Span[] = [];
  readonly #open: (OpenObject | OpenArray)[] = [];
  /** Limits spans: an unclosed comment at the very end makes jsonc-parser count one character too many. */
  readonly #length: number;
  readonly #text: string;
  readonly #placeholders: Placeholders;
  readonly #bare: ReadonlySet<number>;

  /** `bare`: the offsets of placeholders without quotes. */
  constructor(text: string, placeholders: Placeholders, bare: ReadonlySet<number>) {
    this.#length = text.length;
    this.#text = text;
    this.#placeholders = placeholders;
    this.#bare = bare;
  }

  readonly onObjectBegin = (offset: number) => {
    this.#begin({ type: 'object', span: { start: offset, end: offset + 1 }, properties: [], closed: false });
  };

  readonly onArrayBegin = (offset: number) => {
    this.#begin({ type: 'array', span: { start: offset, end: offset + 1 }, items: [], commas: [] });
  };

  readonly onObjectEnd = (offset: number, length: number) => {
    const node = this.#open.pop();
    if (node?.type === 'object') node.closed = length > 0 && offset < this.#length;
    this.#end(node, offset + length);
  };

  readonly onArrayEnd = (offset: number, length: number) => {
    this.#end(this.#open.pop(), offset + length);
  };

  readonly onObjectProperty = (key: string, offset: number, length: number) => {
    const parent = this.#open.at(-1);
    const span = { start: offset, end: offset + length };
    if (parent?.type !== 'object') return;
    parent.properties.push({ key, keySpan: span, span, value: undefined, comma: undefined });
    if (this.#placeholders === 'open' && holdsPlaceholder(key))
      parent.rest = { type: 'open', as: undefined, text: key, span };
  };

  readonly onLiteralValue = (value: LiteralNode['value'], offset: number, length: number) => {
    const span = { start: offset, end: offset + length };
    if (this.#bare.has(offset)) {
      this.#attach({ type: 'open', as: undefined, text: this.#text.slice(offset, offset + length), span });
    } else this.#attach(literalNode(value, span, this.#placeholders));
  };

  readonly onSeparator = (character: string, offset: number) => {
    const parent = this.#open.at(-1);
    const last = parent?.type === 'object' ? parent.properties.at(-1) : undefined;
    if (character !== ',') return;
    if (parent?.type === 'array') parent.commas.push(offset);
    else if (last) last.comma = offset;
  };

  readonly onComment = (offset: number, length: number) => {
    this.comments.push({ start: offset, end: Math.min(offset + length, this.#length) });
  };

  readonly onError = (code: ParseErrorCode, offset: number, length: number) => {
    if (this.errors.length === mostErrors) return;
    const span = { start: Math.min(offset, this.#length), end: Math.min(offset + length, this.#length) };
    this.errors.push({ message: syntaxMessage(code), span });
  };

  #begin(node: OpenObject | OpenArray): void {
    if (this.#open.length >= maxDepth) throw new TooDeep(node.span.start);
    this.#attach(node);
    this.#open.push(node);
  }

  #end(node: OpenObject | OpenArray | undefined, end: number): void {
    if (!node) return;
    node.span = { start: node.span.start, end: Math.min(end, this.#length) };
    const parent = this.#open.at(-1);
    const property = parent?.type === 'object' ? parent.properties.at(-1) : undefined;
    if (property?.value === node) property.span = { start: property.span.start, end: node.span.end };
  }

  #attach(node: JsonNode): void {
    const parent = this.#open.at(-1);
    if (!parent) this.root ??= node;
    else if (parent.type === 'array') parent.items.push(node);
    else this.#attachToProperty(parent, node);
  }

  #attachToProperty(parent: OpenObject, node: JsonNode): void {
    const property = parent.properties.at(-1);
    if (!property || property.value) return;
    property.value = node;
    property.span = { start: property.span.start, end: node.span.end };
  }
}

/** A string that is a placeholder, or contains one, is open. */
export function literalNode(
  value: LiteralNode['value'],
  span: Span,
  placeholders: Placeholders = 'open',
): LiteralNode | OpenNode {
  const as = typeof value === 'string' && placeholders === 'open' ? openString(value) : undefined;
  if (as) return { type: 'open', as, text: String(value), span };
  return { type: value === null ? 'null' : (typeof value as LiteralNode['type']), value, span };
}
