import { type Fit, predictedIn } from '../engine/verification.ts';
import { bodySpan, fieldSpan, type RequestBody } from '../model/request.ts';
import type { FieldName, RuleSet } from '../model/security.ts';
import { joined, type Text, text } from '../text.ts';
import type { AnsweredRequest, ResponseRule } from './rule.ts';
import { bestFit, otherRulesFor, type Verification, valueText } from './support/verification.ts';

/** Zoom stored something else than was predicted: the lock profile is not the account's, or our reading of Zoom is wrong. */
export const predictionMismatch: ResponseRule = {
  code: 'prediction-mismatch',
  severity: 'warning',
  summary: text`A saved response of Zoom differs from the prediction.`,
  check(response) {
    const fit = bestFit(response.verification);
    return (fit?.differing ?? []).map((name) => ({
      message: joined([difference(name, response, fit as Fit), advice(response.verification)], ' '),
      span: spanIn(response.body, name),
      fixes: () => [],
    }));
  },
};

function difference(name: FieldName, { verification: { seen } }: AnsweredRequest, { closest }: Fit): Text {
  const predicted = valueText(name, predictedIn(name, closest));
  return text`${name}: ${valueText(name, seen[name])} in Zoom's response, but ${predicted} in the prediction.`;
}

/** By the rules' names in texts: "Zoom's tables of December 2020 agree …". */
const otherRules: Readonly<Record<RuleSet, Text>> = {
  '2020-12-20': text`Zoom's tables of December 2020 agree with the response: check "rules" in the lock profile.`,
  '2025-03-24': text`Zoom's current API reference agrees with the response: check "rules" in the lock profile.`,
};

function advice(verification: Verification): Text {
  const other = otherRulesFor(verification);
  if (other) return otherRules[other];
  const { profile } = verification;
  if (!profile) return text`Check that this is the response to this request, as it is now.`;
  const { capturedAt } = profile;
  return capturedAt === undefined
    ? text`Check the lock profile: its age, its "rules", and whether the host is in a group with other locks. Or the request has changed since.`
    : text`Check the lock profile: its age (captured on ${capturedAt}), its "rules", and whether the host is in a group with other locks. Or the request has changed since.`;
}

/** The value in the response; where it is not there, what the response begins with. */
function spanIn(body: RequestBody, name: FieldName) {
  const field = body.fields[name];
  return field.property ? fieldSpan(field) : bodySpan(body);
}
