/** Work goes on for so many milliseconds before whatever waits for the event loop has its turn. */
const usualTurn = 20;

/** Shares the event loop with others: long work awaits `next` after each of its steps. */
export class Turns {
  readonly #turn: number;
  #began = performance.now();

  constructor(turn: number = usualTurn) {
    this.#turn = turn;
  }

  /** Undefined while the turn lasts: thousands of steps take less than a promise for each. */
  next(): Promise<void> | undefined {
    return performance.now() - this.#began < this.#turn ? undefined : this.#pass();
  }

  /** A timer, since answers to a client take several rounds of the event loop. */
  async #pass(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#began = performance.now();
  }
}
