import { property } from '../json/lookup.ts';
import { entriesOf, textIn } from '../model/profileKeys.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-request-unmatched';

/** A pattern that no file matches. No fix is preferred: a slip in the pattern is as likely as a file that is gone. */
export const profileRequestUnmatched: ProfileRule = {
  code,
  check({ profile, unmatched = [] }) {
    const entries = entriesOf(profile.document, 'requests').filter(({ node }) =>
      unmatched.includes(textIn(node, 'files') ?? ''),
    );
    return entries.map(({ node }) => ({
      code,
      severity: 'warning',
      message: 'No file matches this pattern, so this entry does nothing. Patterns are relative to the profile.',
      span: property(node, 'files')?.value?.span ?? node.span,
      fixes: [{ title: 'Remove this entry', changes: [{ op: 'remove-at', offset: node.span.start }] }],
    }));
  },
};
