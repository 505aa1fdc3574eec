import type { Random } from '../../shared/index.ts';
import type { World } from '../files/world.ts';

/** What the process, the worker or a test passes to the server. */
export interface ServerOptions {
  readonly world: World;
  readonly random: Random;
  readonly version: string;
  /** URI of the folder with the pages of the rules, unless the client names one; undefined: there is none. */
  readonly rulesFolder: string | undefined;
  /** Default: `usualDelays`. */
  readonly delays?: Delays;
}

/** How long the server waits before it acts, in milliseconds. */
export interface Delays {
  /** Changes come in bursts: a folder is moved, a branch is checked out, a word is typed. */
  readonly burst: number;
  /** Longer than the pause between two keystrokes. */
  readonly typing: number;
  /** After this long without a key, what a text lacks is reported. 0: at once. */
  readonly thinking: number;
  /** Longer than any editor takes to send the user's settings. */
  readonly settings: number;
}

export const usualDelays: Delays = { burst: 50, typing: 300, thinking: 500, settings: 2000 };
