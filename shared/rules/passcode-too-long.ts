import { maxPasscodeLength } from '../model/passcode.ts';
import { fieldSpan } from '../model/request.ts';
import { text } from '../text.ts';
import { passcodeOf, type RequestRule } from './rule.ts';
import { replacePasscode } from './support/secureFixes.ts';

/** Zoom's limit for both operations. */
export const passcodeTooLong: RequestRule = {
  code: 'passcode-too-long',
  severity: 'error',
  summary: text`The passcode is longer than 10 characters.`,
  check(context) {
    const length = [...(passcodeOf(context) ?? '')].length;
    if (length <= maxPasscodeLength) return [];
    const message = text`Zoom allows at most ${maxPasscodeLength} characters in a passcode; this one has ${length}.`;
    return [{ message, span: fieldSpan(context.body.fields.password), fixes: () => [replacePasscode] }];
  },
};
