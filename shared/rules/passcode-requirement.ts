import { unmetRequirements } from '../model/passcode.ts';
import { fieldSpan } from '../model/request.ts';
import { listed, text } from '../text.ts';
import { passcodeOf, type RequestRule } from './rule.ts';
import { replacePasscode } from './support/secureFixes.ts';

/** The account's own rules for passcodes, as the profile states them. */
export const passcodeRequirement: RequestRule = {
  code: 'passcode-requirement',
  severity: 'error',
  summary: text`The passcode breaks the account's own rules for passcodes.`,
  check(context) {
    const { body, profile } = context;
    const passcode = passcodeOf(context);
    const needs = passcode && profile ? unmetRequirements(passcode, profile.passcodeRequirement) : [];
    if (needs.length === 0) return [];
    const message = text`Zoom refuses the request: passcodes of this account must have ${listed(needs)}.`;
    return [{ message, span: fieldSpan(body.fields.password), fixes: () => [replacePasscode] }];
  },
};
