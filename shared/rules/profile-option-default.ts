import { property, propertyAt, textIn } from '../json/lookup.ts';
import { type Profile, profileSpan } from '../model/profile.ts';
import { entriesOf, type ListEntry } from '../model/profileKeys.ts';
import { text } from '../text.ts';
import type { Observation, ProfileRule } from './rule.ts';

const place = ['authentication', 'options'];

/** Zoom has one default option; with none or several marked, it is unknown which. */
export const profileOptionDefault: ProfileRule = {
  code: 'profile-option-default',
  severity: 'warning',
  summary: text`None or several of the authentication options are marked as default.`,
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

/** The first mark counts no more than the others; the fix proposes to unmark the later one. */
function tooMany({ node, index }: ListEntry, first: ListEntry): Observation {
  const message = text`"${nameOf(first)}" is marked as default already. With several marked, the lens does not know which option Zoom takes.`;
  const changes = [{ op: 'remove' as const, path: [...place, String(index), 'default'] }];
  const fixes = () => [{ title: text`Unmark this one`, changes, preferred: true }];
  return { message, span: property(node, 'default')?.value?.span ?? node.span, fixes };
}

/** A single option is the default; which one of several is, only the account knows. */
function noneMarked(profile: Profile, options: readonly ListEntry[]): Observation {
  const message = text`No option is marked as default: the lens does not know which one Zoom takes where a request names none.`;
  const fixes = () =>
    options.map((each) => ({
      title: text`Mark "${nameOf(each)}" as default`,
      changes: [{ op: 'set' as const, path: [...place, String(each.index), 'default'], value: true }],
      preferred: options.length === 1,
    }));
  const span = propertyAt(profile.document.root, place)?.keySpan ?? profileSpan(profile, ...place);
  return { message, span, fixes };
}
