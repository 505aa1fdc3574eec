import {
  type ContainedRequest,
  type CoversFile,
  type IgnoreEntry,
  type JsonDocument,
  mistakenFor,
  type Predictions,
  type Reporting,
  type RequestContext,
  reportMistaken,
  reportRequest,
  requestContext,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import type { RequestFile } from './classify.ts';
import type { BodyInspection } from './inspection.ts';

export interface Inspecting {
  /** It is open in an editor: what has hardly been begun is not judged. */
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
  return { kind: 'request', ...body, file, context, ...reportRequest(context, reporting) };
}

/** One of several in a file: where that is what it was before as long as nothing that it rests on has changed. */
export function inspectContained(
  file: RequestFile,
  { name, document, map }: ContainedRequest,
  before: BodyInspection | undefined,
  reporting: Reporting,
  inspecting: Inspecting,
): BodyInspection {
  const isSame =
    before?.document === document && JSON.stringify(basisOf(before.file)) === JSON.stringify(basisOf(file));
  return isSame && before.file.profile?.profile === file.profile?.profile
    ? { ...before, file, map }
    : inspectBody(file, { name, document, map }, reporting, inspecting);
}

/** What an inspection rests on besides the text and the profile. */
function basisOf({ operation, listed, meeting }: RequestFile) {
  return { operation, occurrence: listed?.occurrence, meeting: meeting?.meeting };
}

function contextOf(
  document: JsonDocument,
  { operation, profile, meeting, listed }: RequestFile,
  predictions: Predictions | undefined,
): RequestContext {
  const around = { profile: profile?.profile, meeting: meeting?.meeting, occurrence: listed?.occurrence ?? false };
  return requestContext(document, operation, around, predictions);
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
