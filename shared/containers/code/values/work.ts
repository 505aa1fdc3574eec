/** How many values may be looked at in one file: no code that people write needs a tenth of it, and all of them take a second. */
const most = 500_000;

/** How much has been done for a file. Variables in variables, each of them in several others, would take for ever. */
export class Work {
  /** In values that were looked at, roughly. */
  done = 0;

  /** False once it is too much. */
  add(values: number): boolean {
    this.done += values;
    return !this.isTooMuch;
  }

  /** What would be found now is not worth the time: nothing more is looked at. */
  get isTooMuch(): boolean {
    return this.done > most;
  }
}
