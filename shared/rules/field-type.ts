import type { Prediction } from '../engine/predict.ts';
import type { Fix } from '../finding.ts';
import { isAccepted, type PasscodeRequirement } from '../model/passcode.ts';
import type { Profile } from '../model/profile.ts';
import { type MistypedField, type RequestBody, rootProblem, settingsProblem } from '../model/request.ts';
import { mayUnsecure, type Operation } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import type { Rule } from './rule.ts';
import { replacePasscode } from './support/secureFixes.ts';

/** A request, or a meeting file, of which there is no prediction. */
interface CheckedBody {
  readonly body: RequestBody;
  readonly profile?: Profile | undefined;
  readonly prediction?: Pick<Prediction, 'operation'>;
}

/** A value of a JSON type that Zoom does not document there. Whether Zoom takes it is not known, so that it is open. */
export const fieldType: Rule<CheckedBody> = {
  code: 'field-type',
  severity: 'warning',
  summary: text`A value has a JSON type that Zoom does not document there.`,
  check({ body, profile, prediction }) {
    const whole = rootProblem(body) ?? settingsProblem(body);
    if (whole) return [{ ...whole, fixes: () => [] }];
    // An update has no such field, which is another finding.
    const isOther = ({ name }: MistypedField) => name === 'default_password' && prediction?.operation === 'update';
    return body.mistyped
      .filter((field) => !isOther(field))
      .map((field) => ({
        message: messageFor(field),
        span: field.value.span,
        fixes: () => fixesFor(field, profile?.passcodeRequirement ?? {}, prediction?.operation),
      }));
  },
};

function messageFor({ name, type }: MistypedField): Text {
  switch (type) {
    case 'boolean':
      return text`${name}: Zoom documents a boolean. Whether it accepts anything else is not documented.`;
    case 'string':
      return text`${name}: Zoom documents a string. Whether it accepts anything else is not documented.`;
    default:
      return text`${name}: Zoom documents a number. Whether it accepts anything else is not documented.`;
  }
}

/** Nothing where the value can be read in several ways, or in none. */
function fixesFor(
  { name, path, type, value }: MistypedField,
  requirement: PasscodeRequirement,
  operation: Operation | undefined,
): readonly Fix[] {
  // Of words, none is meant by a number.
  const isWord = name === 'encryption_type';
  const meant = isWord ? undefined : readings[type]('value' in value ? value.value : undefined);
  if (meant === undefined) return [];
  if (name === 'password' && !isAccepted(String(meant), requirement)) return [replacePasscode];
  const title = name === 'password' ? text`Put the passcode in quotes` : text`Write ${JSON.stringify(meant)}`;
  const keepsMeaning = operation !== undefined && !mayUnsecure(operation, name);
  return [{ title, changes: [{ op: 'set', path, value: meant }], preferred: true, keepsMeaning }];
}

/** The one value of the type that a literal of another type can be read as. */
const readings: Readonly<Record<MistypedField['type'], (literal: unknown) => boolean | string | number | undefined>> = {
  boolean(literal) {
    const word = String(literal).trim().toLowerCase();
    return ['true', '1'].includes(word) ? true : ['false', '0'].includes(word) ? false : undefined;
  },
  // The digits of a number, as long as JSON has not already lost some of them.
  string: (literal) => (Number.isSafeInteger(literal) && Number(literal) >= 0 ? String(literal) : undefined),
  number: (literal) => (typeof literal === 'string' && /^\s*\d{1,9}\s*$/.test(literal) ? Number(literal) : undefined),
};
