import { property } from '../json/lookup.ts';
import { readPattern } from '../model/pattern.ts';
import { entriesOf } from '../model/profileKeys.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** A pattern that cannot be read: it matches nothing, whatever another tool would make of it. */
export const profilePattern: ProfileRule = {
  code: 'profile-pattern',
  severity: 'warning',
  summary: text`A pattern in the lock profile cannot be read, so it matches nothing.`,
  check({ profile: { document } }) {
    const entries = [...entriesOf(document, 'requests'), ...entriesOf(document, 'ignore')];
    return entries.flatMap(({ node }) => {
      const value = property(node, 'files')?.value;
      const pattern = value?.type === 'string' ? readPattern(String(value.value)) : undefined;
      if (!value || !pattern || !('problem' in pattern)) return [];
      const message = text`${pattern.problem} It matches nothing. A pattern can contain * and ? within a name, ** across folders, [a-z], [!a-z] and {a,b}; a character after a backslash is literal.`;
      return [{ message, span: value.span, fixes: () => [] }];
    });
  },
};
