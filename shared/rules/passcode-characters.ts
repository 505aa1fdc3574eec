import { agreedCharacters, isBlank, printableCharacters } from '../model/passcode.ts';
import { fieldSpan } from '../model/request.ts';
import { text } from '../text.ts';
import { passcodeOf, type RequestRule } from './rule.ts';
import { replacePasscode } from './support/secureFixes.ts';

/**
 * Zoom documents letters, digits and signs such as `! @ #` for a create, and only letters, digits and `@ - _ *` for an
 * update. What it does with others is not documented. A passcode of spaces is another finding.
 */
export const passcodeCharacters: RequestRule = {
  code: 'passcode-characters',
  severity: 'warning',
  summary: text`The passcode contains a character that Zoom does not document for it.`,
  check(context) {
    const passcode = passcodeOf(context) ?? '';
    const isCreate = context.prediction.operation === 'create';
    const documented = isCreate ? printableCharacters : agreedCharacters;
    const other = [...passcode].find((each) => !documented.test(each));
    if (other === undefined || isBlank(passcode)) return [];
    const character = JSON.stringify(other).replace(/[\p{Z}\p{C}]/u, inHex);
    const message = isCreate
      ? text`The passcode contains ${character}. Whether Zoom accepts characters beyond printable ASCII is not documented.`
      : text`The passcode contains ${character}. For an update, Zoom documents only letters, digits and @ - _ *.`;
    return [{ message, span: fieldSpan(context.body.fields.password), fixes: () => [replacePasscode] }];
  },
};

/** What is invisible, or looks like a space. */
function inHex(character: string): string {
  return character === ' ' ? character : `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`;
}
