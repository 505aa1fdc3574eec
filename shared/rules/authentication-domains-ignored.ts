import type { RequestRule } from './rule.ts';
import { authenticationDomains } from './support/dependents.ts';
import { findingWithout } from './support/ignored.ts';

const code = 'authentication-domains-ignored';

/** `authentication_domains` says whose accounts may join, and nobody has to sign in. */
export const authenticationDomainsIgnored: RequestRule = {
  code,
  check: (context) => findingWithout(code, context, authenticationDomains),
};
