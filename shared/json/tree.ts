/** JSON text as a tree in which everything has its place in the text. */
import type { Edit, Span } from '../finding.ts';
import type { Text } from '../text.ts';

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

export interface JsonError {
  readonly message: Text;
  readonly span: Span;
}

export interface JsonDocument {
  readonly text: string;
  /** Undefined where the text contains no value at all. */
  readonly root: JsonNode | undefined;
  readonly errors: readonly JsonError[];
  /** In the order of the text, from the slashes to the end of the line or to the closing sign. */
  readonly comments: readonly Span[];
  /** The only error is that the text is nested too deep for us, although it may be valid JSON; there is no tree. */
  readonly tooDeep?: boolean;
  /** It is written in code: its text is that of the whole file. */
  readonly code?: CodeWriting;
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
