import type { Lock, Operation, Setting } from '../model/security.ts';

export type Locks = Readonly<Record<Setting, Lock>>;

/** E enabled and locked, D disabled and locked, U not locked; in the order Waiting Room, passcode, authentication. */
type LockPattern = `${Letter}${Letter}${Letter}`;
type Letter = 'E' | 'D' | 'U';

const letters: Record<Lock, Letter> = { 'enabled-locked': 'E', 'disabled-locked': 'D', unlocked: 'U' };

/** Written once, by the three locks: every case of every prediction asks for its pattern. */
const patterns = byLock((waitingRoom) =>
  byLock((passcode) =>
    byLock((authentication): LockPattern => `${letters[waitingRoom]}${letters[passcode]}${letters[authentication]}`),
  ),
);

function byLock<T>(make: (lock: Lock) => T): Readonly<Record<Lock, T>> {
  return {
    'enabled-locked': make('enabled-locked'),
    'disabled-locked': make('disabled-locked'),
    unlocked: make('unlocked'),
  };
}

export function lockPattern({ waitingRoom, passcode, authentication }: Locks): LockPattern {
  return patterns[waitingRoom][passcode][authentication];
}

/** The row of Zoom's create table for each combination. All three off and locked has none. */
const createRows: Partial<Record<LockPattern, number>> = {
  EEE: 1,
  DUU: 2,
  UUD: 3,
  UDU: 4,
  DDU: 5,
  DDE: 5,
  DUD: 6,
  DED: 6,
  UDD: 7,
  EDD: 7,
  EUU: 8,
  UEU: 9,
  UUE: 10,
  EEU: 11,
  EUE: 12,
  UEE: 13,
  UED: 14,
  UDE: 15,
  EUD: 16,
  DUE: 17,
  EDU: 18,
  DEU: 19,
  DEE: 20,
  EDE: 21,
  EED: 22,
  UUU: 23,
};

/** Zoom's update table has the same numbers, except that rows 3 and 4 are swapped. */
const updateRows: Partial<Record<LockPattern, number>> = { ...createRows, UDU: 3, UUD: 4 };

/** Zoom's number for these locks, undefined where all three are off and locked. */
export function scenarioOf(operation: Operation, locks: Locks): number | undefined {
  return (operation === 'create' ? createRows : updateRows)[lockPattern(locks)];
}
