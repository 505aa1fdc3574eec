import { isRequired, profileSpan } from '../model/profile.ts';
import { settings } from '../model/security.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-contradiction';

/** All three options off and locked while one of them must be on: no account is like that, and Zoom has no row for it. */
export const profileContradiction: ProfileRule = {
  code,
  check(profile) {
    const allOff = settings.every((each) => profile.locks[each].every((lock) => lock === 'disabled-locked'));
    if (!allOff || !isRequired(profile)) return [];
    const message =
      'All three options are off and locked, yet the account must have one on. Zoom has no rule for that: at least one of these locks is wrong.';
    return [{ code, severity: 'error', message, span: profileSpan(profile, 'waitingRoom'), fixes: [] }];
  },
};
