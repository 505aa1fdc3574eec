/** A name as it is spelled, and without case and signs: the same for `waiting_room` and `waitingRoom`. */
export interface Spelled {
  readonly name: string;
  readonly bare: string;
}

export function spelled(name: string): Spelled {
  const bare = name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return { name, bare };
}

/** The name that is the nearest, at most as many slips away as `slips` returns for it; undefined where there is none. */
export function nearestName(
  { bare }: Spelled,
  known: readonly Spelled[],
  slips: (known: Spelled) => number,
): string | undefined {
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const each of known) {
    const most = Math.min(slips(each), least - 1);
    const far = distance(bare, each.bare, most);
    if (far <= most) [nearest, least] = [each.name, far];
  }
  return nearest;
}

/** How many characters have to be added, removed, changed, or swapped with their neighbour; infinite if more than `most`. */
function distance(from: string, to: string, most: number): number {
  // Most names are too long or too short.
  if (Math.abs(from.length - to.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : change;
      const far = Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(far);
      if (far < least) least = far;
    }
    // No swap makes up for it.
    if (least > most) return Number.POSITIVE_INFINITY;
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}
