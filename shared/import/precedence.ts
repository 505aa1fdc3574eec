import type { Lock } from '../model/security.ts';
import { type AccountFact, sources } from './endpoints.ts';
import { callKey, type Scope, type Scopes } from './scopes.ts';

/**
 * Which lock the host of the meeting meets.
 *
 * A lock of the account beats everything. Where the account does not lock, a lock of the host's group holds. Where nothing
 * locks, the setting is the host's own: the user's value, and where the user changed nothing, the one of the group or
 * the account.
 *
 * Several groups: in the legacy model a setting that any of them locks is locked, to the value of the primary group, the
 * first one given. In the new model groups have priorities, in the order given: the first one that manages the setting
 * decides alone, and what a later one locks is void.
 *
 * What no response tells may be either way: the answer is then every lock that may hold.
 */
export type GroupModel = 'legacy' | 'priority';

export interface Effective {
  /** At least one. */
  readonly locks: readonly Lock[];
  /** Where nothing locks the setting; undefined where nobody says. */
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

/** A group manages what its responses name. Undefined where no response is there that could name it. */
function managesSetting(group: Scope, fact: AccountFact): boolean | undefined {
  if (group.values[fact] !== undefined || group.locks[fact] !== undefined) return true;
  const asked = (['settings', 'lock_settings'] as const).some((kind) =>
    group.calls.has(callKey(kind, sources[fact][kind])),
  );
  return asked ? false : undefined;
}

function unlockedValue(fact: AccountFact, { account, groups, user }: Scopes, model: GroupModel): boolean | undefined {
  if (user.given) return user.values[fact];
  if (model === 'legacy') return (groups[0] ?? account).values[fact];
  const deciding = groups.find((group) => managesSetting(group, fact) !== false);
  return (deciding ?? account).values[fact];
}

/** What has no lock is told by the level nearest to the host. */
export function nearest({ account, groups, user }: Scopes): Scope {
  return user.given ? user : (groups[0] ?? account);
}

function lockedTo({ values }: Scope, fact: AccountFact): readonly Lock[] {
  return possible(values[fact]).map((value) => (value ? 'enabled-locked' : 'disabled-locked'));
}

function possible(value: boolean | undefined): readonly boolean[] {
  return value === undefined ? [true, false] : [value];
}
