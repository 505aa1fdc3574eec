import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-type';

/** A part of the profile that has the wrong type counts as left out. */
export const profileType: ProfileRule = {
  code,
  check: ({ profile }) =>
    profile.problems.map(({ message, span, severity }) => ({
      code,
      severity,
      message: text`${message} It counts as left out.`,
      span,
      fixes: [],
    })),
};
