import type { Fix } from '../finding.ts';
import { type AccountSetting, isLeftOut, type Profile, profileSpan } from '../model/profile.ts';
import { settings } from '../model/security.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** Locked, and unknown whether on or off: little can be predicted from that. */
export const profileLockedWithoutValue: ProfileRule = {
  code: 'profile-locked-without-value',
  severity: 'warning',
  summary: text`A setting is locked, but the profile does not say whether it is on or off.`,
  check({ profile }) {
    return lockedIn(profile)
      .filter((path) => isLeftOut(profile, ...path, 'enabled'))
      .map((path) => ({
        message: text`${path.join('.')}: "enabled" is missing. The lens checks both cases and reports only what is true in both.`,
        span: profileSpan(profile, ...path, 'locked'),
        fixes: () => [write(path, true), write(path, false)],
      }));
  },
};

function lockedIn({ settings: read, personalPasscode }: Profile): readonly (readonly string[])[] {
  const places = [
    ...settings.map((each) => ({ path: [each], ...read[each] })),
    { path: ['personalMeetingId', 'passcode'], ...personalPasscode },
  ];
  const isOpen = ({ locks, enabled }: AccountSetting) => !locks.includes('unlocked') && enabled === undefined;
  return places.filter(isOpen).map(({ path }) => path);
}

/** None is preferred: only the account knows. */
function write(setting: readonly string[], value: boolean): Fix {
  return { title: text`Write enabled: ${value}`, changes: [{ op: 'set', path: [...setting, 'enabled'], value }] };
}
