import {
  type ContainedRequest,
  type CoversFile,
  type IgnoreEntry,
  type JsonDocument,
  quickParse,
  type RequestContext,
  reportClean,
  reportRequest,
  requestContext,
  wholeFile,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import type { RequestFile } from './classify.ts';
import type { RequestInspection } from './inspection.ts';

/** A request of a file, and what is found in it. */
export function inspectRequest(
  file: RequestFile,
  { name, document, map }: Pick<RequestInspection, 'document' | 'map' | 'name'>,
  covers: CoversFile,
): RequestInspection {
  const context = contextOf(document, file);
  const report = reportRequest(context, covers);
  return { kind: 'request', name, document, map, file, context, ...report };
}

/** A file that is one request, from a tree without spans; undefined where anything is found in it. */
export function inspectClean(file: RequestFile, text: string): RequestInspection | undefined {
  const document = quickParse(text);
  const context = document && contextOf(document, file);
  const report = context && reportClean(context);
  return (
    report && {
      kind: 'request',
      name: undefined,
      document: context.body.document,
      map: wholeFile(text.length),
      file,
      context,
      ...report,
    }
  );
}

/** The same, where that is what it was before as long as nothing that it rests on has changed. */
export function inspectBody(
  file: RequestFile,
  { name, document, map }: ContainedRequest,
  before: RequestInspection | undefined,
  covers: CoversFile,
): RequestInspection {
  const isSame =
    before?.document === document && JSON.stringify(basisOf(before.file)) === JSON.stringify(basisOf(file));
  return isSame && before.file.profile?.profile === file.profile?.profile
    ? { ...before, file, map }
    : inspectRequest(file, { name, document, map }, covers);
}

/** What an inspection rests on besides the text and the profile. */
function basisOf({ operation, listed, meeting }: RequestFile) {
  return { operation, occurrence: listed?.occurrence, meeting: meeting?.meeting };
}

function contextOf(document: JsonDocument, { operation, profile, meeting, listed }: RequestFile): RequestContext {
  return requestContext(document, operation, {
    profile: profile?.profile,
    meeting: meeting?.meeting,
    occurrence: listed?.occurrence ?? false,
  });
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
