import { brokenBody, conditionsText, storedTexts, type Text } from '../../../shared/index.ts';
import type { StoredAnswer, StoredParams } from '../../../shared/protocol.ts';
import { storedUri } from '../../files/uris.ts';
import type { FeatureContext, Subject } from '../feature.ts';

/** Where to read the request as Zoom will store it, once for each text that this may be. Undefined for any other file. */
export function stored(
  { inspection }: Subject,
  { textDocument }: StoredParams,
  scope: FeatureContext,
): StoredAnswer | undefined {
  if (inspection.kind !== 'request') return undefined;
  const said = (condition: Text | undefined) => (condition ? scope.say(condition) : '');
  const texts = storedTexts(inspection.document, inspection.context.prediction).map(({ when }) => ({
    uri: storedUri({ request: textDocument.uri, when: when[0] ?? {} }),
    when: said(conditionsText(when, inspection.context.prediction)),
  }));
  return { texts, problem: texts.length > 0 ? null : scope.say(brokenBody) };
}
