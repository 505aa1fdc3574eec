import type { ExitCode, Terminal } from '../terminal.ts';
import type { OptionName, Values } from './options.ts';

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** What it takes besides options, as in the help: "PATH…"; empty for nothing. */
  readonly operands: string;
  /** The only operands that it takes. */
  readonly choices?: readonly string[];
  readonly summary: string;
  readonly options: readonly OptionName[];
  /** What `--format` may name, the default first. */
  readonly formats?: readonly string[];
  /** More about it, below its options in its help. */
  readonly notes?: string;
  /** Reads what was given, without doing anything yet. */
  readonly prepare: (given: Given) => Action | Misuse;
}

export interface Given {
  readonly command: Command;
  readonly values: Values;
  readonly operands: readonly string[];
  /** The working folder as a URI. */
  readonly cwd: string;
}

export type Action = (terminal: Terminal) => Promise<ExitCode>;

/** What is wrong with the arguments, in words. */
export interface Misuse {
  readonly problem: string;
}

/** "CODE|PATH…" → CODE, PATH */
export function operandsIn(operands: string): readonly string[] {
  return operands.match(/[A-Z]+/g) ?? [];
}

export function isMisuse(value: object): value is Misuse {
  return 'problem' in value;
}
