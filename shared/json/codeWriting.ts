/** What is known of bodies in code, so that they can be changed in their language. */
import type { Edit, Span } from '../finding.ts';

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
  /** Where each entry has a line, there is a comma behind the last one. */
  readonly trailingComma?: boolean;
  /** Keys are followed by blanks up to this length: the colons are in one column. */
  readonly keyWidth?: number;
  /** Key and colon are followed by blanks up to this length: the values are in one column, the colons are not. */
  readonly valueWidth?: number;
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

/** What a body in code needs to be changed in its language. */
export interface CodeWriting {
  /** False where something in it cannot be read: what seems to be missing may be there. */
  readonly isComplete: boolean;
  readonly value: (value: string | number | boolean | null) => string;
  /**
   * What is written for a passcode: a variable, since it is a secret; `needs` has to be there, too. Undefined where none can
   * be written: in a JSON text.
   */
  readonly passcode: { readonly expression: string; readonly needs?: Edit } | undefined;
  /** Begins a comment that ends with its line. */
  readonly comment: '//' | '#';
}
