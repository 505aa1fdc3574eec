/** How hard the fuzzing tries: a few seconds with a fixed seed beside the other tests, some minutes in `npm run fuzz`. */

const { FUZZ, FUZZ_SEED } = process.env;
const isWhole = FUZZ !== undefined;

/** What everything random is made from: another one every day, `FUZZ_SEED=20261124 npm run fuzz` repeats that of a day. */
export const seed = Number(
  FUZZ_SEED ?? (isWhole ? new Date().toISOString().slice(0, 10).replaceAll('-', '') : 20260101),
);

/** The few of a slice, the many of the whole. */
export function effort(few: number, many: number): number {
  return isWhole ? many : few;
}

/** For fast-check, which names the seed and the path where something fails. */
export function runs(few: number, many: number): { readonly seed: number; readonly numRuns: number } {
  return { seed, numRuns: effort(few, many) };
}

/** Out of a longer list, in the slice, every so many; which ones depends on the seed. */
export function share<T>(items: readonly T[], few: number): readonly T[] {
  if (isWhole || items.length <= few) return items;
  const step = items.length / few;
  const first = (seed % 997) / 997;
  return Array.from({ length: few }, (_, at) => items[Math.floor((at + first) * step)] as T);
}
