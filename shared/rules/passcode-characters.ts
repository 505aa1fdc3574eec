import { agreedCharacters, isBlank, printableCharacters } from '../model/passcode.ts';
import { fieldSpan } from '../model/request.ts';
import { text } from '../text.ts';
import { passcodeOf, type RequestRule } from './rule.ts';
import { replacePasscode } from './support/secureFixes.ts';

const code = 'passcode-characters';

/**
 * Zoom's texts agree on letters, digits and `@ - _ *`; some of them allow other printable characters, none allows more. A
 * passcode of spaces is another finding.
 */
export const passcodeCharacters: RequestRule = {
  code,
  check(context) {
    const passcode = passcodeOf(context) ?? '';
    if (agreedCharacters.test(passcode) || isBlank(passcode)) return [];
    const printable = printableCharacters.test(passcode);
    const message = printable
      ? text`Only letters, digits and @ - _ * are safe in a passcode: Zoom's documentation disagrees about others.`
      : text`A passcode can hold only letters, digits and @ - _ *. Zoom refuses the request.`;
    const severity = printable ? 'warning' : 'error';
    return [{ code, severity, message, span: fieldSpan(context.body.fields.password), fixes: [replacePasscode] }];
  },
};
