/** JSON text as a tree in which everything has its place in the text. */
import type { Span } from '../finding.ts';
import type { Text } from '../text.ts';
import type { CodeWriting, ObjectForm, Step } from './codeWriting.ts';

export type JsonNode = ObjectNode | ArrayNode | LiteralNode | OpenNode;
export type HolderNode = ObjectNode | ArrayNode;

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
  /** It may have any further key: of a placeholder, or in code of a spread, a computed key, a call. What it is then is not known. */
  readonly rest?: OpenNode;
  /** The last statement that assigns one of its properties. */
  readonly step?: Step;
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

/** The property with another content. Its spans may be made when they are asked for, and a spread would lose them. */
export function changedProperty(property: Property, change: Partial<Property>): Property {
  const { key, keySpan, span, value, comma, apart } = property;
  return { key, keySpan, span, value, comma, ...(apart ? { apart } : {}), ...change };
}

export interface JsonError {
  readonly message: Text;
  readonly span: Span;
}

export interface JsonDocument {
  readonly text: string;
  /** Undefined where the text contains no value at all. */
  readonly root: JsonNode | undefined;
  /** The first hundred, in the order of the text. */
  readonly errors: readonly JsonError[];
  /** In the order of the text, from the slashes to the end of the line or to the closing sign. */
  readonly comments: readonly Span[];
  /** The only error is that the text is nested too deep for us, although it may be valid JSON; there is no tree. */
  readonly tooDeep?: boolean;
  /** It is written in code: its text is that of the whole file. */
  readonly code?: CodeWriting;
}
