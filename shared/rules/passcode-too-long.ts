import { maxPasscodeLength } from '../model/passcode.ts';
import { fieldSpan } from '../model/request.ts';
import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { replacePasscode } from './securing.ts';

const code = 'passcode-too-long';

/** Zoom's limit for both operations. */
export const passcodeTooLong: RequestRule = {
  code,
  check({ body }) {
    const length = [...(body.sent.password ?? '')].length;
    if (length <= maxPasscodeLength) return [];
    const message = text`A passcode has at most ${maxPasscodeLength} characters; this one has ${length}. Zoom refuses the request.`;
    return [{ code, severity: 'error', message, span: fieldSpan(body.fields.password), fixes: [replacePasscode] }];
  },
};
