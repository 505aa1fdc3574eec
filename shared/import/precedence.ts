import type { Lock } from '../model/security.ts';
import { type AccountFact, sources } from './endpoints.ts';
import { callKey, type Scope, type Scopes } from './scopes.ts';

/**
 * Which lock applies to the host of the meeting.
 *
 * A lock of the account takes precedence. Where the account does not lock, a lock of the host's group applies. Without any
 * lock, the value is the host's own: the user's value, or, where the user has not changed it, that of the group or account.
 *
 * Several groups: in the legacy model a setting is locked if any of them locks it, to the value of the primary group, which
 * is the first one given. In the new model the order given is the priority: the first group that manages the setting
 * decides, and locks of later ones have no effect.
 *
 * What no response says may be either way: the result is then every lock that may apply.
 */
export type GroupModel = 'legacy' | 'priority';

export interface Effective {
  /** At least one. */
  readonly locks: readonly Lock[];
  /** The value where nothing locks the setting; undefined where it is not known. */
  readonly unlockedValue: boolean | undefined;
}

export function effective(fact: AccountFact, scopes: Scopes, model: GroupModel): Effective {
  const { account, groups } = scopes;
  const locked = possible(account.locks[fact]);
  const locks = new Set<Lock>([
    ...(locked.includes(true) ? lockedTo(account, fact) : []),
    ...(locked.includes(false) ? (model === 'legacy' ? legacy(fact, groups) : byPriority(fact, groups)) : []),
  ]);
  return { locks: [...locks], unlockedValue: unlockedValue(fact, scopes, model) };
}

function legacy(fact: AccountFact, groups: readonly Scope[]): readonly Lock[] {
  const [primary] = groups;
  if (!primary || groups.every(({ locks }) => locks[fact] === false)) return ['unlocked'];
  const certain = groups.some(({ locks }) => locks[fact]);
  return [...lockedTo(primary, fact), ...(certain ? [] : (['unlocked'] as const))];
}

function byPriority(fact: AccountFact, groups: readonly Scope[]): readonly Lock[] {
  const found: Lock[] = [];
  for (const group of groups) {
    const manages = managesSetting(group, fact);
    if (manages === false) continue;
    const locked = possible(group.locks[fact]);
    if (locked.includes(true)) for (const lock of lockedTo(group, fact)) found.push(lock);
    if (locked.includes(false)) found.push('unlocked');
    if (manages) return found;
  }
  return [...found, 'unlocked'];
}

/** A group manages a setting if its responses contain it. Undefined where there is no response that could. */
function managesSetting(group: Scope, fact: AccountFact): boolean | undefined {
  if (group.values[fact] !== undefined || group.locks[fact] !== undefined) return true;
  const called = (['settings', 'lock_settings'] as const).some((kind) =>
    group.calls.has(callKey(kind, sources[fact][kind])),
  );
  return called ? false : undefined;
}

function unlockedValue(fact: AccountFact, { account, groups, user }: Scopes, model: GroupModel): boolean | undefined {
  if (user.given) return user.values[fact];
  if (model === 'legacy') return (groups[0] ?? account).values[fact];
  const deciding = groups.find((group) => managesSetting(group, fact) !== false);
  return (deciding ?? account).values[fact];
}

/** The given level nearest to the host, which decides on what has no lock. */
export function nearest({ account, groups, user }: Scopes): Scope {
  return user.given ? user : (groups[0] ?? account);
}

function lockedTo({ values }: Scope, fact: AccountFact): readonly Lock[] {
  return possible(values[fact]).map((value) => (value ? 'enabled-locked' : 'disabled-locked'));
}

function possible(value: boolean | undefined): readonly boolean[] {
  return value === undefined ? [true, false] : [value];
}
