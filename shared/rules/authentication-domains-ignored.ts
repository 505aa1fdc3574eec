import { authenticationDomains } from './dependents.ts';
import { findingWithout } from './ignored.ts';
import type { RequestRule } from './rule.ts';

const code = 'authentication-domains-ignored';

/** `authentication_domains` says whose accounts may join, and nobody has to sign in. */
export const authenticationDomainsIgnored: RequestRule = {
  code,
  check: (context) => findingWithout(code, context, authenticationDomains),
};
