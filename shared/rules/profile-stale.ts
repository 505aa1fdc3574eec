import { propertyAt } from '../json/lookup.ts';
import { ageOf } from '../model/age.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-stale';

/** Accounts change, and nothing tells the profile. There is no fix: a new date would claim that somebody has looked. */
export const profileStale: ProfileRule = {
  code,
  check({ profile, today = '' }) {
    const age = ageOf(profile, today);
    if (!age?.stale) return [];
    const message = text`These settings were captured ${age.days} days ago; the account may have changed since.`;
    const span = propertyAt(profile.document.root, ['capturedAt'])?.value?.span ?? { start: 0, end: 1 };
    return [{ code, severity: 'hint', message, span, fixes: [] }];
  },
};
