import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-syntax';

/** A broken profile says nothing: requests are predicted as if there were none. */
export const profileSyntax: ProfileRule = {
  code,
  check({ profile: { document } }) {
    const [first] = document.errors;
    if (!first) return [];
    const message = text`${first.message} Until this is mended, requests are checked as if there were no lock profile.`;
    return [{ code, severity: 'error', message, span: first.span, fixes: [] }];
  },
};
