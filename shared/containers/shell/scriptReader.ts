import type { Command, Script, Word } from './word.ts';
import { plainText } from './word.ts';
import { WordReader } from './wordReader.ts';

/** A command with more words, or a line with more commands, does not send a body. */
const mostWords = 5000;
const mostCommands = 500;

/** Of a console in a document: what follows is typed. */
const prompt =
  /[ \t]*(?:[$%❯➜»]|(?:[\w.-]{1,40}@)?[\w.-]{1,40}:[\w~/.-]{0,80}[$#]|PS [^>\n]{0,80}>|[A-Z]:[^>\n]{0,80}>)[ \t]+(?=\S)/y;

const windowsContinuation = /\^[ \t]*\r?\n/y;
const redirection = /&?>>?[|&]?|<<<|<<-?|<&|</y;

interface Draft {
  words: Word[];
  input: Word | undefined;
  inputPath: Word | undefined;
  outputPath: Word | undefined;
}

interface HereDocument {
  readonly draft: Draft;
  readonly delimiter: string;
  readonly isRaw: boolean;
  readonly tabs: boolean;
}

/** Reads commands, line by line. */
export class ScriptReader extends WordReader {
  readonly #isConsole: boolean;
  #documents: HereDocument[] = [];

  /** `isConsole`: only what follows a prompt is a command, if there are prompts. */
  constructor(script: Script, isConsole = false) {
    super(script);
    this.#isConsole = isConsole && hasPrompt(script.text);
  }

  /** The commands up to the end of a line; undefined at the end of the script. */
  line(): readonly Command[] | undefined {
    if (this.at >= this.text.length) return undefined;
    if (this.#isConsole && !this.#prompt()) return [];
    const drafts: (Draft & { ending: string | undefined })[] = [];
    do drafts.push(this.#command());
    while (drafts.at(-1)?.ending !== undefined && this.at < this.text.length && drafts.length < mostCommands);
    return drafts;
  }

  protected override commandsInside(): readonly Command[] {
    const commands: Command[] = [];
    let open = 0;
    let cases = 0;
    while (this.at < this.text.length) {
      const command = this.#command();
      if (commands.length < mostCommands) commands.push(command);
      const [first] = command.words;
      const word = first && plainText(first);
      if (word === 'case') cases++;
      if (word === 'esac') cases--;
      if (command.ending === '(') open++;
      if (command.ending === ')' && open === 0 && cases <= 0) return commands;
      if (command.ending === ')') open = Math.max(open - 1, 0);
    }
    return commands;
  }

  /** Takes the prompt, or the line if it has none. */
  #prompt(): boolean {
    prompt.lastIndex = this.at;
    const [found] = prompt.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    else this.#skipLine();
    return found !== undefined;
  }

  #command(): Draft & { ending: string | undefined } {
    const draft: Draft = { words: [], input: undefined, inputPath: undefined, outputPath: undefined };
    const ending = this.#read(draft);
    return Object.assign(draft, { ending });
  }

  /** Reads up to what ends the command, which is returned. */
  #read(draft: Draft): string | undefined {
    while (this.at < this.text.length) {
      const sign = this.text.charAt(this.at);
      if (sign === '\n') {
        this.at++;
        this.#readDocuments();
        return undefined;
      }
      if (this.#skips(sign)) continue;
      if (sign === ';' || sign === '|' || sign === ')' || (sign === '&' && this.text[this.at + 1] !== '>'))
        return this.#operator(sign);
      if (sign === '(') return this.#bracket(draft);
      if (!this.#redirects(draft)) this.#addWord(draft);
    }
    return undefined;
  }

  /** Blanks, comments and lines that go on. */
  #skips(sign: string): boolean {
    if (sign === ' ' || sign === '\t' || sign === '\r') {
      this.at++;
      return true;
    }
    if (sign === '#') {
      const end = this.text.indexOf('\n', this.at);
      this.at = end < 0 ? this.text.length : end;
      return true;
    }
    const next = /^\\\r?\n/.exec(this.text.slice(this.at, this.at + 3)) ?? this.#windowsContinuation(sign);
    if (next) this.at += next[0].length;
    return next !== null;
  }

  #windowsContinuation(sign: string): RegExpExecArray | null {
    windowsContinuation.lastIndex = this.at;
    return sign === '^' ? windowsContinuation.exec(this.text) : null;
  }

  #operator(sign: string): string {
    this.at++;
    const isDouble = sign !== ')' && this.text[this.at] === sign;
    if (isDouble || (sign === '|' && this.text[this.at] === '&')) this.at++;
    // A pipe may end its line; the command behind it is in the next one.
    return isDouble || sign === '&' ? ';' : sign;
  }

  #bracket({ words }: Draft): string {
    this.at++;
    const close = /^[ \t]*\)/.exec(this.text.slice(this.at, this.at + 10));
    if (words.length === 0 || !close) return '(';
    this.at += close[0].length;
    return '()';
  }

  #redirects(draft: Draft): boolean {
    redirection.lastIndex = this.at;
    const [found] = redirection.exec(this.text) ?? [];
    if (found === undefined || this.text.startsWith('<(', this.at) || this.text.startsWith('>(', this.at)) return false;
    this.at += found.length;
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at++;
    if (this.at >= this.text.length || /[\r\n;|&()<>]/.test(this.text.charAt(this.at))) return true;
    const word = this.word();
    if (found === '<<<') draft.input = word;
    else if (found === '<') draft.inputPath = word;
    else if (found.startsWith('<<')) this.#addDocument(draft, word, found === '<<-');
    else if (found.startsWith('>') && !found.endsWith('&')) draft.outputPath = word;
    return true;
  }

  #addWord({ words }: Draft): void {
    const start = this.at;
    const word = this.word();
    // `2>` is not the word 2.
    const isDescriptor = this.at === start + 1 && /^\d[<>]/.test(this.text.slice(start, start + 2));
    if (!isDescriptor && words.length < mostWords) words.push(word);
  }

  #addDocument(draft: Draft, word: Word, tabs: boolean): void {
    const isRaw = word.parts.some(
      ({ quote, start, end, ...part }) => quote !== 'bare' || ('text' in part && part.text.length < end - start),
    );
    this.#documents.push({ draft, delimiter: plainText(word) ?? '', isRaw, tabs });
  }

  #readDocuments(): void {
    const documents = this.#documents;
    this.#documents = [];
    for (const { draft, delimiter, isRaw, tabs } of documents) {
      const end = this.#endOfDocument(delimiter, tabs);
      const reader = new ScriptReader({ ...this.script, text: this.text.slice(0, end) });
      reader.at = this.at;
      reader.depth = this.depth;
      // The words of a document are part of this script.
      draft.input = { ...reader.hereDocument(isRaw, tabs), script: this.script };
      this.at = end;
      this.#skipLine();
    }
  }

  /** Where the line with the delimiter begins. */
  #endOfDocument(delimiter: string, tabs: boolean): number {
    for (let at = this.at; at < this.text.length; ) {
      const end = this.text.indexOf('\n', at);
      const line = this.text.slice(at, end < 0 ? this.text.length : end);
      const content = tabs ? line.replace(/^\t+/, '') : line;
      if (content === delimiter || content === `${delimiter}\r`) return at;
      at = end < 0 ? this.text.length : end + 1;
    }
    return this.text.length;
  }

  #skipLine(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end + 1;
  }
}

function hasPrompt(text: string): boolean {
  for (let at = 0; at >= 0 && at < text.length; ) {
    prompt.lastIndex = at;
    if (prompt.test(text)) return true;
    const end = text.indexOf('\n', at);
    at = end < 0 ? -1 : end + 1;
  }
  return false;
}
