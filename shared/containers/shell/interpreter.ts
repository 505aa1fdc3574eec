import { type Sent, sentBy } from './senders.ts';
import type { Block, Stream, Values } from './values.ts';
import { type Command, plainText, type Word, withoutStart } from './word.ts';

/** A command that sends something, in its place. */
export interface Sending {
  readonly sent: Sent;
  readonly blocks: readonly Block[];
  /** Of the function around it. */
  readonly functionName: string | undefined;
  readonly input: Stream | undefined;
}

interface OpenBlock extends Block {
  readonly functionName?: string;
}

const loops = ['while', 'until', 'for', 'select'];
const openers = [...loops, 'if', 'case'];
const closers = ['fi', 'done', 'esac', '}'];
/** What may precede a command. */
const skipped = ['then', 'do', '!', 'time', 'command', 'exec', 'sudo', 'env'];
const declarations = ['export', 'local', 'declare', 'readonly', 'typeset'];

/** Follows a script line by line: which variables are assigned where, and what is sent. */
export class Interpreter {
  readonly values: Values;
  #blocks: readonly OpenBlock[] = [];
  /** The commands before a pipe. */
  #before: readonly Command[] = [];
  #functionName: string | undefined;

  constructor(values: Values) {
    this.values = values;
  }

  follow(commands: readonly Command[], found: (sending: Sending) => void): void {
    for (const command of commands) {
      const isBlank = command.words.length === 0 && command.ending === undefined && !command.inputPath;
      if (isBlank) continue;
      this.#command(command, found);
      this.#before = command.ending === '|' ? [...this.#before.slice(-2), command] : [];
    }
  }

  #command(command: Command, found: (sending: Sending) => void): void {
    this.#followInside(command, found);
    const words = this.#withoutKeywords(command.words);
    const [first, second, ...others] = words;
    if (command.ending === '()' && words.length > 0) this.#functionName = plainText(words.at(-1) as Word);
    else if (first && second && plainText(first) === 'function') {
      this.#functionName = plainText(second);
      this.#withoutKeywords(others);
    } else if (words.length > 0) this.#simple({ ...command, words }, found);
    if (command.ending === '(') this.#open('subshell');
    if (command.ending === ')' && this.#blocks.at(-1)?.kind === 'subshell') this.#close();
  }

  #simple(command: Command, found: (sending: Sending) => void): void {
    const rest = command.words.slice(command.words.findIndex((each) => !assignmentIn(each)));
    const isAssignment = command.words.every(assignmentIn);
    const name = rest[0] && plainText(rest[0]);
    const blocks = this.#blocks;
    if (isAssignment) for (const each of command.words) this.#assign(each);
    else if (declarations.includes(name ?? '')) for (const each of rest.slice(1)) this.#assign(each);
    else if (name === 'read') this.#read(command, rest.slice(1));
    else this.#send({ ...command, words: rest }, found);
    const printed = command.outputPath && this.values.printed([...this.#before, { ...command, words: rest }], blocks);
    if (command.outputPath && printed && 'word' in printed) this.values.write(command.outputPath, printed.word);
    const path = name === 'tee' ? rest.at(1) : undefined;
    const input = path && this.values.input(command, this.#before, blocks);
    if (path && input && 'word' in input) this.values.write(path, input.word);
  }

  #send(command: Command, found: (sending: Sending) => void): void {
    const sent = sentBy(command, this.#before.length > 0);
    if (!sent) return;
    const input = this.values.input(command, this.#before, this.#blocks);
    const functionName = this.#blocks.findLast((each) => each.functionName !== undefined)?.functionName;
    found({ sent, blocks: this.#blocks, functionName, input });
  }

  #assign(word: Word): void {
    const assigned = assignmentIn(word);
    const name = assigned?.name ?? /^[A-Za-z_]\w*$/.exec(plainText(word) ?? '')?.[0];
    if (name) this.values.assign(name, assigned?.isAppended ? undefined : assigned?.value, this.#blocks);
  }

  /** `read -r -d '' BODY <<EOF` */
  #read(command: Command, words: readonly Word[]): void {
    const names = words.flatMap((each) => /^[A-Za-z_]\w*$/.exec(plainText(each) ?? '')?.[0] ?? []);
    const isWhole = names.length === 1 && words.some((each) => /^-\w*d/.test(plainText(each) ?? ''));
    for (const name of names) this.values.assign(name, isWhole ? command.input : undefined, this.#blocks);
  }

  #withoutKeywords(words: readonly Word[]): readonly Word[] {
    for (let at = 0; at < words.length; at++) {
      const word = plainText(words[at] as Word) ?? '';
      if (word === 'for' || word === 'select') this.#assign(words[at + 1] ?? (words[at] as Word));
      if (openers.includes(word)) this.#open(loops.includes(word) ? 'loop' : word);
      else if (word === '{') this.#open('group');
      else if (closers.includes(word)) this.#close();
      else if (word === 'else' || word === 'elif') this.#otherBranch();
      else if (!skipped.includes(word)) return words.slice(at);
      if (word === 'for' || word === 'select' || word === 'case') return [];
    }
    return [];
  }

  /** `ID=$(curl …)` */
  #followInside({ words }: Command, found: (sending: Sending) => void): void {
    for (const { parts } of words) {
      for (const part of parts) {
        if (part.kind !== 'output' || part.commands.length === 0) continue;
        const before = this.#before;
        this.#before = [];
        this.follow(part.commands, found);
        this.#before = before;
      }
    }
  }

  #open(kind: string): void {
    const functionName = this.#functionName;
    this.#functionName = undefined;
    this.#blocks = [
      ...this.#blocks.slice(-deepest),
      functionName === undefined ? { kind } : { kind: 'function', functionName },
    ];
  }

  #close(): void {
    this.#blocks = this.#blocks.slice(0, -1);
  }

  #otherBranch(): void {
    this.#close();
    this.#open('if');
  }
}

/** Scripts are not nested deeper than this in practice. */
const deepest = 50;

interface Assignment {
  readonly name: string;
  readonly value: Word;
  readonly isAppended: boolean;
}

function assignmentIn(word: Word): Assignment | undefined {
  const [lead] = word.parts;
  if (lead?.kind !== 'text' || lead.quote !== 'bare') return undefined;
  const [written, name, plus] = /^([A-Za-z_]\w{0,100})(\+?)=/.exec(lead.text) ?? [];
  if (written === undefined || !name) return undefined;
  return { name, value: withoutStart(word, written.length), isAppended: plus === '+' };
}
