import {
  type Condition,
  type Contained,
  type ContainedRequest,
  type FieldRow,
  type Finding,
  type JsonDocument,
  noRequest,
  type OuterComment,
  type Profile,
  type ProfileSurroundings,
  predictionTable,
  type Report,
  type RequestContext,
  type Span,
  type StoredText,
  storedTexts,
  type Text,
  type TextMap,
  text,
  type Verification,
  whyNothing,
} from '../../shared/index.ts';
import type { Classification, RequestFile } from './classify.ts';
import type { FoundProfile } from './profileInForce.ts';

/** What we make of one request, or of a file of another kind: the one result that every feature reads. */
export type Inspection =
  | RequestInspection
  | MistakenInspection
  | ProfileInspection
  | MeetingInspection
  | ResponseInspection
  | ContainerInspection
  | UnreadInspection;

interface Inspected extends Report {
  /** Its offsets, and those of the findings, count in the inspected text: that of a body, or of the file. */
  readonly document: JsonDocument;
  readonly map: TextMap;
}

export interface RequestInspection extends Inspected {
  readonly kind: 'request';
  readonly file: RequestFile;
  readonly context: RequestContext;
  /** The same body as an update, where nothing says whether it is: only what both give is reported. */
  readonly asUpdate?: RequestContext;
  /** The edit of the file that settles it. */
  readonly settle?: ContainedRequest['settle'];
  /** What the file calls the request; undefined where the file is the request. */
  readonly name: ContainedRequest['name'] | undefined;
  /** The comments around it that are for its first or last line. */
  readonly outer?: readonly OuterComment[];
}

/** What is called a request and visibly is something else: nothing is predicted. */
interface MistakenInspection extends Inspected {
  readonly kind: 'mistaken';
  readonly file: RequestFile;
  readonly name: ContainedRequest['name'] | undefined;
  readonly outer?: readonly OuterComment[];
}

/** What is called a request, whether or not it is one. */
export type BodyInspection = RequestInspection | MistakenInspection;

export interface ProfileInspection extends Inspected {
  readonly kind: 'profile';
  readonly profile: Profile;
  /** The reading that governs requests: the last valid one while the text is half typed. */
  readonly inForce: Profile;
  readonly around: ProfileSurroundings;
}

export interface MeetingInspection extends Inspected {
  readonly kind: 'meeting';
  /** The profile whose `ignore` applies here. */
  readonly foundProfile: FoundProfile | undefined;
}

/** A saved response of Zoom. */
export interface ResponseInspection extends Inspected {
  readonly kind: 'response';
  readonly foundProfile: FoundProfile | undefined;
  /** The request that it is for; of several, the one that it fits best. Undefined where there is none to compare it with. */
  readonly answered: AnsweredFile | undefined;
}

/** The request of a response, and how they fit. */
export interface AnsweredFile {
  readonly uri: string;
  /** What its file calls it; undefined where the file is the request. */
  readonly name: string | undefined;
  readonly file: RequestFile;
  readonly verification: Verification;
}

/** The rest of a file that contains several requests. */
export interface ContainerInspection extends Inspected {
  readonly kind: 'container';
  readonly file: Classification;
  /** What was found in a document or in code. */
  readonly contained?: Contained;
}

/** One of our files that is too large to be read. */
interface UnreadInspection extends Inspected {
  readonly kind: 'unread';
  readonly file: Classification;
}

/** Those that are reported and those that the user ignores, which are just as true. */
export function allFindings({ separate, ignored }: Report): readonly Finding[] {
  return [...separate, ...ignored];
}

/** The properties that have no effect where they are. */
export function unreadIn(inspection: Report): readonly Span[] {
  return allFindings(inspection).flatMap(({ unread = [] }) => unread);
}

/** The texts that Zoom may store of the request. `given`: what is known of the case that is asked for. */
export function storedOf(inspection: RequestInspection, given?: Condition): readonly StoredText[] {
  const { document, context, file } = inspection;
  if (file.isEither) return [];
  return storedTexts(document, context.prediction, { given, unread: unreadIn(inspection) });
}

/** The lock profile that governs a request, a container, a meeting file or a response. */
export function profileFor(inspection: Inspection): FoundProfile | undefined {
  if (inspection.kind === 'profile') return undefined;
  return 'foundProfile' in inspection ? inspection.foundProfile : inspection.file.profile;
}

export function isBody(inspection: Inspection): inspection is BodyInspection {
  return inspection.kind === 'request' || inspection.kind === 'mistaken';
}

const notSettled = text`The file does not say whether this request creates or updates a meeting.`;

/** What Zoom stores, field by field; empty where nothing is predicted. */
export function predictedRows(inspection: BodyInspection): readonly FieldRow[] {
  if (inspection.kind === 'mistaken' || inspection.file.isEither || !inspection.context.body.isComplete) return [];
  return predictionTable(inspection.context.body, inspection.context.prediction);
}

/** The message for a body of which nothing is predicted. */
export function whyNotPredicted({ kind, document, file }: BodyInspection): Text {
  if (kind === 'request' && file.isEither) return notSettled;
  return kind === 'mistaken' ? noRequest : whyNothing(document);
}

/** What its file calls the request; undefined where the file is the request, and for everything else. */
export function requestName(inspection: Inspection): string | undefined {
  return isBody(inspection) ? inspection.name : undefined;
}
