import { readDate } from './day.ts';
import type { Profile } from './profile.ts';

/** How long ago the settings of a profile were captured. */
interface Age {
  readonly days: number;
  /** More than 90 days: the account may have changed since. */
  readonly stale: boolean;
}

const daysFresh = 90;

/** Undefined where the profile does not say, or names a day after `today`. */
export function ageOf({ capturedAt = '' }: Profile, today: string): Age | undefined {
  const captured = readDate(capturedAt);
  const now = readDate(today);
  if (captured === undefined || now === undefined || now < captured) return undefined;
  const days = now - captured;
  return { days, stale: days > daysFresh };
}
