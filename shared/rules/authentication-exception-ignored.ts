import { authenticationException } from './dependents.ts';
import { findingWithout } from './ignored.ts';
import type { RequestRule } from './rule.ts';

const code = 'authentication-exception-ignored';

/** `authentication_exception` says who need not sign in, and nobody has to. */
export const authenticationExceptionIgnored: RequestRule = {
  code,
  check: (context) => findingWithout(code, context, authenticationException),
};
