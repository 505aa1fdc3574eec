import {
  accountOf,
  accountProfile,
  type ContainerKind,
  type Operation,
  type Profile,
  profileName,
  type Text,
  text,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { folderOf, foldersUpward, join, nameOf } from '../files/uris.ts';

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

/** What the user specified on the command line in place of what we would find. */
export interface Overrides {
  readonly operation?: Operation;
  readonly profile?: string;
  readonly meeting?: string;
  /** Of several lock profiles that lie together, that of this account, where there is one. */
  readonly account?: string | undefined;
  /** The kinds of documents and code in which the user wants no requests looked for. */
  readonly containersOff?: readonly ContainerKind[];
}

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
