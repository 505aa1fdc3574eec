import { escapeAt } from './ansi.ts';
import type { Command, Part, Quote, Script, Word } from './word.ts';

const plain = /[^\s'"\\$`|&;<>()]+/y;
const inDouble = /[^"\\$`]+/y;
const inAnsi = /[^'\\]+/y;
const inHere = /[^\\$`\n]+\n?|\n/y;
const name = /[A-Za-z_]\w*|[0-9@*#?!$-]/y;
const placeholder = /<[A-Za-z_][\w .-]{0,60}>/y;

/** `-H "Content-Type": application/json" \`, and an option in the next line: it closes nothing, and opens nothing. */
const strayQuote = /["'](?=[ \t]{0,20}\\\r?\n[ \t]{0,100}-)/y;

/** Longer than expansions are in practice; what has no end is text. */
const longestExpansion = 2000;

/** `(…)` behind `=`; where it does not end, it is searched again at the next bracket. */
const longestList = 200;

/** Commands are not nested deeper than this in practice. */
const deepest = 20;

/** Reads words. Takes each sign once, whatever the text is. */
export abstract class WordReader {
  protected readonly script: Script;
  protected readonly text: string;
  protected at: number;
  protected depth = 0;
  #parts: Part[] = [];

  constructor(script: Script, start = 0, end = script.text.length) {
    this.script = script;
    this.text = script.text.slice(0, end);
    this.at = start;
  }

  /** The commands up to the closing bracket, which is taken, too. */
  protected abstract commandsInside(): readonly Command[];

  /** A word of which at least one sign is taken. */
  protected word(): Word {
    const start = this.at;
    const parts = this.#collect(() => {
      do this.#bare(start);
      while (this.at < this.text.length && !this.#endsWord());
    });
    return { script: this.script, parts, start, end: this.at };
  }

  /** What is left of the text, as a here-document. */
  hereDocument(isRaw: boolean, tabs: boolean): Word {
    const start = this.at;
    const quote = isRaw ? 'raw' : 'here';
    const parts = this.#collect(() => {
      while (this.at < this.text.length) {
        const isLineStart = this.at === start || this.text[this.at - 1] === '\n';
        while (tabs && isLineStart && this.text[this.at] === '\t') this.at++;
        if (isRaw) this.#line();
        else if (!this.#run(inHere, quote)) this.#special(quote);
      }
    });
    return { script: this.script, parts, start, end: this.at };
  }

  #collect(read: () => void): readonly Part[] {
    const around = this.#parts;
    this.#parts = [];
    read();
    const found = this.#parts;
    this.#parts = around;
    return found;
  }

  #endsWord(): boolean {
    const sign = this.text.charAt(this.at);
    if (sign === '<') return !this.#isPlaceholder();
    if (sign === '\\') return false;
    return /[\s|&;>()]/.test(sign) && !(sign === '(' && this.text[this.at - 1] === '=');
  }

  /** `…/meetings/<meetingId>`: in documents, it is not quoted. */
  #isPlaceholder(): boolean {
    placeholder.lastIndex = this.at;
    return placeholder.test(this.text);
  }

  #bare(wordStart: number): void {
    const sign = this.text.charAt(this.at);
    if (this.#run(plain, 'bare')) return;
    if (this.at > wordStart && this.#run(strayQuote, 'bare')) return;
    if (sign === "'") this.#single();
    else if (sign === '"') this.#double();
    else if (sign === '<' && (this.text[this.at + 1] === '(' || this.at > wordStart)) this.#angle();
    else if (sign === '(') this.#list();
    else this.#special('bare');
  }

  #angle(): void {
    if (this.text[this.at + 1] === '(') this.#output('bare', 2);
    else this.#run(placeholder, 'bare');
  }

  /** `NAMES=(a b)` */
  #list(): void {
    const start = this.at;
    const close = this.text.slice(start, start + longestList).indexOf(')');
    this.at = start + Math.max(close, 0) + 1;
    this.#push({ kind: 'output', commands: [], quote: 'bare', start, end: this.at });
  }

  #single(): void {
    const close = this.text.indexOf("'", this.at + 1);
    const end = close < 0 ? this.text.length : close;
    this.#add('single', this.text.slice(this.at + 1, end), this.at + 1, end);
    this.at = Math.min(end + 1, this.text.length);
  }

  #double(): void {
    this.at++;
    while (this.at < this.text.length && this.text[this.at] !== '"')
      if (!this.#run(inDouble, 'double')) this.#special('double');
    this.at++;
  }

  #ansi(): void {
    this.at += 2;
    while (this.at < this.text.length && this.text[this.at] !== "'") {
      if (this.#run(inAnsi, 'ansi')) continue;
      const { text, length } = escapeAt(this.text, this.at);
      this.#add('ansi', text, this.at, this.at + length);
      this.at += length;
    }
    this.at++;
  }

  #line(): void {
    const end = this.text.indexOf('\n', this.at);
    const next = end < 0 ? this.text.length : end + 1;
    this.#add('raw', this.text.slice(this.at, next), this.at, next);
    this.at = next;
  }

  /** A backslash, a dollar or a backtick. */
  #special(quote: Quote): void {
    const sign = this.text[this.at];
    if (sign === '\\') this.#escape(quote);
    else if (sign === '$') this.#dollar(quote);
    else if (sign === '`') this.#backticks(quote);
    else this.#literal(quote, 1);
  }

  #escape(quote: Quote): void {
    const start = this.at;
    const next = this.text.charAt(start + 1);
    const lineEnd = /^\r?\n/.exec(this.text.slice(start + 1, start + 3))?.[0];
    if (lineEnd !== undefined) this.at += 1 + lineEnd.length;
    else if (next !== '' && (quote === 'bare' || '\\$`'.includes(next) || (quote === 'double' && next === '"'))) {
      this.#add(quote, next, start, start + 2);
      this.at += 2;
    } else this.#literal(quote, 1);
  }

  #dollar(quote: Quote): void {
    const next = this.text[this.at + 1];
    if (quote === 'bare' && next === "'") this.#ansi();
    else if (quote === 'bare' && next === '"') this.at++;
    else if (next === '(' && this.text[this.at + 2] === '(') this.#upTo('))', quote);
    else if (next === '(') this.#output(quote, 2);
    else if (next === '{') this.#upTo('}', quote);
    else this.#variable(quote);
  }

  #variable(quote: Quote): void {
    const start = this.at;
    name.lastIndex = start + 1;
    const [found] = name.exec(this.text) ?? [];
    if (found === undefined) this.#literal(quote, 1);
    else {
      this.at += 1 + found.length;
      this.#push({ kind: 'variable', name: found, isPlain: true, quote, start, end: this.at });
    }
  }

  /** `${NAME}`, `${NAME:-x}`, `$((1 + 2))` */
  #upTo(closing: string, quote: Quote): void {
    const start = this.at;
    const inside = this.text.slice(start + 2, start + 2 + longestExpansion);
    const close = inside.indexOf(closing);
    if (close < 0) this.#literal(quote, Math.min(2 + inside.length, this.text.length - start));
    else {
      this.at += 2 + close + closing.length;
      const content = inside.slice(0, close);
      const [found = 'value'] = /[A-Za-z_]\w{0,60}/.exec(content) ?? [];
      this.#push({ kind: 'variable', name: found, isPlain: found === content, quote, start, end: this.at });
    }
  }

  #output(quote: Quote, opening: number): void {
    const start = this.at;
    if (this.depth >= deepest) this.#literal(quote, opening);
    else {
      this.at += opening;
      this.depth++;
      const commands = this.commandsInside();
      this.depth--;
      this.#push({ kind: 'output', commands, quote, start, end: this.at });
    }
  }

  #backticks(quote: Quote): void {
    const start = this.at++;
    while (this.at < this.text.length && this.text[this.at] !== '`') this.at += this.text[this.at] === '\\' ? 2 : 1;
    this.at = Math.min(this.at + 1, this.text.length);
    this.#push({ kind: 'output', commands: [], quote, start, end: this.at });
  }

  #literal(quote: Quote, length: number): void {
    this.#add(quote, this.text.slice(this.at, this.at + length), this.at, this.at + length);
    this.at += length;
  }

  #run(pattern: RegExp, quote: Quote): boolean {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) return false;
    this.#literal(quote, found.length);
    return true;
  }

  #add(quote: Quote, text: string, start: number, end: number): void {
    const last = this.#parts.at(-1);
    const isOneRun = last?.kind === 'text' && last.quote === quote && last.end === start && isVerbatim(last);
    if (isOneRun && end - start === text.length)
      this.#parts[this.#parts.length - 1] = { ...last, text: last.text + text, end };
    else this.#push({ kind: 'text', quote, text, start, end });
  }

  #push(part: Part): void {
    this.#parts.push(part);
  }
}

function isVerbatim({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }) {
  return text.length === end - start;
}
