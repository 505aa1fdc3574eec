import {
  type ContainedRequest,
  type CoversFile,
  type IgnoreEntry,
  type JsonDocument,
  mistakenFor,
  type Operation,
  type Predictions,
  type Reporting,
  type RequestContext,
  reportMistaken,
  reportRequest,
  requestContext,
  type Surroundings,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import type { RequestFile } from './classify.ts';
import { reportBoth } from './inBoth.ts';
import type { BodyInspection } from './inspection.ts';

export interface Inspecting {
  /** It is open in an editor: what has hardly been begun has no findings. */
  readonly isTyped?: boolean | undefined;
  /** Those of earlier requests, which this one may share. */
  readonly predictions?: Predictions | undefined;
}

/** What a file calls a request, and what is found in it. */
export function inspectBody(
  file: RequestFile,
  body: Pick<BodyInspection, 'document' | 'map' | 'name'>,
  reporting: Reporting,
  { isTyped, predictions }: Inspecting,
): BodyInspection {
  const { document, name } = body;
  const mistaken = mistakenFor(document, isTyped);
  if (mistaken) {
    const report = reportMistaken({ document, mistaken, pointer: name ?? '' }, file.profile?.profile, reporting);
    return { kind: 'mistaken', ...body, file, ...report };
  }
  const context = contextOf(document, file, predictions);
  const report = reportRequest(context, reporting);
  if (!file.isEither) return { kind: 'request', ...body, file, context, ...report };
  const asUpdate = contextOf(document, file, predictions, 'update');
  const both = reportBoth(report, reportRequest(asUpdate, reporting));
  return { kind: 'request', ...body, file, context, asUpdate, ...both };
}

/** One of several in a file. `before`: where nothing that it rests on has changed, but its place. */
export function inspectContained(
  file: RequestFile,
  { name, document, map, settle }: ContainedRequest,
  before: BodyInspection | undefined,
  reporting: Reporting,
  inspecting: Inspecting,
): BodyInspection {
  const inspected = before
    ? { ...before, file, map }
    : inspectBody(file, { name, document, map }, reporting, inspecting);
  return settle && inspected.kind === 'request' ? { ...inspected, settle } : inspected;
}

/** Whether two readings of a file mean the same for a request in it. Keeps its answers: thousands of requests share few pairs. */
export function sameBasis(): (one: RequestFile, other: RequestFile) => boolean {
  const known = new Map<RequestFile, Map<RequestFile, boolean>>();
  return (one, other) => {
    const answers = known.get(one) ?? new Map<RequestFile, boolean>();
    known.set(one, answers);
    const answer = answers.get(other) ?? hasSameBasis(one, other);
    answers.set(other, answer);
    return answer;
  };
}

function hasSameBasis(one: RequestFile, other: RequestFile): boolean {
  const isSameProfile = one.profile?.profile === other.profile?.profile;
  return isSameProfile && JSON.stringify(basisOf(one)) === JSON.stringify(basisOf(other));
}

/** What an inspection rests on besides the text and the profile. */
function basisOf({ operation, occurrence, isEither, meeting }: RequestFile) {
  return { operation, occurrence, isEither, meeting: meeting?.meeting };
}

function contextOf(
  document: JsonDocument,
  file: RequestFile,
  predictions: Predictions | undefined,
  assumed: Operation = file.operation,
): RequestContext {
  return requestContext(document, assumed, surroundingsOf(file), predictions);
}

export function surroundingsOf({ profile, meeting, occurrence }: RequestFile): Surroundings {
  return { profile: profile?.profile, meeting: meeting?.meeting, occurrence };
}

/** The entries that are for the file. One elsewhere, which only `--profile` brings about, has no path for a pattern. */
export function coversFile(files: Files, profile: string | undefined, uri: string): CoversFile {
  return coversRequests(files, profile, uri)(undefined);
}

/** The same for each request of a file. The list is gone through once for all of them: there may be thousands of either. */
export function coversRequests(
  files: Files,
  profile: string | undefined,
  uri: string,
): (request: string | undefined) => CoversFile {
  const known = new Map<readonly IgnoreEntry[], ReadonlyMap<string | undefined, readonly IgnoreEntry[]>>();
  return (request) => (entries) => {
    const byRequest =
      known.get(entries) ?? groupedByRequest(profile ? files.entriesFor(entries, profile, uri) : entries);
    known.set(entries, byRequest);
    const own = request === undefined ? undefined : byRequest.get(request);
    return [...(byRequest.get(undefined) ?? []), ...(own ?? [])];
  };
}

function groupedByRequest(entries: readonly IgnoreEntry[]): ReadonlyMap<string | undefined, readonly IgnoreEntry[]> {
  const groups = new Map<string | undefined, IgnoreEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.request) ?? [];
    groups.set(entry.request, group);
    group.push(entry);
  }
  return groups;
}
