import { listed, type Text, text } from '../text.ts';
import {
  type AccountFact,
  type Extra,
  extras,
  isReasonToAsk,
  type Kind,
  type Level,
  sources,
  type Unresolved,
  unresolved,
} from './endpoints.ts';
import { type GroupModel, nearest } from './precedence.ts';
import type { Scope, Scopes } from './scopes.ts';

/** One setting that one call would settle. */
export interface Missing {
  readonly level: Level;
  readonly kind: Kind;
  readonly about: AccountFact | Extra;
}

/** What to ask for where the lock of a setting is not settled: the levels in the order of their precedence. */
export function missingLocks(fact: AccountFact, { account, groups }: Scopes, model: GroupModel): readonly Missing[] {
  const ofAccount = missingIn(account, fact, account.locks[fact] !== false);
  if (account.locks[fact]) return ofAccount;
  const locked = model === 'legacy' && groups.some(({ locks }) => locks[fact]);
  const ofGroups = groups.flatMap((group, index) => {
    const mayLock =
      model === 'legacy' ? groups.some(({ locks }) => locks[fact] !== false) : group.locks[fact] !== false;
    const valueCounts = mayLock && (model === 'priority' || index === 0);
    const missing = missingIn(group, fact, valueCounts);
    return locked ? missing.filter(({ kind }) => kind === 'settings') : missing;
  });
  return [...ofAccount, ...ofGroups];
}

function missingIn(scope: Scope, about: AccountFact, valueCounts: boolean): readonly Missing[] {
  const lock = scope.locks[about] === undefined ? [{ level: scope.level, kind: 'lock_settings' as const, about }] : [];
  return valueCounts && scope.values[about] === undefined ? [...lock, missingValue(scope.level, about)] : lock;
}

/** The call for a value that has no lock, or that only matters without one. */
export function missingAtNearest(scopes: Scopes, about: AccountFact | Extra): Missing {
  return missingValue(nearest(scopes).level, about);
}

export function missingValue(level: Level, about: AccountFact | Extra): Missing {
  return { level, kind: 'settings', about };
}

/** One entry per call, in the order of `missing`. */
export function callsFor(missing: readonly Missing[]): readonly Unresolved[] {
  const calls = new Map<string, Missing[]>();
  for (const each of missing) {
    const key = `${each.level} ${each.kind} ${placeOf(each)}`;
    calls.set(key, [...(calls.get(key) ?? []), each]);
  }
  const worthMaking = [...calls.values()].filter((all) => all.some(({ about }) => isReasonToAsk(about)));
  return worthMaking.flatMap((all) => {
    const [first] = all;
    return first ? [unresolved(first.level, first.kind, placeOf(first), tells(first.kind, all))] : [];
  });
}

function placeOf({ kind, about }: Missing) {
  return isExtra(about) ? extras[about].settings : sources[about][kind];
}

/** `whether the Waiting Room and the passcode are locked` */
function tells(kind: Kind, missing: readonly Missing[]): readonly Text[] {
  const all = [...new Set(missing.map(({ about }) => about))];
  const words = all.flatMap((about) => (isExtra(about) ? [] : [sources[about].words]));
  const alone = all.flatMap((about) => (isExtra(about) ? [extras[about].words] : []));
  return words.length > 0 ? [whether(kind, words), ...alone] : alone;
}

function whether(kind: Kind, words: readonly Text[]): Text {
  if (words.length > 1)
    return kind === 'settings' ? text`whether ${listed(words)} are on` : text`whether ${listed(words)} are locked`;
  return kind === 'settings' ? text`whether ${listed(words)} is on` : text`whether ${listed(words)} is locked`;
}

function isExtra(about: AccountFact | Extra): about is Extra {
  return about === 'requirement' || about === 'options';
}
