import { type AccountSetting, defaultOption, isRequired, isUnsaid, type Profile } from '../model/profile.ts';
import {
  locks as allLocks,
  type Lock,
  type PersonalUse,
  type RuleSet,
  ruleSets,
  type Setting,
  settings,
} from '../model/security.ts';
import type { Inherited } from './facts.ts';

/** What the account enforces on a request, as far as it is known. */
export interface Enforcement {
  /** The rule sets that may apply: one where it is known, else both. */
  readonly rules: readonly RuleSet[];
  /** The locks that each setting may have: one where it is known, all three where nothing is. */
  readonly locks: Readonly<Record<Setting, readonly Lock[]>>;
  /** The account's values that a create may inherit: one where it is known, else both. */
  readonly enabled: Readonly<Record<Inherited, readonly boolean[]>>;
  /** The passcode's lock and value are those for personal meeting IDs. unknown: those that either may have. */
  readonly personal: boolean | 'unknown';
  /** Whether Zoom requires one of the three options to be on. */
  readonly required: boolean;
  /** The id of the authentication option marked as default, where it is known. */
  readonly defaultOption: string | undefined;
  /** Applies instead in the cases in which a value that is filled in later turns on the personal meeting ID. */
  readonly ifPersonal?: Pick<Enforcement, 'locks' | 'enabled'>;
}

export function personalAccount(account: Enforcement): Enforcement {
  return account.ifPersonal ? { ...account, ...account.ifPersonal, personal: true } : account;
}

/** The key of the lock profile for the setting. */
export function profileKeyOf(setting: Setting, { personal }: Enforcement): Setting | 'personalMeetingId' {
  return personal === true && setting === 'passcode' ? 'personalMeetingId' : setting;
}

const either: readonly boolean[] = [true, false];

export const nothingKnown: Enforcement = {
  rules: ruleSets,
  locks: { waitingRoom: allLocks, passcode: allLocks, authentication: allLocks },
  enabled: { waitingRoom: either, passcode: either },
  personal: false,
  required: true,
  defaultOption: undefined,
};

/**
 * `use`: whether the meeting uses the personal meeting ID. If a profile does not mention personal meeting IDs, we assume that
 * they are not used unless the request says so.
 */
export function enforcementOf(profile: Profile | undefined, use: PersonalUse = false): Enforcement {
  if (!profile) return nothingKnown;
  const { waitingRoom, authentication } = profile.settings;
  const personal = use === 'unsaid' ? !isUnsaid(profile.personalPasscode) && 'unknown' : use;
  const passcode = passcodeSetting(profile, personal);
  const required = isRequired(profile);
  const locks = { waitingRoom: waitingRoom.locks, passcode: passcode.locks, authentication: authentication.locks };
  return {
    rules: profile.rules ? [profile.rules] : ruleSets,
    locks: required ? withoutContradiction(locks) : locks,
    enabled: { waitingRoom: known(waitingRoom), passcode: known(passcode) },
    personal,
    required,
    defaultOption: defaultOption(profile),
  };
}

/**
 * The same for a request whose use of the personal meeting ID depends on a value that is filled in later. Unless the
 * profile settles one of the two passcode settings, it is treated as unknown which of them applies: a case could not say
 * which one it assumes.
 */
export function enforcementOfEither(profile: Profile | undefined, uses: readonly PersonalUse[]): Enforcement {
  const [first, ...others] = uses;
  if (others.every((each) => each === first)) return enforcementOf(profile, first);
  const own = enforcementOf(profile, false);
  const { locks, enabled } = enforcementOf(profile, true);
  const isSettled = hasOnePasscodeSetting(own) || hasOnePasscodeSetting({ locks, enabled });
  return isSettled && uses.every((each) => typeof each === 'boolean')
    ? { ...own, ifPersonal: { locks, enabled } }
    : enforcementOf(profile, 'unknown');
}

function hasOnePasscodeSetting({ locks, enabled }: Pick<Enforcement, 'locks' | 'enabled'>): boolean {
  return locks.passcode.length === 1 && enabled.passcode.length === 1;
}

function known({ enabled }: AccountSetting): readonly boolean[] {
  return enabled === undefined ? either : [enabled];
}

/** If it is unknown which of the two settings applies, everything that either may be. */
function passcodeSetting(profile: Profile, personal: Enforcement['personal']): AccountSetting {
  const own = profile.settings.passcode;
  const ofPersonal = profile.personalPasscode;
  if (typeof personal === 'boolean') return personal ? ofPersonal : own;
  return {
    locks: allLocks.filter((lock) => own.locks.includes(lock) || ofPersonal.locks.includes(lock)),
    enabled: own.enabled === ofPersonal.enabled ? own.enabled : undefined,
  };
}

/** An account that requires one option cannot lock all three off: with two locked off, the third is not. */
function withoutContradiction(locks: Enforcement['locks']): Enforcement['locks'] {
  const off = settings.filter((each) => locks[each].every((lock) => lock === 'disabled-locked'));
  const open = settings.find((each) => locks[each].length > 1);
  if (off.length < 2 || !open) return locks;
  return { ...locks, [open]: locks[open].filter((lock) => lock !== 'disabled-locked') };
}
