import {
  fileKind,
  type Meeting,
  meetingNames,
  type Operation,
  type Profile,
  profileName,
  type RequestFiles,
  readMeetingFile,
  type Text,
  text,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { folderOf, foldersUpward, join, nameOf, resolveInside } from '../files/uris.ts';

/** The lock profile in force. */
export interface FoundProfile {
  readonly uri: string;
  /** Undefined where the file cannot be read at all; then `problem` says why. */
  readonly profile: Profile | undefined;
  readonly problem: Text | undefined;
}

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
  /** What determined the operation; undefined where nothing did. */
  readonly by: 'option' | 'name' | 'list' | undefined;
  /** The entry of the profile's `requests` that lists the file, even if its name takes precedence. */
  readonly listed: RequestFiles | undefined;
  readonly profile: FoundProfile | undefined;
  readonly meeting: FoundMeeting | undefined;
  /** URIs where the meeting file is searched, in this order; empty for anything but an update. */
  readonly meetingPlaces: readonly string[];
  /** Where the profile lists requests inside the file; empty where the file is a single request, or none. */
  readonly bodies: readonly ListedBodies[];
}

export interface RequestFile extends Omit<Classification, 'bodies'> {
  readonly operation: Operation;
}

interface ListedBodies {
  /** A JSON pointer with `*`. */
  readonly at: string;
  readonly file: RequestFile;
}

/** What the user specified on the command line in place of what we would find. */
export interface Overrides {
  readonly operation?: Operation;
  readonly profile?: string;
  readonly meeting?: string;
}

/** Undefined for a file that is not a request, or that contains several. */
export function requestFile({ bodies, operation, ...others }: Classification): RequestFile | undefined {
  return operation && bodies.length === 0 ? { ...others, operation } : undefined;
}

/**
 * Determines whether a file is a request and finds what applies to it: the nearest profile in its folder or above, up to
 * and including `root`, and the meeting file of an update. Profiles and meeting files have neither.
 */
export async function classify(
  files: Files,
  uri: string,
  root: string | undefined,
  overrides: Overrides = {},
): Promise<Classification> {
  const kind = fileKind(nameOf(uri));
  if ((kind === 'profile' || kind === 'meeting') && !overrides.operation) return unclassified;
  const profile = await profileInForce(files, uri, root, overrides);
  const entries = profile?.profile ? entriesFor(files, profile.uri, profile.profile, uri) : [];
  const byEntry = async (listed: RequestFiles | undefined) => {
    const named = kind === 'create' || kind === 'update' ? kind : undefined;
    const operation = overrides.operation ?? named ?? listed?.operation;
    const by = overrides.operation ? 'option' : named ? 'name' : listed && 'list';
    const bounds = root ?? folderOf(profile?.uri ?? uri);
    const meetingPlaces = operation === 'update' ? placesOf(uri, profile, listed, overrides.meeting, bounds) : [];
    const meeting = await findMeeting(files, meetingPlaces, overrides.meeting ? undefined : bounds);
    return { operation, by, listed, profile, meeting, meetingPlaces } as const;
  };
  const bodies: ListedBodies[] = [];
  for (const each of entries) {
    const file = each.at === undefined ? undefined : requestFile({ ...(await byEntry(each)), bodies: [] });
    if (each.at !== undefined && file) bodies.push({ at: each.at, file });
  }
  return { ...(await byEntry(entries[0])), bodies };
}

const unclassified: Classification = {
  operation: undefined,
  by: undefined,
  listed: undefined,
  profile: undefined,
  meeting: undefined,
  meetingPlaces: [],
  bodies: [],
};

export async function profileInForce(
  files: Files,
  uri: string,
  root: string | undefined,
  overrides: Overrides,
): Promise<FoundProfile | undefined> {
  if (overrides.profile) return readProfileAt(files, overrides.profile);
  for (const folder of foldersUpward(uri, root)) {
    const found = await readProfileAt(files, join(folder, profileName), root ?? folder);
    if (found) return found;
  }
  return undefined;
}

async function readProfileAt(files: Files, uri: string, within?: string): Promise<FoundProfile | undefined> {
  const read = await files.read(uri, within);
  if (read.state === 'missing') return undefined;
  if (read.state === 'unreadable') return { uri, profile: undefined, problem: read.reason };
  const profile = files.profile(uri, read.text);
  return { uri, profile, problem: profile.document.errors.length > 0 ? text`is not valid JSON` : undefined };
}

/** The first entry that matches; if that one lists requests inside the file, all that do. */
function entriesFor(files: Files, profileUri: string, { requests }: Profile, uri: string): readonly RequestFiles[] {
  const matching = files.entriesFor(requests, profileUri, uri);
  return matching[0]?.at === undefined ? matching.slice(0, 1) : matching.filter(({ at }) => at !== undefined);
}

/** Next to the update, then where the entry that lists it says, unless that leads outside. */
function placesOf(
  uri: string,
  profile: FoundProfile | undefined,
  listed: RequestFiles | undefined,
  override: string | undefined,
  within: string,
): readonly string[] {
  if (override) return [override];
  const beside = meetingNames(nameOf(uri)).map((name) => join(folderOf(uri), name));
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
