import type { Fix } from '../finding.ts';
import { isAccepted, type PasscodeRequirement } from '../model/passcode.ts';
import type { Profile } from '../model/profile.ts';
import { type Field, fieldSpan, type RequestBody, rootProblem, settingsProblem } from '../model/request.ts';
import { type Text, text } from '../text.ts';
import type { Observation, Rule } from './rule.ts';
import { replacePasscode } from './support/secureFixes.ts';

/** A value of a JSON type that Zoom does not take there. It counts as not given. */
export const fieldType: Rule<{ readonly body: RequestBody; readonly profile?: Profile | undefined }> = {
  code: 'field-type',
  severity: 'error',
  summary: text`The body, its settings or a security field has the wrong JSON type.`,
  check({ body, profile }) {
    const whole = rootProblem(body) ?? settingsProblem(body);
    if (whole) return [{ ...whole, fixes: () => [] }];
    return Object.values(body.fields)
      .filter(({ state }) => state === 'mistyped')
      .map((field) => observationFor(field, profile?.passcodeRequirement ?? {}));
  },
};

function observationFor(field: Field, requirement: PasscodeRequirement): Observation {
  return {
    message: messageFor(field),
    span: fieldSpan(field),
    fixes: () => [fixFor(field, requirement)],
  };
}

function messageFor({ facts: { name, type }, property }: Field): Text {
  if (type === 'string') return text`${name} must be a string in double quotes.`;
  return property?.value?.type === 'string'
    ? text`${name} must be true or false, without quotes.`
    : text`${name} must be true or false.`;
}

/** What was meant, where that is clear; otherwise the field is removed. */
function fixFor(field: Field, requirement: PasscodeRequirement): Fix {
  const { path, type, name } = field.facts;
  const value = field.property?.value;
  const literal = value && 'value' in value ? value.value : undefined;
  const meant = type === 'boolean' ? booleanMeant(literal) : textMeant(literal);
  if (name === 'password' && !(typeof meant === 'string' && isAccepted(meant, requirement))) return replacePasscode;
  if (meant === undefined) return { title: text`Remove the field`, changes: [{ op: 'remove', path }], preferred: true };
  const title = name === 'password' ? text`Put the passcode in quotes` : text`Write ${JSON.stringify(meant)}`;
  return { title, changes: [{ op: 'set', path, value: meant }], preferred: true };
}

function booleanMeant(literal: unknown): boolean | undefined {
  const words: Record<string, boolean> = { true: true, false: false, '1': true, '0': false };
  const word = String(literal).trim().toLowerCase();
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** The digits of a number, as long as JSON has not already lost some of them. */
function textMeant(literal: unknown): string | undefined {
  return typeof literal === 'number' && Number.isSafeInteger(literal) && literal >= 0 ? String(literal) : undefined;
}
