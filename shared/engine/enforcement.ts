import { type AccountSetting, defaultOption, isRequired, isUnsaid, type Profile } from '../model/profile.ts';
import {
  locks as allLocks,
  type Lock,
  type PersonalUse,
  type RuleSet,
  type Setting,
  settings,
} from '../model/security.ts';
import type { Inherited } from './facts.ts';

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
  /** What counts instead in those cases in which a value that is filled in later makes it a personal meeting ID. */
  readonly ifPersonal?: Pick<Enforcement, 'locks' | 'enabled'>;
}

export function personalAccount(account: Enforcement): Enforcement {
  return account.ifPersonal ? { ...account, ...account.ifPersonal, personal: true } : account;
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

/**
 * The same for a request whose use of the personal meeting ID depends on a value that is filled in later. Where the profile
 * does not settle both passcode settings alike, it is as if nobody could tell which of them counts.
 */
export function enforcementOfEither(profile: Profile | undefined, uses: readonly PersonalUse[]): Enforcement {
  const [first, ...others] = uses;
  if (others.every((each) => each === first)) return enforcementOf(profile, first);
  const own = enforcementOf(profile, false);
  const { locks, enabled } = enforcementOf(profile, true);
  const alike = settings.every((each) => locks[each].length === own.locks[each].length);
  const settled = locks.passcode.length === 1 && enabled.passcode.length === own.enabled.passcode.length;
  return alike && settled && uses.every((each) => typeof each === 'boolean')
    ? { ...own, ifPersonal: { locks, enabled } }
    : enforcementOf(profile, 'unknown');
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
