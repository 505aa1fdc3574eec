import type { AuthenticationOption } from '../model/profile.ts';
import { type Extra, extras, type Fact, type Kind, type Level, type Place, sources } from './calls.ts';
import type { Reading, Requirement } from './read.ts';
import type { Answer } from './recognise.ts';

/** What the responses of the account, of one group or of the user say together. Undefined: none of them says. */
export interface Scope {
  readonly level: Level;
  /** Whether any response of it was given at all. */
  readonly given: boolean;
  readonly values: Readonly<Partial<Record<Fact, boolean>>>;
  readonly locks: Readonly<Partial<Record<Fact, boolean>>>;
  readonly requirement: Requirement | undefined;
  readonly options: readonly AuthenticationOption[] | undefined;
  /** The calls that were made, as `settings meeting_security`. */
  readonly calls: ReadonlySet<string>;
}

export interface Scopes {
  readonly account: Scope;
  /** In the order in which they were given. */
  readonly groups: readonly Scope[];
  readonly user: Scope;
}

export interface Gathered {
  readonly scopes: Scopes;
  /** Two responses of one call that cannot both be right. */
  readonly problems: readonly string[];
  /** Two calls that say different things about one setting: it is left unknown. */
  readonly disagreements: readonly string[];
}

interface Told {
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
    problems: all.flatMap(({ problems }) => [...problems]),
    disagreements: all.flatMap(({ disagreements }) => [...disagreements]),
  };
}

function scopeOf(level: Level, answers: readonly Answer[]) {
  const told = answers.flatMap(({ name, kind, readings }) =>
    readings.map((reading): Told => ({ name, kind, reading })),
  );
  const problems = new Set<string>();
  const disagreements = new Set<string>();
  const agreed = new Map<string, unknown>();
  for (const each of told) {
    const other = told.find((one) => contradicts(one, each));
    const key = `${each.kind} ${each.reading.about}`;
    if (!other) agreed.set(key, each.reading.value);
    else if (other.reading.place === each.reading.place) problems.add(problem(other, each));
    else disagreements.add(disagreement(level, each));
  }
  const booleans = (kind: Kind) =>
    Object.fromEntries(Object.keys(sources).map((fact) => [fact, agreed.get(`${kind} ${fact}`)]));
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

export function callKey(kind: Kind, place: Place): string {
  return `${kind} ${place}`;
}

function contradicts(a: Told, b: Told): boolean {
  return (
    a.kind === b.kind &&
    a.reading.about === b.reading.about &&
    JSON.stringify(a.reading.value) !== JSON.stringify(b.reading.value)
  );
}

function problem(a: Told, b: Told): string {
  const [first, second] = [a.name, b.name].sort();
  return `${first} and ${second} answer the same call and contradict each other about ${wordsFor(a.reading.about)}.`;
}

function disagreement(level: Level, { kind, reading }: Told): string {
  const what = `${wordsFor(reading.about)}${kind === 'lock_settings' ? "'s lock" : ''}`;
  return `The ${level}'s ${kind} with and without an option disagree about ${what}: it is left unknown.`;
}

function wordsFor(about: Fact | Extra): string {
  return about === 'requirement' || about === 'options' ? extras[about].words : sources[about].words;
}
