import type { RequestRule } from './rule.ts';
import { authenticationException } from './support/dependents.ts';
import { findingWithout } from './support/ignored.ts';

const code = 'authentication-exception-ignored';

/** `authentication_exception` says who need not sign in, and nobody has to. */
export const authenticationExceptionIgnored: RequestRule = {
  code,
  check: (context) => findingWithout(code, context, authenticationException),
};
