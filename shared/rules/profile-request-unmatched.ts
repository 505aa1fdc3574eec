import { property, textIn } from '../json/lookup.ts';
import { entriesOf } from '../model/profileKeys.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** A pattern that matches no file. No fix is preferred: a slip in the pattern is as likely as a file that is gone. */
export const profileRequestUnmatched: ProfileRule = {
  code: 'profile-request-unmatched',
  severity: 'warning',
  summary: text`A pattern in the profile's list of requests matches no file.`,
  check({ profile, unmatched }) {
    const patterns = new Set(unmatched);
    const entries = entriesOf(profile.document, 'requests').filter(({ node }) =>
      patterns.has(textIn(node, 'files') ?? ''),
    );
    return entries.map(({ node }) => ({
      message: text`No file matches this pattern, so this entry does nothing. Patterns are relative to the profile.`,
      span: property(node, 'files')?.value?.span ?? node.span,
      fixes: () => [{ title: text`Remove this entry`, changes: [{ op: 'remove-at', offset: node.span.start }] }],
    }));
  },
};
