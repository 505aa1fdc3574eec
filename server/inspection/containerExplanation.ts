/** What is said of documents and code: where requests are found, and what is not read, and why. */
import { type ContainerKind, type PassedOverReason, type Text, text } from '../../shared/index.ts';
import type { Classification } from './classify.ts';
import { allFindings, type ContainerInspection } from './inspection.ts';
import { bullets, heading, literally } from './markdown.ts';
import { governs } from './profileInForce.ts';
import { type ExplanationContext, leadingTo, lineOf, profileSought } from './requestExplanation.ts';
import type { Subject } from './subject.ts';

/** The rest of a file with several requests. Where one request is all that there is, its own page says everything. */
export function aboutContainer(
  uri: string,
  subject: Pick<Subject, 'text'> & { readonly inspection: ContainerInspection },
  requests: number,
  context: ExplanationContext,
): readonly Text[] {
  const { file, contained } = subject.inspection;
  const path = literally(context.displayPath(uri));
  const places = file.bodies.map(({ at }) => literally(at)).join(', ');
  const title = heading(1, text`A file with several requests`);
  if (!contained)
    return [
      title,
      requests > 0
        ? text`${path}: the lock profile lists the requests at ${places}.`
        : text`${path}: the lock profile lists the requests at ${places}, and there are none.`,
    ];
  const passedOver = contained.passedOver.slice(0, mostPassedOver).map(({ span, why }) => {
    const line = lineOf(subject, span);
    return text`${leadingTo(text`line ${line}`, uri, () => line, context)}: ${reasons[why]}`;
  });
  const found = requests + contained.files.length;
  if (requests === 1 && found === 1 && passedOver.length + allFindings(subject.inspection).length === 0) return [];
  return [
    ...(found === 0
      ? [heading(1, text`No request found`), text`${path}: no request to Zoom is recognized in it.`]
      : [
          found === 1 ? heading(1, text`A file with one request`) : title,
          text`${path}: requests are recognized by where they are sent.`,
        ]),
    ...(passedOver.length > 0 ? [heading(2, text`Not read`), bullets(passedOver)] : []),
  ];
}

/** A longer list is of no use. */
const mostPassedOver = 50;

const reasons: Readonly<Record<PassedOverReason, Text>> = {
  endpoint: text`it is sent to another endpoint`,
  'unknown-endpoint': text`nothing says that it is sent to Zoom, and its fields do not show that it is a meeting body`,
  response: text`it is a response of Zoom`,
  'no-meeting': text`it is not the body of a meeting`,
  'not-json': text`it is not valid JSON`,
  'too-dynamic': text`it is only known when the program runs`,
  'not-sent': text`the names around it suggest that it is not sent to Zoom: a response, a record, a test or a page`,
};

/** A document or code that is not read. */
export function aboutUnreadDocument(
  uri: string,
  kind: ContainerKind,
  { profile, container }: Classification,
  context: ExplanationContext,
): readonly Text[] {
  const found = profile && literally(context.displayPath(profile.uri));
  return [
    heading(1, text`Not checked`),
    text`${literally(context.displayPath(uri))}: this file is not checked.`,
    ...(profile ? [] : [text`Without a lock profile, documents and code are not checked.`]),
    bullets([
      !profile
        ? text`Lock profile: ${profileSought(uri, context)}`
        : !governs(profile)
          ? text`The lock profile ${found ?? ''} ${profile.problem ?? ''}`
          : container
            ? text`It contains no path such as ${literally('/users/{userId}/meetings')}, and does not name Zoom beside a field of a meeting body`
            : text`Requests in files of this kind are turned off: ${literally(`"containers": { "${kind}": false }`)} in the lock profile or the setting`,
    ]),
  ];
}
