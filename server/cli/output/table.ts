import { padded, widthOf, wrapped } from './columns.ts';

/** A row of a table, and a sentence below its cells. */
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

/** Columns give way at blanks first, then within words, and the first column, which has the names of the rows, last of all. */
function widthsOf(rows: readonly Row[], width: number): readonly number[] {
  const [heads] = rows;
  const most = (measure: (cell: string) => number) =>
    (heads?.cells ?? []).map((_, column) =>
      rows.reduce((widest, { cells }) => Math.max(widest, measure(cells[column] ?? '')), 0),
    );
  const words = most((cell) => cell.split(' ').reduce((widest, word) => Math.max(widest, widthOf(word)), 0));
  const room = width - words.length * between;
  const least = [words, words.map((each, column) => (column === 0 ? each : leastWidth)), words.map(() => leastWidth)];
  return least.reduce<readonly number[]>((widths, each) => narrowed(widths, each, room), most(widthOf));
}

/** Takes from the widest column until all of them fit; none becomes narrower than its least width. */
function narrowed(widths: readonly number[], least: readonly number[], room: number): readonly number[] {
  const narrower = [...widths];
  for (let over = sum(widths) - room; over > 0; over -= 1) {
    const spare = narrower.map((each, column) => (each > (least[column] ?? 0) ? each : 0));
    const widest = spare.reduce((most, each) => Math.max(most, each), 0);
    if (widest === 0) break;
    narrower[spare.indexOf(widest)] = widest - 1;
  }
  return narrower;
}

/** Narrower ones are not readable. */
const leastWidth = 6;

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
