import type { Fix } from '../finding.ts';
import { propertyAt } from '../json/lookup.ts';
import { type Profile, profileSpan } from '../model/profile.ts';
import { type Setting, settings } from '../model/security.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-locked-without-value';

/** Locked, and nobody knows to what: half a fact, of which little can be predicted. */
export const profileLockedWithoutValue: ProfileRule = {
  code,
  check({ profile }) {
    return settings
      .filter((each) => !profile.settings[each].locks.includes('unlocked') && isUnsaid(profile, each))
      .map((each) => ({
        code,
        severity: 'warning',
        message: text`${each} is locked, but enabled is left out: both possibilities are worked out, and only what holds in both is reported.`,
        span: profileSpan(profile, each, 'locked'),
        fixes: [write(each, true), write(each, false)],
      }));
  },
};

/** An `enabled` of the wrong type has its own finding. */
function isUnsaid({ document }: Profile, setting: Setting): boolean {
  const value = propertyAt(document.root, [setting, 'enabled'])?.value;
  return !value || value.type === 'null';
}

/** None is preferred: only the account knows. */
function write(setting: Setting, value: boolean): Fix {
  return { title: text`Write enabled: ${value}`, changes: [{ op: 'set', path: [setting, 'enabled'], value }] };
}
