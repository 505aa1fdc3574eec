import { brokenBody, conditionsText, storedTexts } from '../../shared/index.ts';
import type { StoredAnswer, StoredParams } from '../../shared/protocol.ts';
import type { Scope, Subject } from '../feature.ts';
import { storedUri } from '../uris.ts';

/** Where to read the request as Zoom will store it, once for each text that this may be. Undefined for any other file. */
export function stored(
  { inspection }: Subject,
  { textDocument }: StoredParams,
  scope: Scope,
): StoredAnswer | undefined {
  if (inspection.kind !== 'request') return undefined;
  const texts = storedTexts(inspection.document, inspection.context.prediction).map(({ when }) => ({
    uri: storedUri({ request: textDocument.uri, when: when[0] ?? {} }),
    when: scope.say(conditionsText(when)),
  }));
  return { texts, problem: texts.length > 0 ? null : scope.say(brokenBody) };
}
