import assert from 'node:assert/strict';
import { it } from 'node:test';

/**
 * Products of inputs that are too large to try at every run. The first two dimensions are combined completely; the others
 * rotate, so that every pair of values of any two dimensions still occurs. `npm run test:all` tries the whole products.
 */

export type Dimensions = Readonly<Record<string, readonly unknown[]>>;

export type Row<D extends Dimensions> = { readonly [K in keyof D]: D[K][number] };

const { TEST_ALL } = process.env;

/** Whether `npm run test:all` runs, which has time. */
export const triesAll = TEST_ALL !== undefined;

/** How often a law is tried: ten times as often where there is time. */
export function runs(few: number): { readonly numRuns: number } {
  return { numRuns: triesAll ? 10 * few : few };
}

export function rowsOf<const D extends Dimensions>(dimensions: D, whole = triesAll): readonly Row<D>[] {
  const [[first, ones], [second, others], ...rest] = entriesOf(dimensions);
  return ones.flatMap((one, i) =>
    others.flatMap((other, j) => {
      const taken = rest.map(([name, values], k) => {
        const turn = digitSum(i, values.length) + (k + 1) * digitSum(j, values.length);
        return [name, whole ? values : [inTurn(values, turn)]] as const;
      });
      return productOf([[first, [one]], [second, [other]], ...taken]) as readonly Row<D>[];
    }),
  );
}

export function itMeetsEveryPair<const D extends Dimensions>(dimensions: D, rows: readonly Row<D>[]): void {
  it(`every two values of ${Object.keys(dimensions).join(', ')} meet`, () => {
    assert.deepEqual(unmetPairs(dimensions, rows), []);
  });
}

/** The pairs of values, by their indexes, that do not occur in any row. */
export function unmetPairs<const D extends Dimensions>(dimensions: D, rows: readonly Row<D>[]): readonly string[] {
  const entries = entriesOf(dimensions);
  return entries.flatMap(([one, ones], at) =>
    entries.slice(at + 1).flatMap(([other, others]) => {
      const met = new Set(
        rows.map((row) => `${one} ${ones.indexOf(row[one])} · ${other} ${others.indexOf(row[other])}`),
      );
      const all = ones.flatMap((_, i) => others.map((_, j) => `${one} ${i} · ${other} ${j}`));
      return all.filter((pair) => !met.has(pair));
    }),
  );
}

type Entry = readonly [name: string, values: readonly unknown[]];

function entriesOf(dimensions: Dimensions): readonly [Entry, Entry, ...Entry[]] {
  return Object.entries(dimensions) as unknown as readonly [Entry, Entry, ...Entry[]];
}

function productOf(entries: readonly Entry[]): readonly Readonly<Record<string, unknown>>[] {
  return entries.reduce<readonly Readonly<Record<string, unknown>>[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}

function inTurn<T>(values: readonly T[], turn: number): T {
  return values[turn % values.length] as T;
}

/** Of the number in this base. The values in turn are often products themselves: no single factor of theirs is to fix the turn. */
function digitSum(number: number, base: number): number {
  return number === 0 ? 0 : (number % base) + digitSum(Math.floor(number / Math.max(base, 2)), base);
}
