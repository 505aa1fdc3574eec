/** Dates without a clock: callers pass today's date. */

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/**
 * The number of a day since a fixed one, from `2026-11-24` or a time such as `2026-11-24T09:30:00Z` on that day. Undefined
 * for any other text and for a day that does not exist.
 */
export function readDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  const [year = 0, month = 0, day = 0] = match?.slice(1).map(Number) ?? [];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const before = daysBefore[month - 1];
  const length = (daysBefore[month] ?? 365) - (before ?? 0) + (leap && month === 2 ? 1 : 0);
  if (before === undefined || day < 1 || day > length) return undefined;
  return leapDaysBefore(year) + 365 * year + before + (leap && month > 2 ? 1 : 0) + day;
}

function leapDaysBefore(year: number): number {
  const last = year - 1;
  return Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
}
