/**
 * The functions of a file. Most are the same from one key to the next, and those are not read again.
 *
 * What is kept from one text to the next: the tree, of which the parser takes over what has not changed (lezer.ts); what is in each
 * function, here; and by that, what may be a request in it (outline.ts). What a variable, a call or a URL is depends on the rest of the
 * file, and is worked out anew each time. It is sound since a function is read from its own text and its own part of the tree, as if
 * there were nothing around it: offsets in it count from where it begins, and two that are the same share what is made of them. It
 * depends on three things only: the text, the kind of node and how deep it is. By these it is kept, unless it is broken, since the parser
 * may recover from the same text in several ways. Only functions of the last text are kept, and they hold no text of the file but their own.
 */
import type { SyntaxNode } from '@lezer/common';
import { anyWithin } from '../../../json/ordered.ts';
import type { FunctionContent } from '../ir.ts';
import type { KnownFunction, KnownFunctions } from '../language.ts';

/** What is read, and how deep in it. */
export interface Place {
  /** Of the function that it is in, else of the file. */
  readonly text: string;
  /** Where that text begins in the file. */
  readonly start: number;
  readonly depth: number;
}

/** What a function talks of that builds a body, sends one or knows where it goes. */
const tellingWords =
  /zoom|meeting|topic|settings|waiting|passw|start_time|agenda|payload|body|post|patch|fetch|request|axios|http|endpoint|send/gi;

/** In characters. Shorter ones are read sooner than found. */
const shortest = 60;
/** Longer ones change with most keys. */
const longest = 2 ** 16;

/** Shorter ones are read at once. */
const longBlock = 120;

export class Functions {
  /** Those of this text. */
  readonly known = new Map<string, KnownFunction>();
  readonly #text: string;
  readonly #before: KnownFunctions | undefined;
  readonly #errors: readonly number[];
  /** Directly in the one that is being read. */
  #inner = new Map<string, KnownFunction>();
  /** From where on it was searched last, and where the next telling word is. */
  #searched = { from: 0, next: -1 };

  /** `errors`: where something could not be read, in order. */
  constructor(text: string, errors: readonly number[], before: KnownFunctions | undefined) {
    this.#text = text;
    this.#errors = errors;
    this.#before = before;
  }

  /** What is in the function: read, unless one like it was read before. */
  contentOf<At extends Place>(
    node: SyntaxNode,
    at: At,
    read: (node: SyntaxNode, at: At) => FunctionContent,
  ): FunctionContent {
    const { from, to, name } = node;
    const start = at.start + from;
    const written = at.text.slice(from, to);
    const readFrom = (text: string) => read(node.toTree().topNode, { ...at, text, start });
    if (written.length < shortest || written.length > longest || this.isBroken(start, at.start + to))
      return readFrom(written);
    const key = `${name} ${at.depth} ${written}`;
    // Of the key, which is a text of its own: a slice of the file's would keep all of that in memory.
    const text = key.slice(-written.length);
    const known = this.known.get(key) ?? this.#before?.get(key) ?? this.#readAnew(() => readFrom(text));
    this.#keep(key, known);
    this.#inner.set(key, known);
    return known.content;
  }

  /** Whether a block need not be read: most functions of a large file have nothing to do with Zoom. */
  isBesideThePoint({ from, to }: SyntaxNode, { start }: Place): boolean {
    if (to - from < longBlock) return false;
    const begin = start + from;
    if (begin < this.#searched.from || begin > this.#searched.next) {
      tellingWords.lastIndex = begin;
      this.#searched = { from: begin, next: tellingWords.exec(this.#text)?.index ?? Number.POSITIVE_INFINITY };
    }
    return this.#searched.next >= start + to;
  }

  #readAnew(read: () => FunctionContent): KnownFunction {
    const around = this.#inner;
    const inner = new Map<string, KnownFunction>();
    this.#inner = inner;
    const content = read();
    this.#inner = around;
    return { content, inner };
  }

  /** Whether something from here to there could not be read. */
  isBroken(from: number, to: number): boolean {
    return anyWithin(this.#errors, from, to);
  }

  /** With those in it, which are looked for once it changes. */
  #keep(key: string, known: KnownFunction): void {
    if (this.known.has(key)) return;
    this.known.set(key, known);
    for (const [each, inner] of known.inner) this.#keep(each, inner);
  }
}
