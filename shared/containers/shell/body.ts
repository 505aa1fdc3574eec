/** A word of a shell as the body that is sent, and how what is inserted into it is written. */
import { type TextMap, within } from '../../json/textMap.ts';
import type { Part, Quote, Word } from './word.ts';

interface Body {
  readonly text: string;
  readonly map: TextMap;
}

/** The value of a variable where it is known to the last character. */
type Resolve = (name: string) => string | undefined;

/** Undefined where it is put together in a way in which edits could not be written. */
export function bodyOf(word: Word, resolve: Resolve): Body | undefined {
  const main = word.parts.find((each) => each.kind === 'text' && each.text.trim() !== '')?.quote;
  if (main === undefined) return undefined;
  const builder = new BodyBuilder(word, main);
  for (const part of word.parts) {
    if (part.kind === 'text' && part.quote === main) builder.addMain(part.text, part.start, part.end);
    else if (part.kind === 'text' && /[{}[\]:,"]/.test(part.text)) return undefined;
    else builder.addOther(part, part.kind === 'text' ? part.text : knownValue(part, resolve));
  }
  return builder.body();
}

/** Undefined: it is filled in later. */
function knownValue(part: Exclude<Part, { kind: 'text' }>, resolve: Resolve): string | undefined {
  const value = part.kind === 'variable' && part.isPlain ? resolve(part.name) : undefined;
  return value !== undefined && value.length <= longestValue && !/["\\]|\p{Cc}/u.test(value) ? value : undefined;
}

const longestValue = 1000;

class BodyBuilder {
  readonly #word: Word;
  readonly #main: Quote;
  readonly #pieces: { body: number; file: number; length: number }[] = [];
  readonly #open = new Map<string, string>();
  readonly #indent: string;
  #text: string;
  /** Where the last part of the main quote ended in the script. */
  #end: number;
  /** What has been added since then, in other quotes. */
  #between: { readonly text: string; readonly isOpen: boolean }[] = [];

  constructor(word: Word, main: Quote) {
    this.#word = word;
    this.#main = main;
    this.#end = word.parts[0]?.start ?? word.start;
    this.#indent = main === 'here' || main === 'raw' ? '' : indentOf(word);
    this.#text = this.#indent;
  }

  addMain(text: string, start: number, end: number): void {
    this.#closeBetween(start);
    this.#pieces.push({ body: this.#text.length, file: start, length: end - start === text.length ? text.length : 0 });
    this.#text += text;
    this.#end = end;
  }

  addOther(part: Part, value: string | undefined): void {
    const name = part.kind === 'variable' && /^[A-Za-z_]/.test(part.name) ? part.name : 'value';
    this.#between.push({ text: value ?? `\${${name}}`, isOpen: value === undefined });
  }

  body(): Body {
    const { script, end } = this.#word;
    this.#closeBetween(end);
    const last = this.#pieces.at(-1);
    if (last?.length === 0) this.#pieces.push({ body: this.#text.length, file: this.#end, length: 0 });
    const cut = /\r?\n$/.exec(this.#text)?.[0].length ?? 0;
    if (last && last.length >= cut) {
      last.length -= cut;
      this.#text = this.#text.slice(0, this.#text.length - cut);
    }
    const map = { pieces: this.#pieces, spell: spelling(this.#main, this.#tabs(), this.#open) };
    return { text: this.#text, map: script.outer ? within(script.outer, map) : map };
  }

  /** All of it is replaced together, with the quotes around it. */
  #closeBetween(next: number): void {
    if (this.#between.length === 0) return;
    const text = this.#between.map((each) => each.text).join('');
    if (this.#between.some(({ isOpen }) => isOpen)) this.#open.set(text, this.#word.script.text.slice(this.#end, next));
    this.#pieces.push({ body: this.#text.length, file: this.#end, length: 0 });
    this.#text += text;
    this.#between = [];
    this.#end = next;
  }

  /** Which `<<-` takes away. */
  #tabs(): string {
    const { script, start, parts } = this.#word;
    const before = this.#main === 'here' || this.#main === 'raw' ? script.text.slice(start, parts[0]?.start) : '';
    return /^\t*$/.test(before) ? before : '';
  }
}

/** Wider than anything is indented. */
const widest = 400;

/** Of the line in which a body of several lines begins: what is added to it looks like what is there. */
function indentOf({ script, start, end }: Word): string {
  if (!script.text.slice(start, end).includes('\n')) return '';
  const lineStart = script.text.lastIndexOf('\n', start - 1) + 1;
  return /^[ \t]*/.exec(script.text.slice(lineStart, Math.min(start, lineStart + widest)))?.[0] ?? '';
}

function spelling(quote: Quote, tabs: string, open: ReadonlyMap<string, string>): TextMap['spell'] {
  const names = [...open.keys()].sort((a, b) => b.length - a.length);
  return (inserted) => {
    let written = '';
    let rest = inserted;
    while (rest !== '') {
      const places = names.map((name) => rest.indexOf(name));
      const at = places.reduce((first, each) => (each < 0 ? first : Math.min(first, each)), rest.length);
      const name = names[places.indexOf(at)] ?? '';
      written += spelled(rest.slice(0, at), quote, tabs) + (open.get(name) ?? '');
      rest = rest.slice(at + name.length);
    }
    return written;
  };
}

function spelled(text: string, quote: Quote, tabs: string): string {
  if (quote === 'single') return text.replaceAll("'", "'\\''");
  if (quote === 'double') return text.replace(/["\\$`]/g, '\\$&');
  if (quote === 'ansi') return text.replace(/['\\]/g, '\\$&');
  if (quote === 'bare') return text.replace(/[^\w:.,@%+=/-]/g, (sign) => (sign === '\n' ? "$'\\n'" : `\\${sign}`));
  const lines = text.replace(/\r\n|\n|\r/g, (end) => end + tabs);
  return quote === 'here' ? lines.replace(/[\\$`]/g, '\\$&') : lines;
}
