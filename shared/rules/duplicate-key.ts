import { objects } from '../json/lookup.ts';
import type { ObjectNode, Property } from '../json/parse.ts';
import { text } from '../text.ts';
import type { DocumentRule } from './rule.ts';

/** The same key twice in one object: Zoom, like JSON.parse, takes the last. */
export const duplicateKey: DocumentRule = {
  code: 'duplicate-key',
  severity: 'warning',
  summary: text`The same key appears twice in one object, and only the last one counts.`,
  check(document) {
    return objects(document.root)
      .flatMap(overruled)
      .map(({ key, keySpan, span }) => ({
        message: text`${JSON.stringify(key)} appears again further down in this object; only the last one counts.`,
        span: keySpan,
        unread: [span],
        fixes: () => [
          { title: text`Remove this one`, changes: [{ op: 'remove-at', offset: span.start }], preferred: true },
        ],
      }));
  },
};

function overruled({ properties }: ObjectNode): readonly Property[] {
  if (properties.length < 2) return [];
  const keys = new Set<string>();
  for (const { key } of properties) keys.add(key);
  if (keys.size === properties.length) return [];
  const last = new Map(properties.map((each) => [each.key, each]));
  return properties.filter((each) => last.get(each.key) !== each);
}
