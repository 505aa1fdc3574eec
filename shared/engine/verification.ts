/** Zoom's response compared with the prediction. */
import type { Seen } from '../model/response.ts';
import { type FieldName, fields, type Held, type RuleSet } from '../model/security.ts';
import { type Case, isOpen, type Prediction } from './predict.ts';

/** How a response fits what is predicted by one rule set. */
export interface Fit {
  readonly rules: RuleSet;
  /** Of the cases that are possible by these rules, the one that agrees with the response in the most fields. */
  readonly closest: Case;
  /** The fields in which it does not; empty where the response is as predicted. */
  readonly differing: readonly FieldName[];
}

/** `prediction` is made without knowing which rules apply. */
export function fitOf(rules: RuleSet, prediction: Prediction, seen: Seen): Fit | undefined {
  const possible = prediction.cases.filter(({ assumed }) => assumed.rules === undefined || assumed.rules === rules);
  let best: Fit | undefined;
  for (const closest of possible) {
    const differing = differingFields(prediction, closest, seen);
    if (!best || differing.length < best.differing.length) best = { rules, closest, differing };
  }
  return best;
}

/** What is stored in a field by the prediction, as a response would show it; of a passcode, only whether there is one. */
export function predictedIn(name: FieldName, { outcome }: Case): boolean | Held {
  const stored = outcome[name];
  if (!('set' in stored)) return stored.value;
  const { set, value } = stored;
  return value === undefined || name === 'password' ? { set } : { set, value };
}

function differingFields(prediction: Prediction, possible: Case, seen: Seen): readonly FieldName[] {
  const names = fields.map(({ name }) => name);
  return names.filter((name) => {
    const shown = seen[name];
    return shown !== undefined && !agrees(shown, predictedIn(name, possible), isOpen(prediction, name));
  });
}

/** `isOpen`: the value in the request is filled in later, so that only whether there is one can be compared. */
function agrees(shown: boolean | Held, predicted: boolean | Held, isOpen: boolean): boolean {
  if (typeof shown === 'boolean' || typeof predicted === 'boolean') return shown === predicted;
  const isKnown = !isOpen && shown.value !== undefined && predicted.value !== undefined;
  return shown.set === predicted.set && (!isKnown || shown.value === predicted.value);
}
