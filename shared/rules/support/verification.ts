/** A request and Zoom's response to it, compared with what is predicted. */

import type { Prediction } from '../../engine/predict.ts';
import { type Fit, predictedIn } from '../../engine/verification.ts';
import type { Profile } from '../../model/profile.ts';
import type { Seen } from '../../model/response.ts';
import { type FieldName, fields, type Held, type RuleSet } from '../../model/security.ts';
import { type Text, text } from '../../text.ts';

export interface Verification {
  readonly profile: Profile | undefined;
  /** The rule sets that may apply: one where the profile names it. */
  readonly rules: readonly RuleSet[];
  readonly prediction: Prediction;
  readonly seen: Seen;
  /** One for each rule set; the same case in both where these do not differ. */
  readonly fits: readonly Fit[];
}

/** By the rules that apply to the request, as far as they are known, the best fit. */
export function bestFit({ rules, fits }: Verification): Fit | undefined {
  return fits
    .filter((each) => rules.includes(each.rules))
    .reduce<Fit | undefined>((best, each) => (best && !isBetter(each, best) ? best : each), undefined);
}

function isBetter(a: Fit, b: Fit): boolean {
  return a.differing.length < b.differing.length;
}

/** Whether the response is as predicted, by the rules that apply. */
export function isAsPredicted(verification: Verification): boolean {
  return bestFit(verification)?.differing.length === 0;
}

/** The rule set that agrees with the response, where the one that the lock profile names does not. */
export function otherRulesFor({ rules, fits }: Verification): RuleSet | undefined {
  return fits.find((each) => each.differing.length === 0 && !rules.includes(each.rules))?.rules;
}

interface VerifiedField {
  readonly name: FieldName;
  readonly predicted: boolean | Held | undefined;
  readonly seen: boolean | Held | undefined;
  /** Undefined where the response does not show the field. */
  readonly agrees: boolean | undefined;
}

/** Field by field, by the rules that apply, or else by the given ones. */
export function verifiedFields(verification: Verification, fit = bestFit(verification)): readonly VerifiedField[] {
  return fields.map(({ name }) => ({
    name,
    predicted: fit && predictedIn(name, fit.closest),
    seen: verification.seen[name],
    agrees: verification.seen[name] === undefined ? undefined : !fit?.differing.includes(name),
  }));
}

/** A value as it is shown; of a passcode, only whether there is one. */
export function valueText(name: FieldName, value: boolean | Held | undefined): string | Text {
  if (value === undefined) return '–';
  if (typeof value === 'boolean') return String(value);
  if (!value.set) return text`not set`;
  return name === 'password' ? text`set` : (value.value ?? text`set`);
}
