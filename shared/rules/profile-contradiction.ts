import type { Fix } from '../finding.ts';
import { isRequired, profileSpan } from '../model/profile.ts';
import { type Setting, settings } from '../model/security.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-contradiction';

const names: Readonly<Record<Setting, string>> = {
  waitingRoom: 'the Waiting Room is locked',
  passcode: 'passcodes are locked',
  authentication: 'authentication is locked',
};

/** All three options off and locked while one of them must be on: no account is like that, and Zoom has no row for it. */
export const profileContradiction: ProfileRule = {
  code,
  check({ profile }) {
    const allOff = settings.every((each) => profile.locks[each].every((lock) => lock === 'disabled-locked'));
    if (!allOff || !isRequired(profile)) return [];
    const message =
      'All three options are off and locked, yet the account must have one on. Zoom has no rule for that: at least one of these locks is wrong.';
    const fixes = settings.map(leaveOpen);
    return [{ code, severity: 'error', message, span: profileSpan(profile, 'waitingRoom'), fixes }];
  },
};

/** None is preferred, since nobody knows which lock is wrong; and none says that it is unlocked, which may be wrong, too. */
function leaveOpen(setting: Setting): Fix {
  return { title: `Leave open whether ${names[setting]}`, changes: [{ op: 'remove', path: [setting, 'locked'] }] };
}
