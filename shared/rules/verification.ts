import { type Fit, fitOf, predictedIn } from '../engine/verification.ts';
import type { JsonDocument } from '../json/parse.ts';
import type { Seen } from '../model/response.ts';
import { type FieldName, fields, type Held, type Operation, type RuleSet, ruleSets } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import { requestContext, type Surroundings } from './context.ts';
import type { RequestContext } from './rule.ts';

/** A request, and how Zoom's response to it fits each of the rule sets. */
export interface Verification {
  readonly request: RequestContext;
  readonly seen: Seen;
  /** One for each rule set; the same where these do not differ. */
  readonly fits: readonly Fit[];
}

/** Undefined for a body of which nothing is predicted, since it is broken. */
export function verificationOf(
  body: JsonDocument,
  operation: Operation,
  surroundings: Surroundings,
  seen: Seen,
): Verification | undefined {
  const request = requestContext(body, operation, surroundings);
  if (!request.body.isComplete) return undefined;
  const profile = request.profile && { ...request.profile, rules: undefined };
  const { prediction } = requestContext(body, operation, { ...surroundings, profile });
  return { request, seen, fits: ruleSets.flatMap((rules) => fitOf(rules, prediction, seen) ?? []) };
}

/** By the rules that apply to the request, as far as they are known, the best fit. */
export function bestFit({ request, fits }: Verification): Fit | undefined {
  const rules: readonly RuleSet[] = request.account.rules;
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
export function otherRulesFor({ request, fits }: Verification): RuleSet | undefined {
  const other = fits.find(({ rules, differing }) => differing.length === 0 && !request.account.rules.includes(rules));
  return other?.rules;
}

export interface VerifiedField {
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
