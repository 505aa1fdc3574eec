import type { Fix } from '../finding.ts';
import { isLeftOut } from '../model/profile.ts';
import type { RuleSet } from '../model/security.ts';
import { type Text, text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** A profile that names no rule set leaves open which of the two applies. */
export const profileRulesMissing: ProfileRule = {
  code: 'profile-rules-missing',
  severity: 'hint',
  summary: text`The lock profile does not say which of Zoom's two rule sets applies.`,
  check({ profile }) {
    const { root, errors } = profile.document;
    if (errors.length > 0 || root?.type !== 'object' || !isLeftOut(profile, 'rules')) return [];
    const message = text`"rules" is missing. The lens checks both of Zoom's rule sets; a finding on which they differ is only information.`;
    const { start } = root.span;
    return [{ message, span: { start, end: start + 1 }, fixes: () => [today, tables] }];
  },
};

const today: Fix = { ...naming('2025-03-24', text`Use the rules of Zoom's current API reference`), preferred: true };
const tables = naming('2020-12-20', text`Use Zoom's tables of December 2020`);

function naming(rules: RuleSet, title: Text): Fix {
  return { title, changes: [{ op: 'set', path: ['rules'], value: rules }] };
}
