import { conditionsText, outcomeText, type Text } from '../../../shared/index.ts';
import type { StoredAnswer, StoredParams, StoredRequest } from '../../../shared/protocol.ts';
import { storedUri } from '../../files/uris.ts';
import { type RequestInspection, whyNotPredicted } from '../../inspection/inspection.ts';
import { isInDocument, shownBody } from '../../inspection/shownBody.ts';
import { type RequestSubject, requestSubjects } from '../../inspection/subject.ts';
import type { FeatureContext, FileSubject } from '../feature.ts';

/** The URIs under which each request can be read as Zoom will store it. Undefined for a file without requests. */
export function stored(file: FileSubject, params: StoredParams, context: FeatureContext): StoredAnswer | undefined {
  const meant = meantBy(params, requestSubjects(file.subjects));
  if (meant.length === 0) return undefined;
  return meant.map(({ inspection }) => storedRequest(params.textDocument.uri, inspection, context));
}

function meantBy({ request, position }: StoredParams, all: readonly RequestSubject[]): readonly RequestSubject[] {
  if (request !== undefined) return all.filter(({ inspection }) => inspection.name === request);
  const here = position ? all.filter(({ text }) => text.holds(position)) : [];
  return here.length > 0 ? here : all;
}

/** With one URI for each text that Zoom may store. */
function storedRequest(uri: string, inspection: RequestInspection, { say }: FeatureContext): StoredRequest {
  const { name, context } = inspection;
  const said = (condition: Text | undefined) => (condition ? say(condition) : '');
  const named = { request: uri, ...(name === undefined ? {} : { name }) };
  const texts = shownBody(inspection)
    .stored()
    .map(({ when }) => ({
      uri: storedUri({ ...named, when: when[0] ?? {} }),
      outcome: say(outcomeText(when, context.prediction)),
      when: said(conditionsText(when, context.prediction)),
    }));
  const sent = isInDocument(inspection) ? storedUri({ ...named, when: {}, isSent: true }) : null;
  return { name: name ?? '', sent, texts, problem: texts.length > 0 ? null : say(whyNotPredicted(inspection)) };
}
