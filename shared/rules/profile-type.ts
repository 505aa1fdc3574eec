import { joined, text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** A part of the profile that has the wrong type counts as left out. Mild where no prediction rests on it. */
export const profileType: ProfileRule = {
  code: 'profile-type',
  severity: 'error',
  mildSeverity: 'warning',
  summary: text`A value in the lock profile has the wrong type or form and is treated as missing.`,
  check: ({ profile }) =>
    profile.problems.map(({ message, span, severity, effect }) => ({
      message: effect ? joined([message, effect], ' ') : text`${message} It is treated as missing.`,
      mild: severity === 'warning',
      span,
      fixes: () => [],
    })),
};
