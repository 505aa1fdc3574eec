import { type ParseErrorCode, visit } from 'jsonc-parser';
import type { Edit, Span } from '../finding.ts';
import { type Text, text } from '../text.ts';
import { openString, withoutPlaceholders } from './placeholders.ts';
import { syntaxMessage } from './syntaxMessage.ts';

export type JsonNode = ObjectNode | ArrayNode | LiteralNode | OpenNode;

export interface ObjectNode {
  readonly type: 'object';
  readonly span: Span;
  /** In the order of the text, duplicates included. */
  readonly properties: readonly Property[];
  /** False where the text ends before the closing brace. */
  readonly closed: boolean;
  /** How it is written, where that is not JSON's way. */
  readonly form?: ObjectForm;
  /** Behind its opening bracket, where that is more than one character: `dict(`. */
  readonly begin?: number;
  /** In code, all that is between its brackets: also what has no effect, or is not known. */
  readonly literal?: readonly { readonly span: Span; readonly comma: number | undefined }[];
  /** In code, it may have any further key: of a spread, a computed key, a call. What it is then is not known. */
  readonly rest?: OpenNode;
  /** The last statement that assigns one of its properties. */
  readonly step?: Step;
}

/** `body.password = 'x';`, taken apart: another property is assigned in the same way. */
export interface Step {
  readonly statement: Span;
  /** Up to the key. */
  readonly before: string;
  /** Around the key, if any. */
  readonly quote: string;
  /** Between key and value. */
  readonly between: string;
  /** Behind the value. */
  readonly behind: string;
}

/** How an object is written in the language of its document. */
export interface ObjectForm {
  /** "{", "[", "dict(", "array(". */
  readonly open: string;
  readonly close: string;
  /** Between key and value, with its blanks: ": ", " => ", "=". */
  readonly colon: string;
  /** Quoted or bare, as the neighbours are. */
  readonly key: (name: string) => string;
  /** Inside its brackets, where it is in one line: a blank, unless its language has none there. */
  readonly padding?: '' | ' ';
}

export interface ArrayNode {
  readonly type: 'array';
  readonly span: Span;
  readonly items: readonly JsonNode[];
  /** Offsets of the commas: the one at the index of an item follows it. */
  readonly commas: readonly number[];
}

export interface LiteralNode {
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

/** A value that is filled in later: a placeholder, a variable. */
export interface OpenNode {
  readonly type: 'open';
  /** What is known about it. */
  readonly as: 'string' | 'boolean' | undefined;
  /** As it is written, without quotes; never empty. */
  readonly text: string;
  readonly span: Span;
}

export interface Property {
  readonly key: string;
  /** Of the key, quotes included. */
  readonly keySpan: Span;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** Undefined while half-typed: `"waiting_room": `. */
  readonly value: JsonNode | undefined;
  /** Offset of the comma after the property, if there is one. */
  readonly comma: number | undefined;
  /** It is not in the literal of its object: a statement assigns it, which can be removed, or it is merged into it. */
  readonly apart?: { readonly statement: Span | undefined };
}

interface SyntaxError {
  readonly message: Text;
  readonly span: Span;
}

export interface JsonDocument {
  readonly text: string;
  /** Undefined where the text contains no value at all. */
  readonly root: JsonNode | undefined;
  readonly errors: readonly SyntaxError[];
  /** In the order of the text, from the slashes to the end of the line or to the closing sign. */
  readonly comments: readonly Span[];
  /** The only error is that the text is nested too deep for us, although it may be valid JSON; there is no tree. */
  readonly tooDeep?: boolean;
  /** It is written in code: its text is that of the whole file. */
  readonly code?: CodeWriting;
  /** The tree has no spans and ends below the third level, as made by `quickParse`. */
  readonly withoutSpans?: boolean;
}

/** What a body in code needs to be changed in its language. */
export interface CodeWriting {
  /** False where something in it cannot be read: what seems to be missing may be there. */
  readonly isComplete: boolean;
  readonly value: (value: LiteralNode['value']) => string;
  /**
   * What is written for a passcode: a variable, since it is a secret; `needs` has to be there, too. Undefined where none can
   * be written: in a JSON text.
   */
  readonly passcode: { readonly expression: string; readonly needs?: Edit } | undefined;
  /** Begins a comment that ends with its line. */
  readonly comment: '//' | '#';
}

/** Deeper than any request Zoom documents, and far from a stack overflow. */
const maxDepth = 200;

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
  readonly errors: SyntaxError[] = [];
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
    if (parent?.type === 'object')
      parent.properties.push({ key, keySpan: span, span, value: undefined, comma: undefined });
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
