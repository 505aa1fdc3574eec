import type { Span } from '../finding.ts';
import { firstWhere } from './ordered.ts';

/** Whether the span overlaps one of these, which must be in the order of the text, without overlap. */
export function overlapsAny(apart: readonly Span[], { start, end }: Span): boolean {
  const last = apart[firstWhere(apart, (each) => each.start >= end) - 1];
  return last !== undefined && last.end > start;
}

export function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
