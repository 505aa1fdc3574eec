import type { Lock } from '../model/security.ts';
import type { AccountFact, Extra } from './endpoints.ts';
import { contains, type Scope, type Scopes } from './scopes.ts';

/**
 * Which lock applies to the host of the meeting.
 *
 * A lock of the account takes precedence. Where the account does not lock, a lock of the host's group applies. Without any
 * lock, the value is the host's own: the user's value, or, where the user has not changed it, that of the group or account.
 *
 * Several groups: in the legacy model the value comes from the primary group, which is the first one given, and a setting is
 * locked if any of them locks it. Where the primary group and those that lock have different values, Zoom does not document
 * which one counts. In the new model the order given is the priority: the first group that manages the setting decides, and
 * locks of later ones have no effect.
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
  const { account } = scopes;
  const locked = possible(account.locks[fact]);
  const locks = new Set<Lock>([
    ...(locked.includes(true) ? lockedTo(account.values[fact]) : []),
    ...(locked.includes(false) ? (model === 'legacy' ? legacy(fact, scopes) : byPriority(fact, scopes)) : []),
  ]);
  return { locks: [...locks], unlockedValue: unlockedValue(fact, scopes, model) };
}

function legacy(fact: AccountFact, { groups, account }: Scopes): readonly Lock[] {
  const [primary] = groups;
  const mayLock = groups.filter(({ locks }) => locks[fact] !== false);
  if (!primary || mayLock.length === 0) return ['unlocked'];
  const certain = groups.some(({ locks }) => locks[fact]);
  const values = [primary, ...mayLock].map((group) => valueFrom(fact, [group, account]));
  return [...values.flatMap(lockedTo), ...(certain ? [] : (['unlocked'] as const))];
}

/** Whether the locking groups and the primary one have different values, so that the lock is known and its value is not. */
export function groupsDisagree(fact: AccountFact, scopes: Scopes): boolean {
  const { account, groups } = scopes;
  const [primary] = groups;
  if (!primary || account.locks[fact] !== false) return false;
  const locking = groups.filter(({ locks }) => locks[fact]);
  const values = [primary, ...locking].map((group) => valueFrom(fact, [group, account]));
  return locking.length > 0 && values.includes(true) && values.includes(false);
}

function byPriority(fact: AccountFact, { groups, account }: Scopes): readonly Lock[] {
  const decides = groups.findIndex((group) => managesSetting(group, fact));
  const mayDecide = (decides < 0 ? groups : groups.slice(0, decides + 1)).filter(
    (group) => managesSetting(group, fact) !== false,
  );
  const found = mayDecide.flatMap((group) =>
    possible(group.locks[fact]).flatMap((locked) =>
      locked ? lockedTo(valueFrom(fact, [group, account])) : (['unlocked'] as const),
    ),
  );
  return decides < 0 ? [...found, 'unlocked'] : found;
}

/** A group manages a setting if its responses contain it. Undefined where there is no response that could. */
function managesSetting(group: Scope, fact: AccountFact): boolean | undefined {
  const contained = [contains(group, 'settings', fact), contains(group, 'lock_settings', fact)];
  return contained.includes(true) || (contained.includes(false) ? false : undefined);
}

/** Whether new meetings use the personal meeting ID is the user's choice, which the other levels do not show. */
function unlockedValue(fact: AccountFact, scopes: Scopes, model: GroupModel): boolean | undefined {
  const { account, user } = scopes;
  if (fact === 'personalUse') return user.values[fact];
  const group = deciding(scopes, model, (each) => managesSetting(each, fact) !== false);
  return valueFrom(
    fact,
    [user, ...group, account].filter(({ given }) => given),
  );
}

/** From the first level that contains it. Undefined where a level before that one was not asked. */
function valueFrom(fact: AccountFact, levels: readonly Scope[]): boolean | undefined {
  return levels.find((level) => contains(level, 'settings', fact) !== false)?.values[fact];
}

/** What has no lock, from the first level that has it: the user, the group that decides, the account. */
export function extraFrom<T extends Extra>(extra: T, scopes: Scopes, model: GroupModel): Scope[T] {
  const { account, user } = scopes;
  const group = deciding(scopes, model, (each) => each[extra] !== undefined);
  return [user, ...group, account].find((level) => level[extra] !== undefined)?.[extra] as Scope[T];
}

/** The group whose value counts, if any: the primary one, or the first that manages it. */
function deciding({ groups }: Scopes, model: GroupModel, manages: (group: Scope) => boolean): readonly Scope[] {
  const found = model === 'legacy' ? groups[0] : groups.find(manages);
  return found ? [found] : [];
}

function lockedTo(value: boolean | undefined): readonly Lock[] {
  return possible(value).map((each) => (each ? 'enabled-locked' : 'disabled-locked'));
}

function possible(value: boolean | undefined): readonly boolean[] {
  return value === undefined ? [true, false] : [value];
}
