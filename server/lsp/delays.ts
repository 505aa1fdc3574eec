/** How long the server waits for more of the same before it acts. Milliseconds. */
export interface Delays {
  /** Changes come in bursts: a folder that moves, a branch that is checked out, a word that is typed. */
  readonly burst: number;
  /** Longer than between two letters. */
  readonly typing: number;
}

export const usualDelays: Delays = { burst: 50, typing: 300 };
