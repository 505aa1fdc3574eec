/** Where a text has changed since an earlier one. */
interface Changed {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Compared as a whole, so that megabytes take a millisecond. */
const chunk = 1 << 15;

/** The smallest range outside of which both are the same. */
export function changedRange(before: string, after: string): Changed {
  const shorter = Math.min(before.length, after.length);
  const start = commonLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const end = commonLength(shorter - start, (from, to) => {
    return (
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from)
    );
  });
  return { start, endBefore: before.length - end, endAfter: after.length - end };
}

/** How many units are the same, by whole chunks and then by halves of the one that is not. */
function commonLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0;
  for (let size = chunk; size > 0; ) {
    const to = Math.min(same + size, most);
    if (to > same && isSame(same, to)) same = to;
    else size >>= 1;
  }
  return same;
}

/** A copy: a slice keeps the whole text that it is from in memory, and there is another one after each key. */
export function copied(slice: string): string {
  return ` ${slice}`.slice(1);
}
