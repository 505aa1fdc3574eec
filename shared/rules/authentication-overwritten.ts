import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { decideOverwritten, observation } from './support/overwritten.ts';
import { requireAuthentication, writeStored } from './support/secureFixes.ts';

/** `meeting_authentication` was sent and Zoom stores the opposite. */
export const authenticationOverwritten: RequestRule = {
  code: 'authentication-overwritten',
  severity: 'warning',
  summary: text`Zoom stores the opposite of the meeting_authentication that the request sends.`,
  check(context) {
    const verdict = decideOverwritten(context, 'meeting_authentication');
    if (!verdict) return [];
    const sent = context.prediction.sent.meeting_authentication;
    const fixes = () => [
      sent ? requireAuthentication(context) : undefined,
      writeStored(
        context,
        ['meeting_authentication'],
        text`Write ${'meeting_authentication'}: ${!sent}, as Zoom will store it`,
      ),
    ];
    const clause = text`Zoom will store meeting_authentication as ${!sent}`;
    return [observation(context, 'meeting_authentication', verdict, clause, fixes)];
  },
};
