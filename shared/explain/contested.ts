/** How to report that a field is stored in one way by Zoom's tables and in another by its current API reference. */

import { mergeCases } from '../engine/cases.ts';
import type { Case, Prediction } from '../engine/predict.ts';
import { type FieldName, type RuleSet, ruleSets } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import { dependence } from './table.ts';

/** By rule set, what it says of the field instead of what is reported; undefined where that is true by it. */
export type Contested = Readonly<Record<RuleSet, Text | undefined>>;

/** Undefined where `test` is not certain by either rule set. */
export function contestedOn(
  { cases }: Prediction,
  name: FieldName,
  test: (each: Case) => boolean,
): Contested | undefined {
  const [tables, reference] = ruleSets.map((rules) => {
    const own = cases.filter(({ facts }) => facts.rules === rules);
    return own.every(test) ? undefined : stateText(name, own);
  });
  return tables && reference ? undefined : { '2020-12-20': tables, '2025-03-24': reference };
}

/** "By Zoom's tables of December 2020, Zoom will turn the Waiting Room on; by its current API reference, …" */
export function contestedSentence(contested: Contested, clause: Text): Text {
  const [tables, reference] = ruleSets.map((rules) => contested[rules] ?? clause);
  return text`By Zoom's tables of December 2020, ${tables ?? clause}; by its current API reference, ${reference ?? clause}.`;
}

function stateText(name: FieldName, cases: readonly Case[]): Text {
  const isOn = ({ outcome }: Case) => (name === 'waiting_room' ? outcome[name].value : outcome.password.set);
  const ways = mergeCases(cases.map((each) => ({ facts: each.assumed, result: isOn(each) })));
  const [only, second] = ways;
  if (second) return dependence(ways.map(({ when }) => when));
  if (name === 'waiting_room') return only?.result ? text`the Waiting Room is on` : text`the Waiting Room is off`;
  return only?.result ? text`there is a passcode` : text`there is no passcode`;
}
