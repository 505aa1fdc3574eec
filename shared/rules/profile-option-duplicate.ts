import { property, textIn } from '../json/lookup.ts';
import { entriesOf } from '../model/profileKeys.ts';
import { text } from '../text.ts';
import type { ProfileRule } from './rule.ts';

/** Two options with the same id are one option to Zoom. */
export const profileOptionDuplicate: ProfileRule = {
  code: 'profile-option-duplicate',
  severity: 'warning',
  summary: text`Two authentication options have the same id.`,
  check({ profile }) {
    const options = entriesOf(profile.document, 'authentication', 'options').map(({ node }) => ({
      node,
      id: textIn(node, 'id'),
    }));
    const first = new Map(options.toReversed().map((each) => [each.id, each]));
    const later = options.filter((each) => each.id !== undefined && first.get(each.id) !== each);
    return later.map(({ node }) => ({
      message: text`An option with this id is listed already.`,
      span: property(node, 'id')?.value?.span ?? node.span,
      fixes: () => [
        { title: text`Remove this option`, changes: [{ op: 'remove-at', offset: node.span.start }], preferred: true },
      ],
    }));
  },
};
