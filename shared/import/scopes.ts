import type { AuthenticationOption } from '../model/profile.ts';
import { distinct, type Text, text } from '../text.ts';
import { type AccountFact, type Extra, facts, type Kind, type Level, placeOf, wordsFor } from './endpoints.ts';
import type { Reading, Requirement } from './readResponse.ts';
import type { Answer } from './recogniseResponse.ts';

/** What all responses of the account, of one group or of the user say. Undefined: none of them does. */
export interface Scope {
  readonly level: Level;
  /** Whether there was any response of this level. */
  readonly given: boolean;
  readonly values: Readonly<Partial<Record<AccountFact, boolean>>>;
  readonly locks: Readonly<Partial<Record<AccountFact, boolean>>>;
  readonly requirement: Requirement | undefined;
  readonly options: readonly AuthenticationOption[] | undefined;
  /** What the responses say anything about, even if they disagree: `settings waitingRoom`. */
  readonly named: ReadonlySet<string>;
  /** The calls that were made: `settings meeting_security`. */
  readonly calls: ReadonlySet<string>;
}

/** Whether the responses of the level contain it; undefined where there is none that could. */
export function contains({ named, calls }: Scope, kind: Kind, about: AccountFact | Extra): boolean | undefined {
  if (named.has(`${kind} ${about}`)) return true;
  return calls.has(`${kind} ${placeOf(kind, about)}`) ? false : undefined;
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
  const given = answers.flatMap(({ name, readings }) => readings.map((reading): NamedReading => ({ name, reading })));
  const problems: Text[] = [];
  const disagreements: Text[] = [];
  const agreed = new Map<string, unknown>();
  for (const each of given) {
    const { reading } = each;
    const others = given.filter((one) => contradicts(one.reading, reading));
    const same = others.find(({ reading: { place } }) => place === reading.place);
    const [other] = others;
    if (!other) agreed.set(keyOf(reading), reading.value === 'perhaps' ? agreed.get(keyOf(reading)) : reading.value);
    else if (same) problems.push(problem(same, each));
    else disagreements.push(disagreement(level, reading, other.reading));
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
    named: new Set(given.filter(({ reading }) => reading.value !== 'perhaps').map(({ reading }) => keyOf(reading))),
    calls: new Set(answers.flatMap(({ kind, places }) => places.map((place) => `${kind} ${place}`))),
  };
  return { scope, problems, disagreements };
}

function keyOf({ kind, about }: Reading): string {
  return `${kind} ${about}`;
}

/** A lock that is hinted at goes with one that is certain. */
function contradicts(a: Reading, b: Reading): boolean {
  const claim = ({ value }: Reading) => (value === 'perhaps' ? true : value);
  return keyOf(a) === keyOf(b) && JSON.stringify(claim(a)) !== JSON.stringify(claim(b));
}

function problem(a: NamedReading, b: NamedReading): Text {
  const [first = '', second = ''] = [a.name, b.name].sort();
  return text`${first} and ${second} answer the same call and contradict each other about ${wordsFor(a.reading.about)}.`;
}

function disagreement(level: Level, a: Reading, b: Reading): Text {
  const words = wordsFor(a.about);
  if ([a, b].some(({ place }) => place === 'waiting_room_options' || place === 'more_options'))
    return a.kind === 'settings'
      ? text`waiting_room and waiting_room_options disagree about ${words}: it is left unknown.`
      : text`lock_settings and waiting_room_options disagree about the lock of ${words}: it is left unknown.`;
  return (a.kind === 'settings' ? disagreeingSettings : disagreeingLocks)(level, words);
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
