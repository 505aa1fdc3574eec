import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { decideAdded, finding } from './support/overwritten.ts';
import { writeStored } from './support/secureFixes.ts';

const code = 'authentication-added';

/** `meeting_authentication` was not sent and Zoom turns it on. */
export const authenticationAdded: RequestRule = {
  code,
  check(context) {
    const told = decideAdded(context, 'meeting_authentication');
    if (!told) return [];
    const write = writeStored(context, ['meeting_authentication'], text`Write what Zoom will store: ${true}`);
    return finding(code, context, 'meeting_authentication', told, text`Zoom will require authentication`, [write]);
  },
};
