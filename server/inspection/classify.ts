import {
  type ContainerKind,
  containerKind,
  fileKind,
  type Meeting,
  mayBeListed,
  meetingNames,
  type Operation,
  type Profile,
  type RequestFiles,
  readMeetingFile,
  type Target,
  type Text,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import type { NamedBody } from '../files/namedFiles.ts';
import { folderOf, join, nameOf, resolveInside } from '../files/uris.ts';
import { type FoundProfile, governs, type Overrides, profileInForce } from './profileInForce.ts';

/** The meeting file of an update. */
interface FoundMeeting {
  readonly uri: string;
  readonly meeting: Meeting | undefined;
  readonly problem: Text | undefined;
}

/** Which requests a file contains, why, and the profile and meeting file that apply to it. */
export interface Classification {
  /** Undefined: it is not a request. */
  readonly operation: Operation | undefined;
  /**
   * What determined the operation; undefined where nothing did. document: another file names this one. endpoint: the document
   * it is in says where it goes.
   */
  readonly by: 'option' | 'name' | 'list' | 'document' | 'endpoint' | undefined;
  /** The entry of the profile's `requests` that lists the file, even if its name takes precedence. */
  readonly listed: RequestFiles | undefined;
  readonly profile: FoundProfile | undefined;
  readonly meeting: FoundMeeting | undefined;
  /** URIs where the meeting file is searched, in this order; empty for anything but an update. */
  readonly meetingPlaces: readonly string[];
  /** Where the profile lists requests inside the file; empty where the file is a single request, or none. */
  readonly bodies: readonly ListedBodies[];
  /** The document that names the file as a body. */
  readonly named: NamedBody | undefined;
  /** The kind of document or code in which requests are looked for. */
  readonly container: ContainerKind | undefined;
}

export interface RequestFile extends Omit<Classification, 'bodies' | 'container'> {
  readonly operation: Operation;
  /** The update is for one occurrence of a meeting. */
  readonly occurrence: boolean;
  /** It may as well be an update: `operation` is the first of two guesses. */
  readonly isEither: boolean;
}

interface ListedBodies {
  /** A JSON pointer with `*`. */
  readonly at: string;
  readonly file: RequestFile;
}

/** Undefined for a file that is not a request, or that contains several. */
export function requestFile({ bodies, container, operation, ...others }: Classification): RequestFile | undefined {
  const occurrence = others.listed?.occurrence ?? others.named?.target.occurrence ?? false;
  return operation && bodies.length === 0 ? { ...others, operation, occurrence, isEither: false } : undefined;
}

/** A request of a document or of code. */
export async function requestFor(
  files: Files,
  uri: string,
  root: string | undefined,
  { profile, listed }: Classification,
  target: Target,
  overrides: Overrides = {},
): Promise<RequestFile> {
  const operation = target.operation ?? overrides.operation ?? 'create';
  const isEither = !target.operation && !overrides.operation;
  const bounds = root ?? folderOf(profile?.uri ?? uri);
  const meetingPlaces =
    operation === 'update' ? placesOf(profile, listed, besideOf(target, [uri]), overrides.meeting, bounds) : [];
  const meeting = await findMeeting(files, meetingPlaces, overrides.meeting ? undefined : bounds);
  const { occurrence } = target;
  return { operation, occurrence, isEither, by: 'endpoint', listed, named: undefined, profile, meeting, meetingPlaces };
}

/**
 * Determines whether a file is a request and finds what applies to it: the nearest profile in its folder or above, up to
 * and including `root`, and the meeting file of an update. Profiles, meeting and response files have neither.
 */
export async function classify(
  files: Files,
  uri: string,
  root: string | undefined,
  overrides: Overrides = {},
): Promise<Classification> {
  const kind = fileKind(nameOf(uri));
  const operation = kind === 'create' || kind === 'update' ? kind : undefined;
  const isOtherKind = kind !== undefined && operation === undefined;
  if (isOtherKind && !overrides.operation) return unclassified;
  const profile = await profileInForce(files, uri, root, overrides);
  const entries = profile?.profile ? entriesFor(files, profile.uri, profile.profile, uri) : [];
  const contains = containerKind(nameOf(uri));
  const container = contains && isSearched(contains, profile, overrides) ? contains : undefined;
  // A pattern of the profile may match documents and code, which are not bodies; it can say which meeting they update.
  if (contains !== undefined && !mayBeListed(uri)) return { ...unclassified, listed: entries[0], profile, container };
  const file = { uri, root, overrides, profile, operation };
  const bodies: ListedBodies[] = [];
  for (const each of entries) {
    const listed = each.at === undefined ? undefined : requestFile(await classifyBy(files, file, each));
    if (each.at !== undefined && listed) bodies.push({ at: each.at, file: listed });
  }
  const found = await classifyBy(files, file, entries[0]);
  const isOther = !found.operation && bodies.length === 0;
  return { ...found, bodies, container: isOther ? container : undefined };
}

interface FileToClassify {
  readonly uri: string;
  readonly root: string | undefined;
  readonly overrides: Overrides;
  readonly profile: FoundProfile | undefined;
  /** By its name. */
  readonly operation: Operation | undefined;
}

/** As one request, if it is one: by the option, by its name, by this entry of the profile, or by a document that names it. */
async function classifyBy(
  files: Files,
  { uri, root, overrides, profile, operation: byName }: FileToClassify,
  listed: RequestFiles | undefined,
): Promise<Classification> {
  const mayBeNamed = !overrides.operation && !byName && !listed && mayBeListed(uri);
  const named = mayBeNamed ? files.named.of(uri) : undefined;
  const operation = overrides.operation ?? byName ?? listed?.operation ?? named?.target.operation;
  const by = overrides.operation ? 'option' : byName ? 'name' : listed ? 'list' : named && 'document';
  const bounds = root ?? folderOf(profile?.uri ?? uri);
  const beside = [...besideUpdate(uri), ...(named ? besideOf(named.target, [uri, named.by]) : [])];
  const meetingPlaces = operation === 'update' ? placesOf(profile, listed, beside, overrides.meeting, bounds) : [];
  const meeting = await findMeeting(files, meetingPlaces, overrides.meeting ? undefined : bounds);
  return { operation, by, listed, named, profile, meeting, meetingPlaces, bodies: [], container: undefined };
}

/** Whether requests are looked for in documents or code of this kind. */
function isSearched(kind: ContainerKind, found: FoundProfile | undefined, { containersOff = [] }: Overrides): boolean {
  if (!found || !governs(found) || containersOff.includes(kind)) return false;
  return found.profile?.containersOff.includes(kind) !== true;
}

const unclassified: Classification = {
  operation: undefined,
  by: undefined,
  listed: undefined,
  profile: undefined,
  meeting: undefined,
  meetingPlaces: [],
  bodies: [],
  named: undefined,
  container: undefined,
};

/** The first entry that matches; if that one lists requests inside the file, all that do. */
function entriesFor(files: Files, profileUri: string, { requests }: Profile, uri: string): readonly RequestFiles[] {
  const matching = files.entriesFor(requests, profileUri, uri);
  return matching[0]?.at === undefined ? matching.slice(0, 1) : matching.filter(({ at }) => at !== undefined);
}

function besideUpdate(uri: string): readonly string[] {
  return meetingNames(nameOf(uri)).map((name) => join(folderOf(uri), name));
}

/** After the meeting's number, next to these files. */
function besideOf({ meetingId }: Target, uris: readonly string[]): readonly string[] {
  if (meetingId === undefined) return [];
  const folders = new Set(uris.map(folderOf));
  return [...folders].flatMap((folder) => meetingNames(`${meetingId}.json`).map((name) => join(folder, name)));
}

/** Next to the update, then where the entry that lists it says, unless that leads outside. */
function placesOf(
  profile: FoundProfile | undefined,
  listed: RequestFiles | undefined,
  beside: readonly string[],
  override: string | undefined,
  within: string,
): readonly string[] {
  if (override) return [override];
  const named = profile && listed?.meeting ? resolveInside(folderOf(profile.uri), listed.meeting, within) : undefined;
  return named ? [...beside, named] : beside;
}

async function findMeeting(
  files: Files,
  places: readonly string[],
  within: string | undefined,
): Promise<FoundMeeting | undefined> {
  for (const uri of places) {
    const read = await files.read(uri, within);
    if (read.state === 'unreadable') return { uri, meeting: undefined, problem: read.reason };
    if (read.state === 'missing') continue;
    return { uri, ...readMeetingFile(files.document(uri, read.text, 'literal')) };
  }
  return undefined;
}
