import { canTurnRequirementOff } from '../model/plan.ts';
import { type Profile, profileSpan } from '../model/profile.ts';
import { type Text, text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** The plan does not let the account turn the requirement off, so it counts as on. */
export const profileRequirementForced: ProfileRule = {
  code: 'profile-requirement-forced',
  severity: 'error',
  summary: text`The profile turns the security requirement off, which the account's plan does not allow.`,
  check({ profile }) {
    if (profile.requirementEnabled !== false || canTurnRequirementOff(profile.account) !== false) return [];
    const message = messageFor(profile.account);
    const path = ['requireSecurityOption', 'enabled'];
    const fix = { title: text`Write ${true}`, changes: [{ op: 'set' as const, path, value: true }], preferred: true };
    return [{ message, span: profileSpan(profile, ...path), fixes: () => [fix] }];
  },
};

function messageFor({ plan, licenses }: Profile['account']): Text {
  if (licenses === 1)
    return text`An account with a single license cannot turn this requirement off; the lens treats it as on.`;
  switch (plan) {
    case 'business':
      return text`A Business account with up to 100 licenses cannot turn this requirement off; the lens treats it as on.`;
    case 'pro':
      return text`A Pro account cannot turn this requirement off; the lens treats it as on.`;
    default:
      return text`A Basic or trial account cannot turn this requirement off; the lens treats it as on.`;
  }
}
