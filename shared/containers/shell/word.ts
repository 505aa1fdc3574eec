/** What a shell reads: words and commands, as they are written. Offsets count in the script. */
import type { TextMap } from '../../json/textMap.ts';

/** here: in a here-document in which variables are replaced; raw: in one in which nothing is. */
export type Quote = 'bare' | 'single' | 'double' | 'ansi' | 'here' | 'raw';

export type Part = TextPart | VariablePart | OutputPart;

interface Written {
  readonly quote: Quote;
  readonly start: number;
  readonly end: number;
}

/** As long as it is written, it is written as it is; shorter, it is an escape. */
interface TextPart extends Written {
  readonly kind: 'text';
  readonly text: string;
}

interface VariablePart extends Written {
  readonly kind: 'variable';
  readonly name: string;
  /** `${NAME:-x}` is not. */
  readonly isPlain: boolean;
}

/** `$(…)`, `<(…)`: what commands print. */
interface OutputPart extends Written {
  readonly kind: 'output';
  /** Empty where they are not read. */
  readonly commands: readonly Command[];
}

export interface Script {
  readonly text: string;
  /** Of a script in a piece of a file. */
  readonly outer: TextMap | undefined;
}

export interface Word {
  readonly script: Script;
  readonly parts: readonly Part[];
  readonly start: number;
  readonly end: number;
}

export interface Command {
  readonly words: readonly Word[];
  /** A here-document or here-string. */
  readonly input: Word | undefined;
  /** `< path` */
  readonly inputPath: Word | undefined;
  /** `> path` */
  readonly outputPath: Word | undefined;
  /** What ends it: `|`, `(`, `)`, `;`, `()` after the name of a function; undefined: a line or the script. */
  readonly ending: string | undefined;
}

/** The text of a word without variables and output; undefined for any other. */
export function plainText({ parts }: Word): string | undefined {
  const [first, ...others] = parts;
  if (!first) return '';
  if (others.length === 0) return first.kind === 'text' ? first.text : undefined;
  return parts.every((each) => each.kind === 'text')
    ? parts.map((each) => (each as TextPart).text).join('')
    : undefined;
}

/** The word without so many characters at its start, which are plain. */
export function withoutStart(word: Word, length: number): Word {
  const [first, ...others] = word.parts;
  if (first?.kind !== 'text') return word;
  const start = first.start + length;
  const rest = { ...first, text: first.text.slice(length), start };
  return { ...word, parts: rest.text === '' ? others : [rest, ...others], start };
}
