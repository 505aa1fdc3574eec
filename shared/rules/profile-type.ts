import type { ProfileRule } from './rule.ts';

const code = 'profile-type';

/** A part of the profile that has the wrong type counts as left out. */
export const profileType: ProfileRule = {
  code,
  check: ({ problems }) =>
    problems.map(({ message, span }) => ({
      code,
      severity: 'error',
      message: `${message} It counts as left out.`,
      span,
      fixes: [],
    })),
};
