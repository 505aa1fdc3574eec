import { defaultOption, isRequired, type Profile } from '../model/profile.ts';
import { locks as allLocks, type Lock, type Setting } from '../model/security.ts';

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
  return { locks: profile.locks, required: isRequired(profile), defaultOption: defaultOption(profile) };
}
