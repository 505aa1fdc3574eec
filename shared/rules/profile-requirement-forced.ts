import { canTurnRequirementOff } from '../model/plan.ts';
import { profileSpan } from '../model/profile.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-requirement-forced';

/** The plan does not let the account turn the requirement off, so it is read as on. */
export const profileRequirementForced: ProfileRule = {
  code,
  check({ profile }) {
    if (profile.requirementEnabled !== false || canTurnRequirementOff(profile.account) !== false) return [];
    const message = `${planText(profile.account)} cannot turn this requirement off; it is read as on.`;
    const path = ['requireSecurityOption', 'enabled'];
    const fix = { title: 'Write true', changes: [{ op: 'set' as const, path, value: true }], preferred: true };
    return [{ code, severity: 'error', message, span: profileSpan(profile, ...path), fixes: [fix] }];
  },
};

function planText({ plan, licenses }: { plan: string | undefined; licenses: number | undefined }): string {
  if (licenses === 1) return 'An account with a single licence';
  return plan === 'business' ? 'A Business account with up to 100 licences' : `A ${plan} account`;
}
