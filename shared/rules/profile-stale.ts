import { propertyAt } from '../json/lookup.ts';
import { readDate } from '../model/day.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-stale';
const daysFresh = 90;

/** Accounts change, and nothing tells the profile. There is no fix: a new date would claim that somebody has looked. */
export const profileStale: ProfileRule = {
  code,
  check({ profile, today = '' }) {
    const captured = readDate(profile.capturedAt ?? '');
    const now = readDate(today);
    if (captured === undefined || now === undefined || now - captured <= daysFresh) return [];
    const message = text`These settings were captured ${now - captured} days ago; the account may have changed since.`;
    const span = propertyAt(profile.document.root, ['capturedAt'])?.value?.span ?? { start: 0, end: 1 };
    return [{ code, severity: 'hint', message, span, fixes: [] }];
  },
};
