import type { Random } from '../../shared/index.ts';
import type { Disk } from '../files/world.ts';

/** What the command line needs from its process. */
export interface Terminal {
  readonly world: Disk;
  /** The working folder as a URI. */
  readonly cwd: string;
  readonly version: string;
  readonly readStdin: () => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  /** One line, with its line break. */
  readonly error: (line: string) => void;
  readonly serving: Serving;
}

/** What only `serve` needs. */
interface Serving {
  readonly random: Random;
  /** The time, `2026-11-24T09:00:00Z`. */
  readonly now: () => string;
  /** Resolves with the exit code of a process that is interrupted: 130 for Ctrl+C, 143 for a request to end. */
  readonly untilInterrupted: () => Promise<130 | 143>;
}

/** 0: fine. 1: `check` found errors or warnings, or `verify` a difference. 2: incorrect usage, unreadable input, or a file that would be overwritten. */
export type ExitCode = 0 | 1 | 2 | 130 | 143;
