import { property, textIn } from '../json/lookup.ts';
import { entriesOf } from '../model/profileKeys.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** A path by which the profile would have something read, or written, that is not in the repository. */
export const profilePathOutside: ProfileRule = {
  code: 'profile-path-outside',
  severity: 'warning',
  summary: text`A path in the lock profile leads outside the workspace folder and is not followed.`,
  check({ profile, outside = [] }) {
    return entriesOf(profile.document, 'requests').flatMap(({ node }) => {
      const value = property(node, 'meeting')?.value;
      if (!value || !outside.includes(textIn(node, 'meeting') ?? '')) return [];
      const message = text`This path leads outside the workspace folder or repository, so it is not followed. Paths are relative to the profile.`;
      return [{ message, span: value.span, fixes: () => [] }];
    });
  },
};
