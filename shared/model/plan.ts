/** Zoom's plans, as a profile names them. */
export const plans = ['basic', 'pro', 'business', 'enterprise', 'education', 'api', 'trial'] as const;
export type Plan = (typeof plans)[number];

export interface Account {
  readonly plan: Plan | undefined;
  readonly licenses: number | undefined;
}

/** By Zoom's reference, a free account and one with a single license always have passcodes on, and cannot change that. */
export function alwaysHasPasscodes({ plan, licenses }: Account): boolean {
  return plan === 'basic' || licenses === 1;
}

/**
 * Whether the account can turn off the requirement of one security option. Single-license accounts, free and trial
 * accounts, Pro, and Business with up to 100 licenses cannot; Enterprise, API, Education and larger Business accounts
 * can. Undefined where the profile does not say enough.
 */
export function canTurnRequirementOff({ plan, licenses }: Account): boolean | undefined {
  if (licenses === 1) return false;
  switch (plan) {
    case 'basic':
    case 'trial':
    case 'pro':
      return false;
    case 'business':
      return licenses === undefined ? undefined : licenses > 100;
    case undefined:
      return undefined;
    default:
      return true;
  }
}
