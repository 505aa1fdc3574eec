import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { decideAdded, observation } from './support/overwritten.ts';
import { writeStored } from './support/secureFixes.ts';

/** `meeting_authentication` was not sent and Zoom turns it on. */
export const authenticationAdded: RequestRule = {
  code: 'authentication-added',
  severity: 'information',
  summary: text`The request does not mention meeting_authentication, and Zoom requires authentication.`,
  check(context) {
    const verdict = decideAdded(context, 'meeting_authentication');
    if (!verdict) return [];
    const title = text`Write ${'meeting_authentication'}: ${true}, as Zoom will store it`;
    const fixes = () => [writeStored(context, ['meeting_authentication'], title)];
    return [observation(context, 'meeting_authentication', verdict, text`Zoom will require authentication`, fixes)];
  },
};
