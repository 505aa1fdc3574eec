import { type AccountSetting, defaultOption, isRequired, isUnsaid, type Profile } from '../model/profile.ts';
import {
  locks as allLocks,
  type Lock,
  type PersonalUse,
  type RuleSet,
  type Setting,
  settings,
} from '../model/security.ts';
import type { Inherited } from './law.ts';

/** What the account enforces on a request, as far as it is known. */
export interface Enforcement {
  readonly rules: RuleSet;
  /** Per setting the locks it may have: one where it is known, all three where nothing is. */
  readonly locks: Readonly<Record<Setting, readonly Lock[]>>;
  /** The values that a create may take over: one where it is known, else both. */
  readonly enabled: Readonly<Record<Inherited, readonly boolean[]>>;
  /** The passcode's lock and value are those of personal meeting IDs. */
  readonly personal: boolean;
  /** Whether Zoom insists that one of the three options is on. */
  readonly required: boolean;
  /** The id of the authentication option marked as default, where it is known. */
  readonly defaultOption: string | undefined;
}

/** The key of the lock profile that says how the setting stands. */
export function profileKeyOf(setting: Setting, { personal }: Enforcement): Setting | 'personalMeetingId' {
  return personal && setting === 'passcode' ? 'personalMeetingId' : setting;
}

const either: readonly boolean[] = [true, false];

export const nothingKnown: Enforcement = {
  rules: '2020-12-20',
  locks: { waitingRoom: allLocks, passcode: allLocks, authentication: allLocks },
  enabled: { waitingRoom: either, passcode: either },
  personal: false,
  required: true,
  defaultOption: undefined,
};

/** `personal`: whether the meeting uses the personal meeting ID. */
export function enforcementOf(profile: Profile | undefined, personal: PersonalUse = false): Enforcement {
  if (!profile) return nothingKnown;
  const { waitingRoom, authentication } = profile.settings;
  const passcode = passcodeSetting(profile, personal);
  const required = isRequired(profile);
  const locks = { waitingRoom: waitingRoom.locks, passcode: passcode.locks, authentication: authentication.locks };
  return {
    rules: profile.rules,
    locks: required ? withoutContradiction(locks) : locks,
    enabled: { waitingRoom: known(waitingRoom), passcode: known(passcode) },
    personal: personal === true,
    required,
    defaultOption: defaultOption(profile),
  };
}

function known({ enabled }: AccountSetting): readonly boolean[] {
  return enabled === undefined ? either : [enabled];
}

/**
 * Where it cannot be told which of the two counts, what both may be; a profile that says nothing of personal meeting IDs is
 * one of somebody who uses none.
 */
function passcodeSetting(profile: Profile, personal: PersonalUse): AccountSetting {
  const own = profile.settings.passcode;
  const ofPersonal = profile.personalPasscode;
  if (typeof personal === 'boolean') return personal ? ofPersonal : own;
  if (personal === 'unsaid' && isUnsaid(ofPersonal)) return own;
  return {
    locks: allLocks.filter((lock) => own.locks.includes(lock) || ofPersonal.locks.includes(lock)),
    enabled: own.enabled === ofPersonal.enabled ? own.enabled : undefined,
  };
}

/** An account that must have one option on cannot lock all three off: two that are leave the third something else. */
function withoutContradiction(locks: Enforcement['locks']): Enforcement['locks'] {
  const off = settings.filter((each) => locks[each].every((lock) => lock === 'disabled-locked'));
  const open = settings.find((each) => locks[each].length > 1);
  if (off.length < 2 || !open) return locks;
  return { ...locks, [open]: locks[open].filter((lock) => lock !== 'disabled-locked') };
}
