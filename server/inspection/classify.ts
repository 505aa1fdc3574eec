import {
  accountOf,
  accountProfile,
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
  /** What is wrong with the file: "is not valid JSON". */
  readonly problem: Text | undefined;
}

/** Whether it governs anything: half typed, it does by its last valid text. */
export function governs({ profile }: FoundProfile): boolean {
  return profile?.document.errors.length === 0;
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
  /** Of several lock profiles that lie together, that of this account, where there is one. */
  readonly account?: string | undefined;
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
    const limit = overrides.meeting ? undefined : bounds;
    const meeting = meetingPlaces.length > 0 ? await findMeeting(files, meetingPlaces, limit) : undefined;
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
  if (overrides.profile) return withPlain(files, await readProfileAt(files, overrides.profile), root);
  for (const folder of foldersUpward(uri, root)) {
    const plain = await readProfileAt(files, join(folder, profileName), root ?? folder);
    if (plain) return (await profileOfAccount(files, plain, root ?? folder, overrides.account)) ?? plain;
  }
  return undefined;
}

/** The profile of the account beside the plain one. */
async function profileOfAccount(
  files: Files,
  plain: FoundProfile,
  within: string,
  account: string | undefined,
): Promise<FoundProfile | undefined> {
  if (account === undefined) return undefined;
  const found = await readProfileAt(files, join(folderOf(plain.uri), accountProfile(account)), within);
  return found && together(files, found, plain);
}

/** A profile that was named, with the plain one beside it where it is that of a further account. */
async function withPlain(
  files: Files,
  found: FoundProfile | undefined,
  root: string | undefined,
): Promise<FoundProfile | undefined> {
  if (!found || accountOf(nameOf(found.uri)) === undefined) return found;
  const folder = folderOf(found.uri);
  const plain = await readProfileAt(files, join(folder, profileName), root ?? folder);
  return plain ? together(files, found, plain) : found;
}

/** The account's settings are those of its own profile; which files are requests, the plain one says for all accounts. */
function together(files: Files, found: FoundProfile, plain: FoundProfile): FoundProfile {
  const { profile } = found;
  return profile && plain.profile ? { ...found, profile: files.combined(profile, plain.profile) } : found;
}

async function readProfileAt(files: Files, uri: string, within?: string): Promise<FoundProfile | undefined> {
  const read = await files.read(uri, within);
  if (read.state === 'missing') return undefined;
  if (read.state === 'unreadable') return { uri, profile: undefined, problem: read.reason };
  const profile = files.inForce(uri, files.profile(uri, read.text));
  const isBroken = profile.document.errors.length > 0 || profile.document.text !== read.text;
  return { uri, profile, problem: isBroken ? text`is not valid JSON` : undefined };
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
