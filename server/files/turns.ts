/** Work goes on for so many milliseconds before whatever waits for the event loop has its turn. */
const turn = 20;

/** Node's own does not wait for the next millisecond; a web worker has none. */
const later: (goOn: () => void) => unknown = globalThis.setImmediate ?? ((goOn) => setTimeout(goOn, 0));

/** Shares the event loop with others: long work awaits `next` after each of its steps. */
export class Turns {
  #began = performance.now();

  /** Undefined while the turn lasts: thousands of steps take less than a promise for each. */
  next(): Promise<void> | undefined {
    return performance.now() - this.#began < turn ? undefined : this.#pass();
  }

  async #pass(): Promise<void> {
    await new Promise<void>((resolve) => later(resolve));
    this.#began = performance.now();
  }
}
