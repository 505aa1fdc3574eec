import type { AuthenticationOption } from '../model/profile.ts';
import { distinct, type Text, text } from '../text.ts';
import {
  type AccountFact,
  type Extra,
  extras,
  facts,
  type Kind,
  type Level,
  type SettingsOption,
  sources,
} from './endpoints.ts';
import type { Reading, Requirement } from './readResponse.ts';
import type { Answer } from './recognise.ts';

/** What all responses of the account, of one group or of the user say. Undefined: none of them does. */
export interface Scope {
  readonly level: Level;
  /** Whether there was any response of this level. */
  readonly given: boolean;
  readonly values: Readonly<Partial<Record<AccountFact, boolean>>>;
  readonly locks: Readonly<Partial<Record<AccountFact, boolean>>>;
  readonly requirement: Requirement | undefined;
  readonly options: readonly AuthenticationOption[] | undefined;
  /** The calls that were made, by `callKey`: `settings meeting_security`. */
  readonly calls: ReadonlySet<string>;
}

export interface Scopes {
  readonly account: Scope;
  /** In the order in which they were given. */
  readonly groups: readonly Scope[];
  readonly user: Scope;
}

interface Gathered {
  readonly scopes: Scopes;
  /** Responses of the same call that contradict each other. */
  readonly problems: readonly Text[];
  /** Different calls that contradict each other about one setting, which is left unknown. */
  readonly disagreements: readonly Text[];
}

interface NamedReading {
  readonly name: string;
  readonly kind: Kind;
  readonly reading: Reading;
}

export function gather(answers: readonly Answer[]): Gathered {
  const of = (level: Level) => answers.filter((answer) => answer.level === level);
  const names = [...new Set(of('group').map(({ group }) => group))];
  const account = scopeOf('account', of('account'));
  const groups = names.map((name) =>
    scopeOf(
      'group',
      of('group').filter(({ group }) => group === name),
    ),
  );
  const user = scopeOf('user', of('user'));
  const all = [account, ...groups, user];
  return {
    scopes: { account: account.scope, groups: groups.map(({ scope }) => scope), user: user.scope },
    problems: all.flatMap(({ problems }) => distinct(problems)),
    disagreements: all.flatMap(({ disagreements }) => distinct(disagreements)),
  };
}

function scopeOf(level: Level, answers: readonly Answer[]) {
  const given = answers.flatMap(({ name, kind, readings }) =>
    readings.map((reading): NamedReading => ({ name, kind, reading })),
  );
  const problems: Text[] = [];
  const disagreements: Text[] = [];
  const agreed = new Map<string, unknown>();
  for (const each of given) {
    const other = given.find((one) => contradicts(one, each));
    const key = `${each.kind} ${each.reading.about}`;
    if (!other) agreed.set(key, each.reading.value);
    else if (other.reading.place === each.reading.place) problems.push(problem(other, each));
    else disagreements.push(disagreement(level, each));
  }
  const booleanOf = (kind: Kind, fact: AccountFact) => {
    const value = agreed.get(`${kind} ${fact}`);
    return typeof value === 'boolean' ? value : undefined;
  };
  const booleans = (kind: Kind) => Object.fromEntries(facts.map((fact) => [fact, booleanOf(kind, fact)]));
  const scope: Scope = {
    level,
    given: answers.length > 0,
    values: booleans('settings'),
    locks: booleans('lock_settings'),
    requirement: agreed.get('settings requirement') as Requirement | undefined,
    options: agreed.get('settings options') as readonly AuthenticationOption[] | undefined,
    calls: new Set(answers.flatMap(({ kind, places }) => places.map((place) => callKey(kind, place)))),
  };
  return { scope, problems, disagreements };
}

export function callKey(kind: Kind, place: SettingsOption): string {
  return `${kind} ${place}`;
}

function contradicts(a: NamedReading, b: NamedReading): boolean {
  return (
    a.kind === b.kind &&
    a.reading.about === b.reading.about &&
    JSON.stringify(a.reading.value) !== JSON.stringify(b.reading.value)
  );
}

function problem(a: NamedReading, b: NamedReading): Text {
  const [first = '', second = ''] = [a.name, b.name].sort();
  return text`${first} and ${second} answer the same call and contradict each other about ${wordsFor(a.reading.about)}.`;
}

function disagreement(level: Level, { kind, reading }: NamedReading): Text {
  const words = wordsFor(reading.about);
  return (kind === 'settings' ? disagreeingSettings : disagreeingLocks)(level, words);
}

function disagreeingSettings(level: Level, words: Text): Text {
  return {
    account: text`The account's settings with and without an option disagree about ${words}: it is left unknown.`,
    group: text`The group's settings with and without an option disagree about ${words}: it is left unknown.`,
    user: text`The user's settings with and without an option disagree about ${words}: it is left unknown.`,
  }[level];
}

/** Users have no locks. */
function disagreeingLocks(level: Level, words: Text): Text {
  return level === 'account'
    ? text`The account's lock_settings with and without an option disagree about the lock of ${words}: it is left unknown.`
    : text`The group's lock_settings with and without an option disagree about the lock of ${words}: it is left unknown.`;
}

function wordsFor(about: AccountFact | Extra): Text {
  return about === 'requirement' || about === 'options' ? extras[about].words : sources[about].words;
}
