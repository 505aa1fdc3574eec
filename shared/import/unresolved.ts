import { listed, type Text, text } from '../text.ts';
import {
  type AccountFact,
  type Extra,
  isExtra,
  isReasonToAsk,
  type Kind,
  type Level,
  placeOf,
  type Unresolved,
  unresolved,
  wordsFor,
} from './endpoints.ts';
import type { GroupModel } from './precedence.ts';
import { contains, type Scope, type Scopes } from './scopes.ts';

/** One setting that one call would settle. */
export interface Missing {
  readonly level: Level;
  readonly kind: Kind;
  readonly about: AccountFact | Extra;
  /** Whether the call was made: its response does not contain the setting. */
  readonly asked: boolean;
}

/** What to ask for where the lock of a setting is not settled: the levels in the order of their precedence. */
export function missingLocks(fact: AccountFact, { account, groups }: Scopes, model: GroupModel): readonly Missing[] {
  const ofAccount = missingIn(account, fact, account.locks[fact] !== false);
  if (account.locks[fact]) return ofAccount;
  const locked = model === 'legacy' && groups.some(({ locks }) => locks[fact]);
  const anyMayLock = groups.some(({ locks }) => locks[fact] !== false);
  const ofGroups = groups.flatMap((group, index) => {
    const isPrimary = model === 'legacy' && index === 0;
    const missing = missingIn(group, fact, isPrimary ? anyMayLock : group.locks[fact] !== false);
    return locked ? missing.filter(({ kind }) => kind === 'settings') : missing;
  });
  return [...ofAccount, ...ofGroups];
}

function missingIn(scope: Scope, fact: AccountFact, valueCounts: boolean): readonly Missing[] {
  return [...missing(scope, 'lock_settings', fact), ...(valueCounts ? missing(scope, 'settings', fact) : [])];
}

/** Empty where the responses contain it, even if they disagree: the call would not settle that. */
export function missing(scope: Scope, kind: Kind, about: AccountFact | Extra): readonly Missing[] {
  const contained = contains(scope, kind, about);
  return contained ? [] : [{ level: scope.level, kind, about, asked: contained === false }];
}

/** What to ask for where no value is known and no lock decides it: the given level that is nearest to the host and was not asked. */
export function missingAtNearest(scopes: Scopes, about: AccountFact | Extra): readonly Missing[] {
  const levels = [scopes.user, ...scopes.groups.slice(0, 1), scopes.account].filter(({ given }) => given);
  const nearest = levels.find((level) => contains(level, 'settings', about) !== false) ?? levels[0];
  return nearest ? missing(nearest, 'settings', about) : [];
}

/** One entry per call that was not made, in the order of `missing`. */
export function callsFor(missing: readonly Missing[]): readonly Unresolved[] {
  const calls = new Map<string, Missing[]>();
  for (const each of missing.filter(({ asked }) => !asked)) {
    const key = `${each.level} ${each.kind} ${placeOf(each.kind, each.about)}`;
    calls.set(key, [...(calls.get(key) ?? []), each]);
  }
  const worthMaking = [...calls.values()].filter((all) => all.some(({ about }) => isReasonToAsk(about)));
  return worthMaking.flatMap((all) => {
    const [first] = all;
    return first ? [unresolved(first.level, first.kind, placeOf(first.kind, first.about), shows(first.kind, all))] : [];
  });
}

/**
 * Settings that the responses ought to contain and do not: no call would settle them. A profile that leaves the requirement out
 * is read as one that has it on, and its lock has no effect.
 */
export function notContained(missing: readonly Missing[]): readonly Text[] {
  const isRequirement = ({ about }: Missing) => about === 'requireSecurityOption';
  const all = missing.filter(({ asked, about }) => asked && isReasonToAsk(about) && !isExtra(about));
  const relevant = all.filter((each) => !isRequirement(each));
  const requirement = all.some((each) => isRequirement(each) && each.kind === 'settings')
    ? [text`The responses do not show whether the requirement of one security option is on: the lens treats it as on.`]
    : [];
  const open = (['settings', 'lock_settings'] as const).flatMap((kind) => {
    const words = wordsOf(relevant.filter((each) => each.kind === kind));
    return words.length > 0 ? [text`The responses do not show ${whether(kind, words)}: this is left open.`] : [];
  });
  return [...requirement, ...open];
}

/** `whether the Waiting Room and the passcode are locked` */
function shows(kind: Kind, missing: readonly Missing[]): readonly Text[] {
  const words = wordsOf(missing.filter(({ about }) => !isExtra(about)));
  const alone = wordsOf(missing.filter(({ about }) => isExtra(about)));
  return words.length > 0 ? [whether(kind, words), ...alone] : alone;
}

function wordsOf(missing: readonly Missing[]): readonly Text[] {
  return [...new Set(missing.map(({ about }) => about))].map(wordsFor);
}

function whether(kind: Kind, words: readonly Text[]): Text {
  if (words.length > 1)
    return kind === 'settings' ? text`whether ${listed(words)} are on` : text`whether ${listed(words)} are locked`;
  return kind === 'settings' ? text`whether ${listed(words)} is on` : text`whether ${listed(words)} is locked`;
}
