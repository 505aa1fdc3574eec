/** What a reader of code makes of a text, and what differs between languages. */
import type { Parser, Tree } from '@lezer/common';
import type { Span } from '../../finding.ts';
import type { FunctionContent, Statement } from './ir.ts';

/** What a parser has made of a text: of one that is like it, it need not make all again. */
export interface Parsed {
  readonly parser: Parser;
  readonly text: string;
  readonly tree: Tree;
  /** Where something could not be read, in order. */
  readonly errors: readonly number[];
  readonly functions: KnownFunctions;
}

/** By all that reading them depends on: functions.ts. */
export type KnownFunctions = ReadonlyMap<string, KnownFunction>;

export interface KnownFunction {
  readonly content: FunctionContent;
  /** The functions directly in it. */
  readonly inner: KnownFunctions;
}

/** A file. */
export interface Code {
  readonly parsed?: Parsed;
  readonly body: readonly Statement[];
  /** In the order of the text. */
  readonly comments: readonly Span[];
}

/** What differs between languages, besides how they are read. */
export interface Language {
  /**
   * Undefined where it takes too long. Each `yield` is a place to stop. What is nested deeper than some hundred levels is
   * an 'other' without parts.
   */
  readonly read: (text: string, ending: string, before?: Parsed) => Generator<void, Code | undefined>;
  /** `true`, `True`; strings in the quotes that the text uses. */
  readonly value: (value: string | number | boolean | null, quote: string) => string;
  /** The quote of a text in which there are no strings. */
  readonly quote: string;
  /** `process.env.ZOOM_PASSCODE`; `needs`: what has to be added to the text for it. */
  readonly passcode: (text: string) => {
    readonly expression: string;
    readonly needs?: { readonly offset: number; readonly text: string };
  };
  /** Begins a comment that ends with its line. */
  readonly comment: '//' | '#';
  /** Whether assigning an object copies it: a PHP array. */
  readonly copies: boolean;
}
