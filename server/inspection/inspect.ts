import {
  bodiesAt,
  type ChosenSeverities,
  fileKind,
  fileSpan,
  type IgnoreEntry,
  type JsonDocument,
  type Profile,
  type ProfileSurroundings,
  parse,
  type Reporting,
  reportContainer,
  reportMeeting,
  reportProfile,
  reportUnread,
  type UnreadFile,
  wholeFile,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { unmatchedGlobs } from '../files/globs.ts';
import { Turns } from '../files/turns.ts';
import { folderOf, nameOf, resolveInside } from '../files/uris.ts';
import { maxFileSize } from '../files/world.ts';
import { type Classification, classify, type Overrides, profileInForce, requestFile } from './classify.ts';
import {
  type BodyInspection,
  type ContainerInspection,
  type Inspection,
  isBody,
  type MeetingInspection,
  type ProfileInspection,
} from './inspection.ts';
import { coversFile, coversRequests, type Inspecting, inspectBody, inspectContained } from './inspectRequest.ts';

/** Each takes some milliseconds and kilobytes, and a file that people maintain contains fewer. */
const maxRequests = 2000;

interface FileToInspect extends Inspecting {
  readonly uri: string;
  readonly text: string;
  /** The workspace folder or repository: profiles above it are ignored. Undefined: there is none. */
  readonly root: string | undefined;
  readonly overrides?: Overrides;
  readonly severities?: ChosenSeverities | undefined;
  /** The earlier inspections of the file: a request with the same text and surroundings keeps its inspection. */
  readonly previous?: readonly Inspection[];
  /** Returns true once the result is no longer wanted: the inspection then ends early, with whatever it has. */
  readonly isOutdated?: () => boolean;
}

/** In the order of the text. Empty, without parsing anything, for a file that is not one of ours. */
export async function inspect(files: Files, file: FileToInspect): Promise<readonly Inspection[]> {
  return inspectAs(await classified(files, file), () => files.document(file.uri, file.text), files, file);
}

/** The same for a file of which nothing is kept. */
export async function inspectOnce(files: Files, file: FileToInspect): Promise<readonly Inspection[]> {
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
  if (classification.bodies.length > 0) return inspectContainer(files, file, classification);
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
  const isOurs = file.operation !== undefined || file.bodies.length > 0 || fileKind(nameOf(uri)) !== undefined;
  const reporting = reportingOn(files, file.profile?.uri, unreadFile);
  return isOurs ? [unread(file, { megabytes: maxFileSize / 2 ** 20 }, reporting)] : [];
}

function unread(file: Classification, limit: UnreadFile, reporting: Reporting): Inspection {
  const report = reportUnread(limit, file.profile?.profile, reporting);
  return { kind: 'unread', document: parse(''), map: wholeFile(0), file, ...report };
}

/** `profile`: the URI of the one whose `ignore` entries apply. */
function reportingOn(
  files: Files,
  profile: string | undefined,
  { uri, severities }: Pick<FileToInspect, 'uri' | 'severities'>,
): Reporting {
  return { covers: coversFile(files, profile, uri), severities };
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
  const report = reportMeeting(document, foundProfile?.profile, reportingOn(files, foundProfile?.uri, file));
  return { kind: 'meeting', document, map: wholeFile(text.length), foundProfile, ...report };
}

/** The requests, and the rest of the file if there are findings in it. */
async function inspectContainer(
  files: Files,
  file: FileToInspect,
  classification: Classification,
): Promise<readonly Inspection[]> {
  const { uri, text, previous = [], severities } = file;
  const document = files.document(uri, text);
  const known = new Map(previous.filter(isBody).map((each) => [each.name ?? '', each]));
  const trees = new Map([...known].map(([name, each]) => [name, each.document]));
  const entries = classification.bodies.map(({ at, file: sentAs }) => {
    const { operation, listed } = sentAs;
    return { at, target: { operation, occurrence: listed?.occurrence ?? false, sentAs } };
  });
  const coversOf = coversRequests(files, classification.profile?.uri, uri);
  const requests: BodyInspection[] = [];
  const turns = new Turns();
  const bodies = bodiesAt(document, entries, trees, maxRequests + 1);
  const outside = reportingOn(files, classification.profile?.uri, file);
  if (bodies.length > maxRequests) return [unread(classification, { requests: maxRequests }, outside)];
  for (const body of bodies) {
    const reporting = { covers: coversOf(body.name), severities };
    requests.push(inspectContained(body.target.sentAs, body, known.get(body.name), reporting, file));
    await turns.next();
    if (file.isOutdated?.()) return [];
  }
  const container = inspectOutside(document, classification, requests, outside);
  const isWorthIt = requests.length === 0 || container.findings.length > 0 || container.ignored.length > 0;
  return isWorthIt ? [container, ...requests] : requests;
}

function inspectOutside(
  document: JsonDocument,
  file: Classification,
  requests: readonly BodyInspection[],
  reporting: Reporting,
): ContainerInspection {
  const bodies = requests.map(({ map, document: body }) => fileSpan(map, { start: 0, end: body.text.length }));
  const report = reportContainer(document, bodies, file.profile?.profile, reporting);
  return { kind: 'container', document, map: wholeFile(document.text.length), file, ...report };
}
