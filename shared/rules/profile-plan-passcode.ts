import { literalAt } from '../json/lookup.ts';
import { alwaysHasPasscodes } from '../model/plan.ts';
import { type Profile, profileSpan } from '../model/profile.ts';
import { type Text, text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** The account's plan keeps passcodes on, and the profile says that they are off, or can be turned off. */
export const profilePlanPasscode: ProfileRule = {
  code: 'profile-plan-passcode',
  severity: 'warning',
  summary: text`The profile says that passcodes are off or not locked, which the account's plan does not allow.`,
  check({ profile }) {
    if (!alwaysHasPasscodes(profile.account)) return [];
    const { root } = profile.document;
    const wrong = ['enabled', 'locked'].find((key) => literalAt(root, 'passcode', key) === false);
    if (!wrong) return [];
    const span = profileSpan(profile, 'passcode', wrong);
    return [{ message: messageFor(profile.account), span, fixes: () => [fix] }];
  },
};

const fix = {
  title: text`Write that passcodes are on and locked`,
  changes: ['enabled', 'locked'].map((key) => ({ op: 'set' as const, path: ['passcode', key], value: true })),
  preferred: true,
};

function messageFor({ licenses }: Profile['account']): Text {
  return licenses === 1
    ? text`An account with a single license always has passcodes on: the lens treats them as on and locked.`
    : text`A Basic account always has passcodes on: the lens treats them as on and locked.`;
}
