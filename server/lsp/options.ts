import type { Random } from '../../shared/index.ts';
import type { World } from '../files/world.ts';

/** What the process, the worker or a test hands to the server. */
export interface ServerOptions {
  readonly world: World;
  readonly random: Random;
  readonly version: string;
  /** Where the pages of the rules are, unless the client says; undefined: nowhere. */
  readonly rulesFolder: string | undefined;
  /** Default: `usualDelays`. */
  readonly delays?: Delays;
}

/** How long the server waits for more of the same before it acts. Milliseconds. */
export interface Delays {
  /** Changes come in bursts: a folder that moves, a branch that is checked out, a word that is typed. */
  readonly burst: number;
  /** Longer than between two letters. */
  readonly typing: number;
  /** Longer than any editor takes to say what its user has set. */
  readonly settings: number;
}

export const usualDelays: Delays = { burst: 50, typing: 300, settings: 2000 };
