import { propertyAt } from '../json/lookup.ts';
import { ageOf } from '../model/age.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** Accounts change, and the profile does not follow. There is no fix: a new date would claim that it was checked. */
export const profileStale: ProfileRule = {
  code: 'profile-stale',
  severity: 'hint',
  summary: text`The lock profile was captured more than 90 days ago.`,
  check({ profile, today = '' }) {
    const age = ageOf(profile, today);
    if (!age?.stale) return [];
    const message = text`These settings were captured ${age.days} days ago; the account may have changed since.`;
    const span = propertyAt(profile.document.root, ['capturedAt'])?.value?.span ?? { start: 0, end: 1 };
    return [{ message, span, fixes: () => [] }];
  },
};
