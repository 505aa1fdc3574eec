import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { authenticationException } from './support/dependents.ts';
import { observeWithout } from './support/ignored.ts';

/** `authentication_exception` exempts people from signing in, and no sign-in is required. */
export const authenticationExceptionIgnored: RequestRule = {
  code: 'authentication-exception-ignored',
  severity: 'warning',
  summary: text`The request exempts people from signing in, but authentication will be off.`,
  check: (context) => observeWithout(context, authenticationException),
};
