import {
  fileKind,
  type Meeting,
  meetingNames,
  type Operation,
  type Profile,
  profileName,
  type RequestFiles,
  readMeeting,
  type Text,
  text,
} from '../shared/index.ts';
import type { Files } from './files.ts';
import { folderOf, foldersUpward, join, nameOf, pathInside } from './uris.ts';

/** The lock profile in force. */
export interface FoundProfile {
  readonly uri: string;
  /** Undefined where the file cannot be read at all; then `problem` says why. */
  readonly profile: Profile | undefined;
  readonly problem: Text | undefined;
}

/** The state file of an update. */
export interface FoundMeeting {
  readonly uri: string;
  readonly meeting: Meeting | undefined;
  readonly problem: Text | undefined;
}

export interface RequestFile {
  readonly operation: Operation;
  readonly profile: FoundProfile | undefined;
  readonly meeting: FoundMeeting | undefined;
}

/** What the user said instead of what the lens would find. */
export interface Overrides {
  readonly operation?: Operation;
  readonly profile?: string;
  readonly meeting?: string;
}

/**
 * Tells whether a file is a request and finds what surrounds it: the nearest profile in its folder or above, up to and
 * with `root`, and for an update its meeting file. Returns undefined for any other file.
 */
export async function requestFile(
  files: Files,
  uri: string,
  root: string | undefined,
  overrides: Overrides = {},
): Promise<RequestFile | undefined> {
  const kind = fileKind(nameOf(uri));
  if ((kind === 'profile' || kind === 'meeting') && !overrides.operation) return undefined;
  const profile = await profileInForce(files, uri, root, overrides);
  const listed = profile?.profile && listedAs(files, profile.uri, profile.profile, uri);
  const named = kind === 'create' || kind === 'update' ? kind : undefined;
  const operation = overrides.operation ?? named ?? listed?.operation;
  if (!operation) return undefined;
  const meeting =
    operation === 'update' ? await findMeeting(files, uri, profile, listed, overrides.meeting) : undefined;
  return { operation, profile, meeting };
}

export async function profileInForce(
  files: Files,
  uri: string,
  root: string | undefined,
  overrides: Overrides,
): Promise<FoundProfile | undefined> {
  if (overrides.profile) return readProfileAt(files, overrides.profile);
  for (const folder of foldersUpward(uri, root)) {
    const found = await readProfileAt(files, join(folder, profileName));
    if (found) return found;
  }
  return undefined;
}

async function readProfileAt(files: Files, uri: string): Promise<FoundProfile | undefined> {
  const read = await files.read(uri);
  if (read.state === 'missing') return undefined;
  if (read.state === 'unreadable') return { uri, profile: undefined, problem: read.reason };
  const profile = files.profile(uri, read.text);
  return { uri, profile, problem: profile.document.errors.length > 0 ? text`is not valid JSON` : undefined };
}

function listedAs(files: Files, profileUri: string, { requests }: Profile, uri: string): RequestFiles | undefined {
  const path = pathInside(folderOf(profileUri), uri);
  return path === undefined ? undefined : requests.find((each) => files.matcher(each)(path));
}

async function findMeeting(
  files: Files,
  uri: string,
  profile: FoundProfile | undefined,
  listed: RequestFiles | undefined,
  override: string | undefined,
): Promise<FoundMeeting | undefined> {
  const beside = meetingNames(nameOf(uri)).map((name) => join(folderOf(uri), name));
  const named = profile && listed?.meeting ? [join(folderOf(profile.uri), listed.meeting)] : [];
  for (const candidate of override ? [override] : [...beside, ...named]) {
    const read = await files.read(candidate);
    if (read.state === 'unreadable') return { uri: candidate, meeting: undefined, problem: read.reason };
    if (read.state === 'missing') continue;
    const meeting = readMeeting(files.document(candidate, read.text));
    return { uri: candidate, meeting, problem: meeting ? undefined : text`is not a meeting as Zoom returns it` };
  }
  return undefined;
}
