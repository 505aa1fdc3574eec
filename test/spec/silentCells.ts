/**
 * How this project reads the cells that Zoom's rows leave silent, unless Zoom steps in: by the lock of the cell's own setting
 * alone, in the words of the rows (`scenarioTable.ts`). All of it is inferred.
 */
import {
  type CreateRow,
  createRows,
  type FlagCell,
  type TextCell,
  type UpdateRow,
  updateRows,
} from './scenarioTable.ts';

type Letter = 'E' | 'D' | 'U';
type Cells = readonly (FlagCell | TextCell)[];

/** Where a setting's letter is in a pattern, and which cells of a row are about it. */
interface Column {
  readonly letter: 0 | 1 | 2;
  readonly from: number;
  readonly read: Readonly<Record<Letter, Cells>>;
}

const waitingRoom = { E: ['on', 'on', 'on'], D: ['off', 'off', 'off'] } as const;

// An API request that says nothing takes nothing from the account; an update leaves alone what it does not name.
const create: readonly Column[] = [
  { letter: 0, from: 2, read: { ...waitingRoom, U: ['on', 'off', 'off'] } },
  { letter: 1, from: 5, read: { E: ['sent', 'new'], D: ['off', 'off'], U: ['sent', 'off'] } },
  {
    letter: 2,
    from: 7,
    read: { E: ['on', 'on', 'on', 'on'], D: ['off', 'off', 'off', 'off'], U: ['on', 'on', 'off', 'off'] },
  },
  { letter: 2, from: 11, read: { E: ['sent', 'default'], D: ['off', 'off'], U: ['sent', 'default'] } },
];
const update: readonly Column[] = [
  { letter: 0, from: 2, read: { ...waitingRoom, U: ['on', 'off', 'own'] } },
  {
    letter: 1,
    from: 5,
    read: { E: ['sent', 'own|new', 'own|new'], D: ['off', 'off', 'off'], U: ['sent', 'own', 'off'] },
  },
  {
    letter: 2,
    from: 8,
    read: { E: ['on', 'on', 'on', 'on'], D: ['off', 'off', 'off', 'off'], U: ['on', 'on', 'off', 'own'] },
  },
  {
    letter: 2,
    from: 12,
    read: { E: ['sent', 'own|default'], D: ['off', 'off'], U: ['sent', 'own|default'] },
  },
];

/** Rows speak of valid passcodes where a lock is on: there an empty one changes nothing. */
const emptyPasscode = 7;

/** The row for one of its combinations, with nothing left silent, and which of its cells were. */
export interface Filled<Row> {
  readonly row: Row;
  readonly silent: ReadonlySet<number>;
}

export function filledCreate(locks: string): Filled<CreateRow> {
  return fill(createRows, create, locks);
}

export function filledUpdate(locks: string): Filled<UpdateRow> {
  const filled = fill(updateRows, update, locks);
  const removes = filled.silent.has(emptyPasscode) && filled.row[emptyPasscode] === 'off';
  if (!removes || locks[1] === 'D' || !locks.includes('E')) return filled;
  const row = filled.row.map((cell, at) => (at === emptyPasscode ? 'own' : cell)) as unknown as UpdateRow;
  return { ...filled, row };
}

function fill<Row extends CreateRow | UpdateRow>(
  rows: readonly Row[],
  columns: readonly Column[],
  locks: string,
): Filled<Row> {
  const found = rows.find((each) => each[1].split(' ').includes(locks)) as Row;
  const cells: unknown[] = [...found];
  const silent = new Set<number>();
  for (const { letter, from, read } of columns) {
    read[locks[letter] as Letter].forEach((cell, at) => {
      if (cells[from + at] !== '–') return;
      cells[from + at] = cell;
      silent.add(from + at);
    });
  }
  return { row: cells as unknown as Row, silent };
}
