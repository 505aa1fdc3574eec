/**
 * The index of the first item that passes the test, by binary search; the length of the list if none does. All items after
 * one that passes must pass, too.
 */
export function firstWhere<T>(ordered: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(ordered[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether one of the numbers, which are in order, is at least `from` and at most `to`. */
export function anyWithin(ordered: readonly number[], from: number, to: number): boolean {
  const next = ordered[firstWhere(ordered, (each) => each >= from)];
  return next !== undefined && next <= to;
}
