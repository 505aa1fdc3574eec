import { agreedCharacters, isBlank, printableCharacters } from '../model/passcode.ts';
import { fieldSpan } from '../model/request.ts';
import { text } from '../text.ts';
import { passcodeOf, type RequestRule } from './rule.ts';
import { replacePasscode } from './support/secureFixes.ts';

/**
 * Zoom's texts agree on letters, digits and `@ - _ *`; some also allow other printable characters, none allows more. A
 * passcode of spaces is another finding.
 */
export const passcodeCharacters: RequestRule = {
  code: 'passcode-characters',
  severity: 'error',
  mildSeverity: 'warning',
  summary: text`The passcode contains characters other than letters, digits and @ - _ *.`,
  check(context) {
    const passcode = passcodeOf(context) ?? '';
    if (agreedCharacters.test(passcode) || isBlank(passcode)) return [];
    const mild = printableCharacters.test(passcode);
    const message = mild
      ? text`Only letters, digits and @ - _ * are safe in a passcode: Zoom's documentation disagrees about others.`
      : text`A passcode can hold only letters, digits and @ - _ *. Zoom refuses the request.`;
    return [{ message, mild, span: fieldSpan(context.body.fields.password), fixes: () => [replacePasscode] }];
  },
};
