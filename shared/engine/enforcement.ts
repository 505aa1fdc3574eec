import { defaultOption, isRequired, type Profile } from '../model/profile.ts';
import { locks as allLocks, type Lock, type Setting, settings } from '../model/security.ts';

/** What the account enforces, as far as it is known. */
export interface Enforcement {
  /** Per setting the locks it may have: one where it is known, all three where nothing is. */
  readonly locks: Readonly<Record<Setting, readonly Lock[]>>;
  /** Whether Zoom insists that one of the three options is on. */
  readonly required: boolean;
  /** The id of the authentication option marked as default, where it is known. */
  readonly defaultOption: string | undefined;
}

export const nothingKnown: Enforcement = {
  locks: { waitingRoom: allLocks, passcode: allLocks, authentication: allLocks },
  required: true,
  defaultOption: undefined,
};

export function enforcementOf(profile: Profile | undefined): Enforcement {
  if (!profile) return nothingKnown;
  const required = isRequired(profile);
  const locks = required ? withoutContradiction(profile.locks) : profile.locks;
  return { locks, required, defaultOption: defaultOption(profile) };
}

/** An account that must have one option on cannot lock all three off: two that are leave the third something else. */
function withoutContradiction(locks: Enforcement['locks']): Enforcement['locks'] {
  const off = settings.filter((each) => locks[each].every((lock) => lock === 'disabled-locked'));
  const open = settings.find((each) => locks[each].length > 1);
  if (off.length < 2 || !open) return locks;
  return { ...locks, [open]: locks[open].filter((lock) => lock !== 'disabled-locked') };
}
