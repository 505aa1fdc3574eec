/** Work goes on for so many milliseconds before whatever waits for the event loop has its turn. */
const turn = 20;

/** Shares the event loop with others: long work awaits `next` after each of its steps. */
export class Turns {
  #began = performance.now();

  async next(): Promise<void> {
    if (performance.now() - this.#began < turn) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#began = performance.now();
  }
}
