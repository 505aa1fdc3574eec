import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { decideOverwritten, finding } from './support/overwritten.ts';
import { requireAuthentication, writeStored } from './support/secureFixes.ts';

const code = 'authentication-overwritten';

/** `meeting_authentication` was sent and Zoom stores the opposite. */
export const authenticationOverwritten: RequestRule = {
  code,
  check(context) {
    const told = decideOverwritten(context, 'meeting_authentication');
    if (!told) return [];
    const sent = context.prediction.sent.meeting_authentication;
    const write = writeStored(context, ['meeting_authentication'], text`Write what Zoom will store: ${!sent}`);
    const complete = sent ? requireAuthentication(context) : undefined;
    return finding(
      code,
      context,
      'meeting_authentication',
      told,
      text`Zoom will store meeting_authentication as ${!sent}`,
      [complete, write],
    );
  },
};
