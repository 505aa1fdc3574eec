import type {
  ContainedRequest,
  Finding,
  JsonDocument,
  Profile,
  ProfileSurroundings,
  Report,
  RequestContext,
  TextMap,
} from '../../shared/index.ts';
import type { Classification, FoundProfile, RequestFile } from './classify.ts';

/** What we make of one request, or of a file of another kind: the one result that every feature reads. */
export type Inspection =
  | RequestInspection
  | ProfileInspection
  | MeetingInspection
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
  /** What the file calls the request; undefined where the file is the request. */
  readonly name: ContainedRequest['name'] | undefined;
}

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

/** The rest of a file that contains several requests. */
export interface ContainerInspection extends Inspected {
  readonly kind: 'container';
  readonly file: Classification;
}

/** One of our files that is too large to be read. */
interface UnreadInspection extends Inspected {
  readonly kind: 'unread';
  readonly file: Classification;
}

/** Those that are reported and those that the user ignores, which are just as true. */
export function allFindings({ findings, ignored }: Report): readonly Finding[] {
  return [...findings, ...ignored];
}

/** The lock profile that governs a request, a meeting file or a container. */
export function profileFor(inspection: Inspection): FoundProfile | undefined {
  if (inspection.kind === 'profile') return undefined;
  return inspection.kind === 'meeting' ? inspection.foundProfile : inspection.file.profile;
}

export function requestsIn(inspections: readonly Inspection[]): readonly RequestInspection[] {
  return inspections.filter((each) => each.kind === 'request');
}

/** What its file calls the request; undefined where the file is the request, and for everything else. */
export function requestName(inspection: Inspection): string | undefined {
  return inspection.kind === 'request' ? inspection.name : undefined;
}
