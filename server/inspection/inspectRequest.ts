import {
  type ContainedRequest,
  type CoversFile,
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
  files: Files,
  uri: string,
  file: RequestFile,
  { name, document, map }: Pick<RequestInspection, 'document' | 'map' | 'name'>,
): RequestInspection {
  const context = contextOf(document, file);
  const report = reportRequest(context, coversFile(files, file.profile?.uri, uri, name));
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
  files: Files,
  uri: string,
  file: RequestFile,
  { name, document, map }: ContainedRequest,
  before: RequestInspection | undefined,
): RequestInspection {
  const isSame =
    before?.document === document && JSON.stringify(basisOf(before.file)) === JSON.stringify(basisOf(file));
  return isSame && before.file.profile?.profile === file.profile?.profile
    ? { ...before, file, map }
    : inspectRequest(files, uri, file, { name, document, map });
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
export function coversFile(files: Files, profile: string | undefined, uri: string, request?: string): CoversFile {
  return (entries) => {
    const covering = profile ? files.entriesFor(entries, profile, uri) : entries;
    return covering.filter((entry) => entry.request === undefined || entry.request === request);
  };
}
