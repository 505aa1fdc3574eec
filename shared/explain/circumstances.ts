/** When some of the cases occur, in few words: exactly, or else what at least must be so. */

import type { Condition, Fact, Inherited } from '../engine/facts.ts';
import { assumesPersonal, type Case, type Prediction } from '../engine/predict.ts';
import { type FieldName, fieldFacts, type Setting, settings } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import { conditionText } from './conditions.ts';

/** Longer conditions are of no use to a reader: the reason says more. */
const mostFacts = 3;

/** `exactly`: the change happens if and only if this is so. `needed`: it happens only if this is so. */
interface Circumstances {
  readonly exactly?: Text | undefined;
  readonly needed?: Text | undefined;
}

export function circumstancesOf(prediction: Prediction, name: FieldName, cases: readonly Case[]): Circumstances {
  const personal = assumesPersonal(prediction);
  const common = inCommon(cases);
  const exact = covers(prediction.cases, common) === cases.length ? shortest(prediction.cases, common) : undefined;
  if (exact && Object.keys(exact).length <= mostFacts) return { exactly: conditionText(exact, personal) };
  const others = Object.fromEntries(Object.entries(common).filter(([fact]) => !isOwn(fact, name)));
  return { needed: conditionText(others, personal) ?? neededOf(prediction, name, cases) };
}

/** The assumed facts that are the same in all of the cases. */
function inCommon([first, ...others]: readonly Case[]): Condition {
  const facts = Object.entries(first?.assumed ?? {}) as [Fact, Condition[Fact]][];
  return Object.fromEntries(facts.filter(([fact, value]) => others.every(({ assumed }) => assumed[fact] === value)));
}

/** In how many of the cases the condition may be met. */
function covers(cases: readonly Case[], condition: Condition): number {
  const facts = Object.entries(condition) as [Fact, Condition[Fact]][];
  return cases.filter((each) => facts.every(([fact, value]) => mayBe(each, fact, value))).length;
}

/** A case that lacks a fact stands for all values of it, but by the tables the account's values do not count. */
function mayBe({ assumed, facts: { rules } }: Case, fact: Fact, value: Condition[Fact]): boolean {
  if (fact in assumed) return assumed[fact] === value;
  return !(fact.startsWith('enabled.') && rules === '2020-12-20');
}

/** Without the facts that follow from the others. */
function shortest(cases: readonly Case[], condition: Condition): Condition {
  const size = covers(cases, condition);
  return (Object.keys(condition) as Fact[]).reduce((sofar, fact) => {
    const { [fact]: _, ...rest } = sofar;
    return covers(cases, rest) === size ? rest : sofar;
  }, condition);
}

/** The reason for a change says what it means for the field's own setting. */
function isOwn(fact: string, name: FieldName): boolean {
  return name !== 'authentication_option' && isOf(fact, fieldFacts(name).setting);
}

function isOf(fact: string, setting: Setting): boolean {
  return fact === `lock.${setting}` || fact === `enabled.${setting}`;
}

interface Circumstance {
  readonly words: Text;
  /** What it is about: two circumstances about one thing only exclude what the reason excludes already. */
  readonly about: string;
  readonly applies: (each: Case) => boolean;
}

/**
 * Of the circumstances, alone and in pairs, of which one applies in each of the cases, what says most: it applies in the
 * fewest other cases in which the field's own setting is the same. Undefined where nothing says anything.
 */
function neededOf(prediction: Prediction, name: FieldName, cases: readonly Case[]): Text | undefined {
  const { setting } = fieldFacts(name);
  const own = new Set(cases.map(({ facts }) => facts.locks[setting]));
  const alike = prediction.cases.filter(({ facts }) => own.has(facts.locks[setting]));
  const all = circumstancesIn(prediction, name, cases);
  let best: { readonly words: Text; readonly size: number } | undefined;
  all.forEach((one, at) => {
    const rest = cases.filter((each) => !one.applies(each));
    const others = rest.length === 0 ? [one] : all.slice(at + 1).filter(({ about }) => about !== one.about);
    for (const other of others.filter(({ applies }) => rest.every(applies))) {
      const size = alike.filter((each) => one.applies(each) || other.applies(each)).length;
      const words = other === one ? one.words : text`${one.words}, or ${other.words}`;
      if (size < (best?.size ?? alike.length)) best = { words, size };
    }
  });
  return best?.words;
}

function circumstancesIn(prediction: Prediction, name: FieldName, cases: readonly Case[]): readonly Circumstance[] {
  const personal = assumesPersonal(prediction);
  const pairs = cases.flatMap(({ assumed }) => Object.entries(assumed)) as [Fact, Condition[Fact]][];
  const facts = [...new Map(pairs.map((pair) => [String(pair), pair])).values()];
  const ofFacts = facts.flatMap(([fact, value]) => {
    const words = isOwn(fact, name) ? undefined : conditionText({ [fact]: value }, personal);
    return words ? [{ words, about: aboutOf(fact), applies: ({ assumed }: Case) => assumed[fact] === value }] : [];
  });
  const isOpen = (setting: Inherited) => facts.some(([fact]) => fact === `enabled.${setting}`);
  const ofSettings = inherited.filter((setting) => isOpen(setting) && !isOwn(`enabled.${setting}`, name));
  return [
    ...ofSettings.map((setting) => ({
      words: setting === 'passcode' && personal ? personalPasscodesOff : settingOff[setting],
      about: setting,
      applies: (each: Case) => isOff(setting, each),
    })),
    ...ofFacts,
  ];
}

function aboutOf(fact: Fact): string {
  return settings.find((each) => isOf(fact, each)) ?? fact;
}

const inherited: readonly Inherited[] = ['waitingRoom', 'passcode'];

const settingOff: Readonly<Record<Inherited, Text>> = {
  waitingRoom: text`the account has the Waiting Room off`,
  passcode: text`the account has passcodes off`,
};
const personalPasscodesOff = text`the account has passcodes for personal meeting IDs off`;

/** Locked off, or off without a lock where that counts. */
function isOff(setting: Inherited, { facts: { rules, locks, enabled } }: Case): boolean {
  const lock = locks[setting];
  return lock === 'disabled-locked' || (lock === 'unlocked' && rules === '2025-03-24' && !enabled[setting]);
}
