import type { Span } from '../finding.ts';

/** Whether the span overlaps one of these, which must be in the order of the text, without overlap. */
export function overlapsAny(apart: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = apart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((apart[middle] as Span).start < end) low = middle + 1;
    else high = middle;
  }
  const last = apart[low - 1];
  return last !== undefined && last.end > start;
}
