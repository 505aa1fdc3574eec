import {
  type ContainerKind,
  fileKind,
  type IgnoreEntry,
  type JsonDocument,
  type Profile,
  type ProfileSurroundings,
  parse,
  readResponseFile,
  reportMeeting,
  reportProfile,
  wholeFile,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { unmatchedGlobs } from '../files/globs.ts';
import { folderOf, nameOf, resolveInside } from '../files/uris.ts';
import { maxFileSize } from '../files/world.ts';
import { answeredRequest } from './answeredRequest.ts';
import { type Classification, classify, requestFile } from './classify.ts';
import { type FileToInspect, reportingOn, unread } from './fileToInspect.ts';
import { inspectDocument, inspectListed, isBarren, namesNone } from './inspectContainer.ts';
import type { Inspection, MeetingInspection, ProfileInspection, ResponseInspection } from './inspection.ts';
import { inspectBody } from './inspectRequest.ts';
import { profileInForce } from './profileInForce.ts';

/** In the order of the text. Empty, without parsing anything, for a file that is not one of ours. */
export async function inspect(files: Files, file: FileToInspect): Promise<readonly Inspection[]> {
  if (isBarren(file)) return namesNone(files, file.uri);
  return inspectAs(await classified(files, file), () => files.document(file.uri, file.text), files, file);
}

/** The same for a file of which nothing is kept. */
export async function inspectOnce(files: Files, file: FileToInspect): Promise<readonly Inspection[]> {
  if (isBarren(file)) return namesNone(files, file.uri);
  return inspectAs(await classified(files, file), () => parse(file.text), files, file);
}

function classified(files: Files, { uri, root, overrides = {} }: FileToInspect): Promise<Classification> {
  return classify(files, uri, root, overrides);
}

/** `read` makes the tree of a file that is one request. */
async function inspectAs(
  classification: Classification,
  read: () => JsonDocument,
  files: Files,
  file: FileToInspect,
): Promise<readonly Inspection[]> {
  const { uri, text } = file;
  if (text.length > maxFileSize) return inspectUnread(files, file);
  if (classification.bodies.length > 0) return inspectListed(files, file, classification);
  if (classification.container) return inspectDocument(files, file, classification);
  const request = requestFile(classification);
  if (request) {
    const body = { name: undefined, document: read(), map: wholeFile(text.length) };
    return [inspectBody(request, body, reportingOn(files, request.profile?.uri, file), file)];
  }
  switch (fileKind(nameOf(uri))) {
    case 'profile':
      return [await inspectProfile(files, file)];
    case 'meeting':
      return [await inspectMeeting(files, file)];
    case 'response':
      return [await inspectResponse(files, file)];
    default:
      return [];
  }
}

/** A file that is too large to be read: whether it is ours does not depend on its text. */
export async function inspectUnread(
  files: Files,
  unreadFile: Omit<FileToInspect, 'text'>,
): Promise<readonly Inspection[]> {
  const { uri, root, overrides = {} } = unreadFile;
  const file = await classify(files, uri, root, overrides);
  const isRequest = file.operation !== undefined || file.bodies.length > 0;
  const isOurs = isRequest || isForRequests(file.container) || fileKind(nameOf(uri)) !== undefined;
  const reporting = reportingOn(files, file.profile?.uri, unreadFile);
  return isOurs ? [unread(file, { megabytes: maxFileSize / 2 ** 20 }, reporting)] : [];
}

/** Other documents and code may be of any size. */
function isForRequests(container: ContainerKind | undefined): boolean {
  return container === 'http' || container === 'postman';
}

async function inspectProfile(files: Files, file: FileToInspect): Promise<ProfileInspection> {
  const { uri, text, root, isOutdated } = file;
  const profile = files.profile(uri, text);
  const unmatched = await unmatchedGlobs(uri, profile, (folder) => files.listings.below(folder, root), isOutdated);
  const outside = pathsOutside(files, uri, profile, root ?? folderOf(uri));
  return profileInspection(files, file, profile, { today: files.today(), unmatched, outside });
}

/** The paths in the profile that lead out of the folder, by themselves or by a link. */
function pathsOutside(files: Files, uri: string, { requests }: Profile, within: string): readonly string[] {
  const paths = new Set(requests.flatMap(({ meeting }) => meeting ?? []));
  return [...paths].filter((path) => {
    const file = resolveInside(folderOf(uri), path, within);
    return file === undefined || !files.isInside(file, within);
  });
}

/** Reports the profile again, given the `ignore` entries that the files it governs use. */
export function withUsedIgnores(
  files: Files,
  file: Pick<FileToInspect, 'uri' | 'severities'>,
  { profile, around, used }: ProfileInspection,
  elsewhere: readonly IgnoreEntry[],
): ProfileInspection {
  return profileInspection(files, file, profile, { ...around, used: [...used, ...elsewhere] });
}

function profileInspection(
  files: Files,
  file: Pick<FileToInspect, 'uri' | 'severities'>,
  profile: Profile,
  around: ProfileSurroundings,
): ProfileInspection {
  const { document } = profile;
  const report = reportProfile(profile, around, reportingOn(files, file.uri, file));
  const inForce = files.inForce(file.uri, profile);
  return { kind: 'profile', document, map: wholeFile(document.text.length), profile, inForce, around, ...report };
}

async function inspectMeeting(files: Files, file: FileToInspect): Promise<MeetingInspection> {
  const { uri, text, root, overrides = {} } = file;
  const foundProfile = await profileInForce(files, uri, root, overrides);
  const document = files.document(uri, text, 'literal');
  const report = reportMeeting(
    document,
    { kind: 'meeting' },
    foundProfile?.profile,
    reportingOn(files, foundProfile?.uri, file),
  );
  return { kind: 'meeting', document, map: wholeFile(text.length), foundProfile, ...report };
}

async function inspectResponse(files: Files, file: FileToInspect): Promise<ResponseInspection> {
  const { uri, text, root, overrides = {} } = file;
  const document = files.document(uri, text, 'literal');
  const response = readResponseFile(document);
  const inspectFile = (uri: string, text: string) => inspect(files, { uri, text, root, overrides });
  const answered =
    'seen' in response ? await answeredRequest(files, uri, response.seen, root, overrides, inspectFile) : undefined;
  const foundProfile = answered?.file.profile ?? (await profileInForce(files, uri, root, overrides));
  const compared = answered && 'body' in response ? { body: response.body, ...answered } : undefined;
  const saved = { kind: 'response', answered: compared } as const;
  const report = reportMeeting(document, saved, foundProfile?.profile, reportingOn(files, foundProfile?.uri, file));
  return { kind: 'response', document, map: wholeFile(text.length), foundProfile, answered, ...report };
}
