import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** A broken profile is not read: requests are predicted as if there were none. */
export const profileSyntax: ProfileRule = {
  code: 'profile-syntax',
  severity: 'error',
  summary: text`The lock profile is not valid JSON, so requests are checked without it.`,
  check({ profile: { document } }) {
    const [first] = document.errors;
    if (!first) return [];
    const message = text`${first.message} Until this is fixed, requests are checked as if there were no lock profile.`;
    return [{ message, span: first.span, fixes: () => [] }];
  },
};
