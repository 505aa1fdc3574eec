/** The variables of a script, the files that it writes, and what its commands print. */
import { unknownPart } from '../endpoint.ts';
import { type Command, type Part, plainText, type Word } from './word.ts';

/** What goes into a command: a text that is written in the script, or a file. */
export type Stream = { readonly word: Word } | { readonly path: Word };

interface Assigned {
  /** Undefined: not known. */
  readonly value: Word | string | undefined;
  /** The blocks around it: what is assigned in a branch is known there alone. */
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly kind: string;
}

/** Scripts have no longer chains of variables in practice. */
const longestChain = 10;

export class Values {
  readonly #variables = new Map<string, Assigned>();
  readonly #written = new Map<string, Word>();
  readonly #count = new Map<string, number>();

  constructor(known: ReadonlyMap<string, string> | undefined) {
    for (const [name, value] of known ?? []) this.#variables.set(name, { value, blocks: [] });
  }

  /** How often each variable of a script is assigned. */
  count(text: string): void {
    for (const [, name = ''] of text.matchAll(/\b([A-Za-z_]\w{0,100})\+?=/g))
      this.#count.set(name, (this.#count.get(name) ?? 0) + 1);
  }

  assign(name: string, value: Word | undefined, blocks: readonly Block[]): void {
    this.#variables.set(name, { value, blocks });
  }

  write(path: Word, value: Word): void {
    const name = plainText(path);
    if (name !== undefined) this.#written.set(plainPath(name), value);
  }

  /** The text of a variable, where it is known. */
  text(name: string, blocks: readonly Block[], depth = 0): string | undefined {
    const value = this.#valueOf(name, blocks);
    if (typeof value === 'string' || !value || depth > longestChain)
      return typeof value === 'string' ? value : undefined;
    const texts = value.parts.map((part) => this.#partText(part, blocks, depth + 1));
    return texts.every((each) => each !== undefined) ? texts.join('') : undefined;
  }

  /** A URL or a path, with `unknownPart` for what is not known. */
  known(word: Word, blocks: readonly Block[]): string {
    return word.parts.map((part) => this.#partText(part, blocks, 0) ?? unknownPart).join('');
  }

  /** Leads through variables and commands to where the text is written. */
  stream(start: Word, blocks: readonly Block[]): Stream | undefined {
    let word = start;
    for (let round = 0; round < longestChain; round++) {
      const [only, ...others] = word.parts.filter((each) => each.kind !== 'text' || each.text !== '');
      if (!only || others.length > 0 || only.kind === 'text') return { word };
      if (only.kind === 'output') return this.printed(only.commands, blocks);
      const value = only.isPlain ? this.#valueOf(only.name, blocks) : undefined;
      if (!value || typeof value === 'string') return undefined;
      word = value;
    }
    return undefined;
  }

  /** What the last of the commands prints. */
  printed(commands: readonly Command[], blocks: readonly Block[]): Stream | undefined {
    const filled = commands.filter(({ words, inputPath }) => words.length > 0 || inputPath);
    const command = filled.at(-1);
    if (!command || filled.length > longestChain) return undefined;
    const before = filled.at(-2)?.ending === '|' ? filled.slice(0, -1) : [];
    const [name = '', ...options] = command.words.map(plainText);
    const args = command.words.slice(1).filter((_, at) => !/^-./.test(options[at] ?? ''));
    const copies = ['', 'cat', 'envsubst', 'tee'].includes(name) || (name === 'jq' && plainTextOf(args[0]) === '.');
    if (copies)
      return this.#copied(command, name === 'jq' ? args.slice(1) : name === 'cat' ? args : [], before, blocks);
    const texts = name === 'printf' && /^%s(?:\\n)?$/.test(plainTextOf(args[0]) ?? '') ? args.slice(1) : args;
    const isText =
      name === 'echo' || (name === 'printf' && (texts !== args || !/[%\\]/.test(plainTextOf(args[0]) ?? '%')));
    return isText && texts.length === 1 && texts[0] ? this.stream(texts[0], blocks) : undefined;
  }

  /** What is on the standard input of a command. */
  input(command: Command, before: readonly Command[], blocks: readonly Block[]): Stream | undefined {
    if (command.input) return this.stream(command.input, blocks);
    if (command.inputPath) return this.file(command.inputPath, blocks);
    return before.length > 0 ? this.printed(before, blocks) : undefined;
  }

  /** What the script itself writes is known. */
  file(path: Word, blocks: readonly Block[]): Stream | undefined {
    const [only] = path.parts;
    if (path.parts.length === 1 && only?.kind === 'output') return this.printed(only.commands, blocks);
    const written = this.#written.get(plainPath(this.known(path, blocks)));
    return written ? { word: written } : { path };
  }

  #copied(command: Command, [path, ...others]: readonly Word[], before: readonly Command[], blocks: readonly Block[]) {
    if (!path || plainText(path) === '-') return this.input(command, before, blocks);
    return others.length === 0 ? this.file(path, blocks) : undefined;
  }

  #partText(part: Part, blocks: readonly Block[], depth: number): string | undefined {
    if (part.kind === 'text') return part.text;
    return part.kind === 'variable' && part.isPlain ? this.text(part.name, blocks, depth) : undefined;
  }

  #valueOf(name: string, blocks: readonly Block[]): Assigned['value'] {
    const assigned = this.#variables.get(name);
    if (!assigned || assigned.blocks.some((each, at) => each !== blocks[at])) return undefined;
    // What runs again, or later, sees what is assigned behind it, too.
    const isLater = blocks.slice(assigned.blocks.length).some(({ kind }) => kind === 'loop' || kind === 'function');
    return isLater && (this.#count.get(name) ?? 0) > 1 ? undefined : assigned.value;
  }
}

function plainTextOf(word: Word | undefined): string | undefined {
  return word && plainText(word);
}

function plainPath(path: string): string {
  return path.replace(/^\.\//, '');
}
