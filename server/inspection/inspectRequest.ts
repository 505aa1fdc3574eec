import {
  type ContainedRequest,
  type CoversFile,
  type IgnoreEntry,
  type JsonDocument,
  mistakenFor,
  type Operation,
  quickParse,
  type Reporting,
  type RequestContext,
  reportBoth,
  reportClean,
  reportMistaken,
  reportRequest,
  requestContext,
  type Surroundings,
  wholeFile,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import type { RequestFile } from './classify.ts';
import type { BodyInspection, RequestInspection } from './inspection.ts';

/** What a file calls a request, and what is found in it. */
export function inspectBody(
  file: RequestFile,
  body: Pick<BodyInspection, 'document' | 'map' | 'name'>,
  reporting: Reporting,
  isTyped?: boolean,
): BodyInspection {
  const { document, name } = body;
  const mistaken = mistakenFor(document, isTyped);
  if (mistaken) {
    const report = reportMistaken({ document, mistaken, pointer: name ?? '' }, file.profile?.profile, reporting);
    return { kind: 'mistaken', ...body, file, ...report };
  }
  const context = contextOf(document, file);
  const report = reportRequest(context, reporting);
  if (!file.isEither) return { kind: 'request', ...body, file, context, ...report };
  const asUpdate = contextOf(document, file, 'update');
  const both = reportBoth(report, reportRequest(asUpdate, reporting));
  return { kind: 'request', ...body, file, context, asUpdate, ...both };
}

/** A file that is one request, from a tree without spans; undefined where anything is found in it. */
export function inspectClean(file: RequestFile, text: string): RequestInspection | undefined {
  const document = quickParse(text);
  const context = document && !mistakenFor(document) && contextOf(document, file);
  const report = context && reportClean(context);
  if (!report) return undefined;
  const map = wholeFile(text.length);
  return { kind: 'request', name: undefined, document: context.body.document, map, file, context, ...report };
}

/** One of several in a file. `before`: where nothing that it rests on has changed, but its place. */
export function inspectContained(
  file: RequestFile,
  { name, document, map, settle }: ContainedRequest,
  before: BodyInspection | undefined,
  reporting: Reporting,
  isTyped?: boolean,
): BodyInspection {
  const inspected = before ? { ...before, file, map } : inspectBody(file, { name, document, map }, reporting, isTyped);
  return settle && inspected.kind === 'request' ? { ...inspected, settle } : inspected;
}

/** Whether two readings of a file come to the same for a request in it. Asked of thousands of requests for few pairs. */
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

function contextOf(document: JsonDocument, file: RequestFile, assumed: Operation = file.operation): RequestContext {
  return requestContext(document, assumed, surroundingsOf(file));
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
