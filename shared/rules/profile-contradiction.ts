import type { Fix } from '../finding.ts';
import { isRequired, profileSpan } from '../model/profile.ts';
import { type Setting, settings } from '../model/security.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** All three options off and locked while one of them must be on: no account is like that, and Zoom has no row for it. */
export const profileContradiction: ProfileRule = {
  code: 'profile-contradiction',
  severity: 'error',
  summary: text`All three options are locked off, although the account must have one on.`,
  check({ profile }) {
    const allOff = settings.every((each) => profile.settings[each].locks.every((lock) => lock === 'disabled-locked'));
    if (!allOff || !isRequired(profile)) return [];
    const message = text`All three options are off and locked, but the account must have one on. Zoom has no rule for that: at least one of these locks is wrong.`;
    const fixes = () => settings.map(leaveOpen);
    return [{ message, span: profileSpan(profile, 'waitingRoom'), fixes }];
  },
};

/** None is preferred, since it is unknown which lock is wrong; and none writes that it is unlocked, which may be wrong, too. */
function leaveOpen(setting: Setting): Fix {
  return { title: text`Remove "locked" from ${setting}`, changes: [{ op: 'remove', path: [setting, 'locked'] }] };
}
