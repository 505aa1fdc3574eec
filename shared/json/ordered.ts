/**
 * The index of the first item from which on the test holds; the length of the list where it never does. The list is in an
 * order in which the test, once it holds, goes on to hold.
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
