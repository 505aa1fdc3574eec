import type { AuthenticationOption } from '../model/profile.ts';
import type { Lock } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import { type AccountFact, type Extra, facts, isReasonToAsk, sources, type Unresolved, wordsFor } from './endpoints.ts';
import { type Effective, effective, extraFrom, type GroupModel, groupsDisagree } from './precedence.ts';
import type { Requirement } from './readResponse.ts';
import { contains, type Scopes } from './scopes.ts';
import { callsFor, type Missing, missing, missingAtNearest, missingLocks, notContained } from './unresolved.ts';

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
  /** What is contradictory, or open although all calls were made. */
  readonly notes: readonly Text[];
}

/** Without a model, only what both agree on. */
export function resolve(scopes: Scopes, model: GroupModel | undefined): Resolved {
  const models: readonly GroupModel[] = model
    ? [model]
    : scopes.groups.length > 1
      ? ['legacy', 'priority']
      : ['legacy'];
  const each = facts.map((fact) => resolveFact(fact, scopes, models));
  const requirement = resolveExtra('requirement', scopes, models);
  const options = resolveExtra('options', scopes, models);
  const all = [...each, requirement, options];
  const differing = all.filter(({ differ }) => differ).map(({ about }) => about);
  const entries = Object.fromEntries(each.map(({ about, entry }) => [about, entry])) as Resolved['entries'];
  const missing = [...all.flatMap((one) => one.missing), ...missingUse(scopes, entries)];
  return {
    entries,
    requirement: requirement.value,
    options: options.value,
    unresolved: callsFor(missing),
    modelMatters: differing.some(isReasonToAsk) ? differing.map(wordsFor) : [],
    notes: [...each.flatMap(({ notes }) => notes), ...notContained(missing)],
  };
}

function resolveFact(fact: AccountFact, scopes: Scopes, models: readonly GroupModel[]) {
  const results = models.map((model) => effective(fact, scopes, model));
  const own = scopes.user.values[fact];
  const differ = new Set(results.map((result) => JSON.stringify(entryFor([result], own)))).size > 1;
  const entry = entryFor(results, own);
  return {
    about: fact,
    entry,
    differ: differ && fact !== 'personalUse',
    missing: fact === 'personalUse' ? [] : missingFor(fact, scopes, models, results, entry),
    notes: notesOn(fact, scopes, models, entry),
  };
}

function missingFor(
  fact: AccountFact,
  scopes: Scopes,
  models: readonly GroupModel[],
  results: readonly Effective[],
  { enabled, locked }: Resolution,
): readonly Missing[] {
  const open = models.filter((_, index) => (results[index]?.locks.length ?? 0) > 1);
  const isOpen = ({ kind }: Missing) => (kind === 'settings' ? enabled : locked) === undefined;
  const above = open.flatMap((model) => missingLocks(fact, scopes, model));
  const below = locked === false || scopes.user.given ? missingAtNearest(scopes, fact) : [];
  const free = fact === 'requireSecurityOption' && results.some(({ locks }) => locks.includes('unlocked'));
  const own = free && !scopes.user.given ? missing(scopes.user, 'settings', fact) : [];
  return [...[...above, ...below].filter(isOpen), ...own];
}

/** Only the user's response shows it. It matters to most create requests where the passcodes of personal meeting IDs differ. */
function missingUse({ user }: Scopes, { passcode, personalPasscode, personalUse }: Resolved['entries']) {
  const matters =
    JSON.stringify(personalPasscode) !== JSON.stringify(passcode) && personalPasscode.locked !== undefined;
  return matters && personalUse.enabled === undefined ? missing(user, 'settings', 'personalUse') : [];
}

/**
 * As in a profile, `enabled` alone leaves open whether it is locked; `locked` alone leaves open to which value. The user's
 * response shows the value that is in effect, and so decides on it where the locks do not.
 */
function entryFor(results: readonly Effective[], own: boolean | undefined): Resolution {
  const locks = new Set(results.flatMap((each) => each.locks));
  const lockedTo = [...locks].filter((lock) => lock !== 'unlocked');
  const enabled = agreed([...locks].flatMap((lock) => valuesUnder(lock, results))) ?? own;
  const locked = lockedTo.length === 0 ? false : lockedTo.length === locks.size ? true : undefined;
  return { ...(enabled === undefined ? {} : { enabled }), ...(locked === undefined ? {} : { locked }) };
}

function valuesUnder(lock: Lock, results: readonly Effective[]): readonly (boolean | undefined)[] {
  return lock === 'unlocked' ? results.map((each) => each.unlockedValue) : [lock === 'enabled-locked'];
}

/** Undefined where they differ, or one of them is not known. */
function agreed(values: readonly (boolean | undefined)[]): boolean | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

function notesOn(
  fact: AccountFact,
  scopes: Scopes,
  models: readonly GroupModel[],
  { enabled, locked }: Resolution,
): readonly Text[] {
  const { words } = sources[fact];
  const own = scopes.user.values[fact];
  if (locked && own !== undefined && enabled !== own)
    return [
      text`The user's response contradicts the lock of ${words}. The lock counts: the responses may be from different times, or of different users.`,
    ];
  return locked && enabled === undefined && !models.includes('priority') && groupsDisagree(fact, scopes)
    ? [text`The groups have different values for ${words}, and at least one of them locks it: the value is left open.`]
    : [];
}

/** The own responses of a group would be more certain than those of the account. */
function resolveExtra<T extends Extra>(extra: T, scopes: Scopes, models: readonly GroupModel[]) {
  const values = models.map((model) => extraFrom(extra, scopes, model));
  const differ = new Set(values.map((value) => JSON.stringify(value))).size > 1;
  const [group] = scopes.groups;
  const unasked = group && !scopes.user[extra] && contains(group, 'settings', extra) === undefined;
  return {
    about: extra,
    value: differ ? undefined : values[0],
    differ,
    missing: unasked
      ? missing(group, 'settings', extra)
      : values.some((value) => value !== undefined)
        ? []
        : missingAtNearest(scopes, extra),
  };
}
