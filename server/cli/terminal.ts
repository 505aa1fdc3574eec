import type { Random } from '../../shared/index.ts';
import type { Disk } from '../files/world.ts';

/** What a command needs from its process. */
export interface Terminal {
  readonly world: Disk;
  /** The working folder as a URI. */
  readonly cwd: string;
  readonly version: string;
  /** The folder with the pages of the rules, as a URI. */
  readonly rulesFolder: string;
  readonly readStdin: () => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  /** Output whose lines are commands for a CI system. */
  readonly commands: (text: string) => void;
  /** Output that a program may apply to files: as it is, but for lines that a CI system would take for commands. */
  readonly patch: (text: string) => void;
  /** One line, with its line break. */
  readonly error: (line: string) => void;
  /** Standard output shows colours. */
  readonly colours?: boolean;
  /** Standard output is a terminal, which interprets what is printed. */
  readonly isWatched?: boolean;
  /** The width of the terminal; left out where standard output is none, or where a program reads its lines. */
  readonly columns?: number | undefined;
  /** Shows how far a long run is, in place of what was shown before; left out where it is not shown to anyone. */
  readonly progress?: ((line: string) => void) | undefined;
  /** Asks a question and returns the answer; undefined where the user cancels. Left out where no answer can be given. */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
  /** Whether the user has asked us to stop. */
  readonly isInterrupted?: () => boolean;
  /** Left out where nothing can listen. */
  readonly serving?: Serving;
}

/** What only `serve` needs. */
export interface Serving {
  readonly random: Random;
  /** The time, `2026-11-24T09:00:00Z`. */
  readonly now: () => string;
  /** Resolves with the exit code of a process that is interrupted: 130 for Ctrl+C, 143 for a request to end. */
  readonly untilInterrupted: () => Promise<130 | 143>;
}

/** Where nothing that is printed is escaped yet. */
export type BareTerminal = Omit<Terminal, 'commands' | 'patch'>;

/**
 * 0: fine. 1: `check` found errors or more warnings than allowed, `predict` a request that Zoom refuses, or `verify` a difference. 2: incorrect usage,
 * something that could not be read or written, or nothing to check. 130: interrupted. 143: `serve` was
 * asked to end.
 */
export type ExitCode = 0 | 1 | 2 | 130 | 143;

/** Says why a command does nothing. */
export function refuse(problems: readonly string[], { error }: Pick<Terminal, 'error'>): ExitCode {
  for (const problem of problems) error(`${problem}\n`);
  return 2;
}
