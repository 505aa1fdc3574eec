import type { Finding } from '../finding.ts';
import { property, propertyAt } from '../json/lookup.ts';
import { type Profile, profileSpan } from '../model/profile.ts';
import { entriesOf, type ListEntry, textIn } from '../model/profileKeys.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

const code = 'profile-option-default';
const place = ['authentication', 'options'];

/** Zoom has one default option; with none or several marked, nobody knows which. */
export const profileOptionDefault: ProfileRule = {
  code,
  check({ profile }) {
    const options = entriesOf(profile.document, ...place).filter(({ node }) => textIn(node, 'id') !== undefined);
    const [first, ...later] = options.filter(isMarked);
    if (first) return later.map((each) => tooMany(each, first));
    return options.length > 0 ? [noneMarked(profile, options)] : [];
  },
};

function isMarked({ node }: ListEntry): boolean {
  const value = property(node, 'default')?.value;
  return value?.type === 'boolean' && value.value === true;
}

function nameOf({ node }: ListEntry): string {
  return textIn(node, 'name') ?? textIn(node, 'id') ?? '';
}

/** The first mark counts for nothing more than the others; to unmark the later one is a proposal. */
function tooMany({ node, index }: ListEntry, first: ListEntry): Finding {
  const message = text`"${nameOf(first)}" is marked as default already. With several marked, the lens does not know which option Zoom takes.`;
  const changes = [{ op: 'remove' as const, path: [...place, String(index), 'default'] }];
  const fixes = [{ title: text`Unmark this one`, changes, preferred: true }];
  return { code, severity: 'warning', message, span: property(node, 'default')?.value?.span ?? node.span, fixes };
}

/** With one option alone there is no choice; of several, only the account knows the one. */
function noneMarked(profile: Profile, options: readonly ListEntry[]): Finding {
  const message = text`No option is marked as default: the lens does not know which one Zoom takes where a request names none.`;
  const fixes = options.map((each) => ({
    title: text`Mark "${nameOf(each)}" as default`,
    changes: [{ op: 'set' as const, path: [...place, String(each.index), 'default'], value: true }],
    preferred: options.length === 1,
  }));
  const span = propertyAt(profile.document.root, place)?.keySpan ?? profileSpan(profile, ...place);
  return { code, severity: 'warning', message, span, fixes };
}
