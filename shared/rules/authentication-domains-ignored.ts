import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';
import { authenticationDomains } from './support/dependents.ts';
import { observeWithout } from './support/ignored.ts';

/** `authentication_domains` limits who may sign in, and no sign-in is required. */
export const authenticationDomainsIgnored: RequestRule = {
  code: 'authentication-domains-ignored',
  severity: 'warning',
  summary: text`The request limits sign-in to some domains, but authentication will be off.`,
  check: (context) => observeWithout(context, authenticationDomains),
};
