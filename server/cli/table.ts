import { padded, widthOf, wrapped } from './columns.ts';

/** A row of a table, and a sentence that stands below its cells. */
export interface Row {
  readonly cells: readonly string[];
  readonly below?: string;
}

const between = 2;

/**
 * Lines of a table of at most `width` columns, whose first row has the names of its columns. The cells must be printable; those of
 * the widest columns take several lines where there is no room.
 */
export function tableText(rows: readonly Row[], width: number): readonly string[] {
  const widths = widthsOf(rows, width);
  return rows.flatMap(({ cells, below }) => [
    ...cellLines(cells, widths),
    ...(below ? wrapped(below, width - 6).map((line) => `      ${line}`) : []),
  ]);
}

function widthsOf(rows: readonly Row[], width: number): readonly number[] {
  const [heads] = rows;
  const widths = (heads?.cells ?? []).map((_, column) =>
    rows.reduce((most, { cells }) => Math.max(most, widthOf(cells[column] ?? '')), 0),
  );
  const room = width - widths.length * between;
  for (let total = sum(widths); total > room; total = sum(widths)) {
    const widest = widths.reduce((most, each) => Math.max(most, each), 0);
    if (widest <= leastWidth) break;
    widths[widths.indexOf(widest)] = Math.max(leastWidth, widest - (total - room), secondOf(widths));
    if (sum(widths) === total) widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** Narrower, nobody can read it. */
const leastWidth = 6;

function secondOf(widths: readonly number[]): number {
  return widths.toSorted((a, b) => b - a)[1] ?? 0;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, each) => total + each, 0);
}

function cellLines(cells: readonly string[], widths: readonly number[]): readonly string[] {
  const columns = widths.map((width, at) => wrapped(cells[at] ?? '', width));
  const height = columns.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: height }, (_, line) => {
    const shown = columns.map((each, at) => padded(each[line] ?? '', widths[at] ?? 0));
    return `  ${shown.join('  ')}`.trimEnd();
  });
}
