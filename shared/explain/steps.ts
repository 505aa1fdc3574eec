/** How the law arrives at an outcome, step by step and in words, taken from its intermediate results. */

import { mergeCases } from '../engine/cases.ts';
import type { Basis } from '../engine/documented.ts';
import type { Condition } from '../engine/facts.ts';
import { rowsApply, seemsToTurnAllOff } from '../engine/law.ts';
import { isOther } from '../engine/outcome.ts';
import { assumesPersonal, type Case, type Prediction } from '../engine/predict.ts';
import type { FieldName } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import { conditionText } from './conditions.ts';
import { reasonFor, sourceOf, storedText } from './reasons.ts';
import { dependence } from './table.ts';

/** A condition on the unknown facts, and the result under it. The conditions of all ways cover every case. */
export interface Way<T> {
  /** "If the meeting has a passcode"; undefined: always. */
  readonly when: Text | undefined;
  readonly result: T;
}

/** locks: after the locks. security: Zoom steps in, since nothing secures the meeting. option: the authentication option that is used. */
export interface Step {
  readonly step: 'locks' | 'security' | 'option';
  /** The field after the step: a value as it is, or words. */
  readonly value: string | Text;
  readonly reason: Text;
}

export interface Reasoning {
  /** The steps that concern the field; at least one. */
  readonly steps: readonly Step[];
  readonly stored: string | Text;
  readonly basis: Basis;
  /** The URL of the page behind an outcome that is not in Zoom's tables. */
  readonly source: string | undefined;
}

/** How the field gets its value. Undefined where there are too many ways to be of use. */
export function reasoningOf(prediction: Prediction, name: FieldName): readonly Way<Reasoning>[] | undefined {
  return waysOf(prediction, (each) => ({
    steps: stepsOf(name, each),
    stored: storedText(name, each),
    basis: each.outcome[name].basis,
    source: sourceOf(name, each),
  }));
}

function stepsOf(name: FieldName, each: Case): readonly Step[] {
  const { clamped, secured, outcome, sent, facts, intervention } = each;
  const stages = [
    { step: 'locks', stage: { outcome: clamped, sent, facts, intervention: 'none' } },
    { step: 'security', stage: { outcome: secured, sent, facts, intervention } },
    { step: 'option', stage: { outcome, sent, facts, intervention } },
  ] as const;
  const first = name !== 'authentication_option' || clamped[name].set ? 0 : secured[name].set ? 1 : 2;
  return stages.flatMap(({ step, stage }, at) => {
    const before = stages[at - 1]?.stage.outcome;
    if (at < first || (at > first && before && !isOther(before[name], stage.outcome[name]))) return [];
    return [{ step, value: storedText(name, stage), reason: reasonFor(name, stage) }];
  });
}

/** Whether Zoom steps in after the locks, and what it does. */
export function interventionOf(prediction: Prediction): readonly Way<Text>[] {
  const ways = waysOf(prediction, interventionText);
  if (ways) return ways;
  const depends = dependence(merged(prediction, interventionText).map(({ when }) => when));
  return [{ when: undefined, result: text`Unknown: whether Zoom's fallback applies (${depends}).` }];
}

function interventionText({ sent, intervention, secured, facts }: Case): Text {
  if (!facts.required) return text`The account does not require a security option. Nothing more happens.`;
  if (!rowsApply(facts)) return text`All three options are locked off. Zoom has no scenario for that.`;
  if (intervention === 'none') return text`After locks and request at least one option is on. Nothing more happens.`;
  if (intervention === 'restored')
    return seemsToTurnAllOff(sent, facts)
      ? text`The request turns the other options off and sends no passcode: Zoom probably keeps the meeting's settings.`
      : text`The request would leave no security option on: Zoom keeps the meeting's settings.`;
  if (secured.waiting_room.value) return text`After locks and request no option is on: Zoom turns the Waiting Room on.`;
  return secured.password.set
    ? text`After locks and request no option is on: Zoom makes sure there is a passcode.`
    : text`After locks and request no option is on: Zoom requires authentication.`;
}

function merged<T>({ cases }: Prediction, result: (each: Case) => T) {
  return mergeCases(cases.map((each) => ({ facts: each.assumed, result: result(each) })));
}

/** More ways, more conditions per way, or more facts per condition are of no use to a reader. */
const mostWays = 4;
const mostConditions = 2;
const mostFacts = 5;

interface Conditional {
  readonly when: Condition;
}

/** Merges cases with equal results. The way with the most conditions comes last and may be "otherwise". */
function waysOf<T>(prediction: Prediction, result: (each: Case) => T): readonly Way<T>[] | undefined {
  const all = merged(prediction, result).map((each) => ({ ...each, mark: JSON.stringify(each.result) }));
  const marks = [...new Set(all.map(({ mark }) => mark))];
  const ways = marks.map((mark) => all.filter((each) => each.mark === mark)).sort((a, b) => factsIn(a) - factsIn(b));
  if (ways.length > mostWays || ways.slice(0, -1).some(isTooMuch)) return undefined;
  return ways.flatMap((each) =>
    each.slice(0, 1).map((first) => ({ when: whenText(each, assumesPersonal(prediction)), result: first.result })),
  );
}

function factsIn(conditions: readonly Conditional[]): number {
  return conditions.reduce((sum, { when }) => sum + Object.keys(when).length, 0);
}

function isTooMuch(conditions: readonly Conditional[]): boolean {
  return conditions.length > mostConditions || factsIn(conditions) > mostFacts;
}

function whenText(conditions: readonly Conditional[], personal: boolean): Text | undefined {
  if (isTooMuch(conditions)) return text`Otherwise`;
  const [first, second] = conditions.map(({ when }) => conditionText(when, personal));
  if (first && second) return text`If ${first}, or if ${second}`;
  return first ? text`If ${first}` : undefined;
}
