import { propertyAt } from '../json/lookup.ts';
import { text } from '../text.ts';
import type { RequestRule } from './rule.ts';

/** `default_password` is a field of create requests only. */
export const fieldUnknownOnUpdate: RequestRule = {
  code: 'field-unknown-on-update',
  severity: 'warning',
  summary: text`An update sends default_password, which only create requests have.`,
  check({ body, prediction }) {
    if (prediction.operation !== 'update') return [];
    return [[], ['settings']].flatMap((place) => {
      const path = [...place, 'default_password'];
      const property = propertyAt(body.root, path);
      if (!property) return [];
      const message = text`${property.key} has no effect in an update: only create requests have it (Zoom does not document what happens).`;
      const title = text`Remove the field (no effect)`;
      // What is filled in later is removed only by a fix for just that.
      const preferred = property.value?.type !== 'open';
      const fixes = () => [{ title, changes: [{ op: 'remove' as const, path }], preferred }];
      return [{ message, span: property.keySpan, fixes, unread: [property.span] }];
    });
  },
};
