import type { AuthenticationOption } from '../model/profile.ts';
import type { Lock } from '../model/security.ts';
import type { Text } from '../text.ts';
import { type AccountFact, facts, isReasonToAsk, sources, type Unresolved } from './endpoints.ts';
import { type Effective, effective, type GroupModel, nearest } from './precedence.ts';
import type { Requirement } from './readResponse.ts';
import type { Scopes } from './scopes.ts';
import { callsFor, type Missing, missingAtNearest, missingLocks, missingValue } from './unresolved.ts';

/** As in a profile: what is left out is unknown. */
export interface Resolution {
  readonly enabled?: boolean;
  readonly locked?: boolean;
}

export interface Resolved {
  readonly entries: Readonly<Record<AccountFact, Resolution>>;
  readonly requirement: Requirement | undefined;
  readonly options: readonly AuthenticationOption[] | undefined;
  readonly unresolved: readonly Unresolved[];
  /** Settings, in words, on which the two models of groups disagree, if the model is not known. */
  readonly modelMatters: readonly Text[];
}

/** Without a model, only what both agree on. */
export function resolve(scopes: Scopes, model: GroupModel | undefined): Resolved {
  const models: readonly GroupModel[] = model
    ? [model]
    : scopes.groups.length > 1
      ? ['legacy', 'priority']
      : ['legacy'];
  const each = facts.map((fact) => resolveFact(fact, scopes, models));
  const differing = each.filter(({ differ }) => differ).map(({ fact }) => fact);
  const { requirement, options } = nearest(scopes);
  const missing = [
    ...each.flatMap((one) => one.missing),
    ...(requirement ? [] : [missingAtNearest(scopes, 'requirement')]),
    ...(options ? [] : [missingAtNearest(scopes, 'options')]),
  ];
  return {
    entries: Object.fromEntries(each.map(({ fact, entry }) => [fact, entry])) as Resolved['entries'],
    requirement,
    options,
    unresolved: callsFor(missing),
    modelMatters: differing.some(isReasonToAsk) ? differing.map((fact) => sources[fact].words) : [],
  };
}

function resolveFact(fact: AccountFact, scopes: Scopes, models: readonly GroupModel[]) {
  const results = models.map((model) => effective(fact, scopes, model));
  const differ = new Set(results.map(({ locks }) => [...locks].sort().join())).size > 1;
  const locks = [...new Set(results.flatMap((each) => each.locks))];
  const entry = fact === 'requireSecurityOption' ? requirementEntry(locks, results) : entryFor(locks, results);
  return { fact, entry, differ, missing: missingFor(fact, scopes, models, results, entry) };
}

function missingFor(
  fact: AccountFact,
  scopes: Scopes,
  models: readonly GroupModel[],
  results: readonly Effective[],
  { enabled, locked }: Resolution,
): readonly Missing[] {
  const open = models.filter((_, index) => (results[index]?.locks.length ?? 0) > 1);
  const below = locked === false && enabled === undefined ? [missingAtNearest(scopes, fact)] : [];
  const free = fact === 'requireSecurityOption' && results.some(({ locks }) => locks.includes('unlocked'));
  const own = free && !scopes.user.given ? [missingValue('user', fact)] : [];
  return [...open.flatMap((model) => missingLocks(fact, scopes, model)), ...below, ...own];
}

/** As in a profile, `enabled` alone leaves open whether it is locked; `locked` alone leaves open to which value. */
function entryFor(locks: readonly Lock[], results: readonly Effective[]): Resolution {
  const lockedTo = locks.filter((lock) => lock !== 'unlocked');
  if (lockedTo.length === 0) return { ...enabledAs(results.map((each) => each.unlockedValue)), locked: false };
  const locked = lockedTo.length === locks.length;
  return {
    ...(lockedTo.length === 1 ? { enabled: lockedTo[0] === 'enabled-locked' } : {}),
    ...(locked ? { locked } : {}),
  };
}

/** For the requirement, predictions depend on the value: it is written only if all cases agree on it. */
function requirementEntry(locks: readonly Lock[], results: readonly Effective[]): Resolution {
  const values = locks.flatMap((lock) =>
    lock === 'unlocked' ? results.map((each) => each.unlockedValue) : [lock === 'enabled-locked'],
  );
  const { locked } = entryFor(locks, results);
  return { ...enabledAs(values), ...(locked === undefined ? {} : { locked }) };
}

function enabledAs(values: readonly (boolean | undefined)[]): Resolution {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? { enabled: first } : {};
}
