/** The functions of a file. Most are the same from one key to the next, and those are not read again. */
import { type SyntaxNode, type Tree, TreeBuffer } from '@lezer/common';
import { firstWhere } from '../../../json/ordered.ts';
import { copied } from '../../changed.ts';
import type { FunctionContent } from '../ir.ts';
import type { KnownFunction, KnownFunctions } from '../language.ts';

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
  readonly known = new Map<string, KnownFunction[]>();
  readonly #text: string;
  readonly #before: KnownFunctions | undefined;
  readonly #errors: readonly number[];
  readonly #used = new Set<KnownFunction>();
  /** Directly in the one that is being read. */
  #inner: KnownFunction[] = [];
  /** From where on it was searched last, and where the next telling word is. */
  #searched = { from: 0, next: -1 };

  constructor(text: string, tree: Tree, before: KnownFunctions | undefined) {
    this.#text = text;
    this.#before = before;
    this.#errors = errorsIn(tree);
  }

  /** What is in the function: read, unless one of the same text was read before. `depth`: of its node. */
  contentOf(node: SyntaxNode, depth: number, read: () => Omit<FunctionContent, 'readAt'>): FunctionContent {
    const { from, to, name: type } = node;
    // What is broken may be read in several ways.
    if (to - from < shortest || to - from > longest || this.#isBroken(node)) return { ...read(), readAt: from };
    const text = this.#text.slice(from, to);
    const before = this.#before?.get(text)?.[this.known.get(text)?.length ?? 0];
    const isSame = before?.type === type && before.depth === depth && this.#isFree(before);
    const known = isSame ? before : this.#readAnew(copied(text), { type, depth, readAt: from }, read);
    if (isSame) this.#keep(known);
    this.#inner.push(known);
    return known.content;
  }

  /** Whether a block need not be read: most functions of a large file have nothing to do with Zoom. */
  isBesideThePoint({ from, to }: SyntaxNode): boolean {
    if (to - from < longBlock) return false;
    const { from: start, next } = this.#searched;
    if (from < start || from > next) {
      tellingWords.lastIndex = from;
      this.#searched = { from, next: tellingWords.exec(this.#text)?.index ?? Number.POSITIVE_INFINITY };
    }
    return this.#searched.next >= to;
  }

  #readAnew(
    text: string,
    { type, depth, readAt }: { readonly type: string; readonly depth: number; readonly readAt: number },
    read: () => Omit<FunctionContent, 'readAt'>,
  ): KnownFunction {
    const around = this.#inner;
    this.#inner = [];
    const content = { ...read(), readAt };
    const known = { text, type, depth, content, inner: this.#inner };
    this.#inner = around;
    this.#add(known);
    return known;
  }

  #isBroken({ from, to }: SyntaxNode): boolean {
    const error = this.#errors[firstWhere(this.#errors, (each) => each >= from)];
    return error !== undefined && error <= to;
  }

  /** Each is in the file once. */
  #isFree(known: KnownFunction): boolean {
    return !this.#used.has(known) && known.inner.every((each) => this.#isFree(each));
  }

  #keep(known: KnownFunction): void {
    for (const each of known.inner) this.#keep(each);
    this.#add(known);
  }

  #add(known: KnownFunction): void {
    this.#used.add(known);
    const same = this.known.get(known.text);
    if (same) same.push(known);
    else this.known.set(known.text, [known]);
  }
}

/** Where something could not be read, in order. */
function errorsIn(tree: Tree): readonly number[] {
  const found: number[] = [];
  const open: [part: Tree | TreeBuffer, start: number][] = [[tree, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [part, start] = next;
    if (part instanceof TreeBuffer) {
      const { buffer, set } = part;
      for (let at = 0; at < buffer.length; at += 4)
        if (set.types[buffer[at] as number]?.isError) found.push(start + (buffer[at + 1] as number));
    } else {
      if (part.type.isError) found.push(start);
      for (const [at, child] of part.children.entries()) open.push([child, start + (part.positions[at] as number)]);
    }
  }
  return found.sort((a, b) => a - b);
}
