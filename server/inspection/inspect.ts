import {
  type CoversFile,
  type Finding,
  fileKind,
  type IgnoreEntry,
  type JsonDocument,
  type Profile,
  type ProfileSurroundings,
  parse,
  quickParse,
  type Report,
  type RequestContext,
  readRequest,
  reportMeeting,
  reportProfile,
  reportRequest,
  requestContext,
} from '../../shared/index.ts';
import type { Files } from '../files/files.ts';
import { unmatchedGlobs } from '../files/globs.ts';
import { folderOf, nameOf, pathInside } from '../files/uris.ts';
import { type FoundProfile, type Overrides, profileInForce, type RequestFile, requestFile } from './classify.ts';

/** What the lens makes of one file; the one result that every feature reads. */
export type Inspection = RequestInspection | ProfileInspection | MeetingInspection;

interface FileReport extends Report {
  readonly document: JsonDocument;
}

export interface RequestInspection extends FileReport {
  readonly kind: 'request';
  readonly file: RequestFile;
  readonly context: RequestContext;
}

export interface ProfileInspection extends FileReport {
  readonly kind: 'profile';
  readonly profile: Profile;
  readonly around: ProfileSurroundings;
}

export interface MeetingInspection extends FileReport {
  readonly kind: 'meeting';
  /** The one that says what to ignore here. */
  readonly foundProfile: FoundProfile | undefined;
}

/**
 * Returns undefined, without parsing anything, for a file that is none of the lens' business. `read` makes the tree of a
 * request; without it, it is the one that all share.
 */
export async function inspect(
  files: Files,
  uri: string,
  text: string,
  root: string | undefined,
  overrides: Overrides = {},
  read: () => JsonDocument = () => files.document(uri, text),
): Promise<Inspection | undefined> {
  const file = await requestFile(files, uri, root, overrides);
  if (file) return inspectRequest(files, uri, read(), file);
  switch (fileKind(nameOf(uri))) {
    case 'profile':
      return inspectProfile(files, uri, text, root);
    case 'meeting':
      return inspectMeeting(files, uri, text, await profileInForce(files, uri, root, overrides));
    default:
      return undefined;
  }
}

/**
 * The same for one of thousands of files, of which nothing is kept: only where there is something to tell does it take a
 * tree with places.
 */
export async function inspectOnce(
  files: Files,
  uri: string,
  text: string,
  root: string | undefined,
  overrides: Overrides = {},
): Promise<Inspection | undefined> {
  const withoutSpans = quickParse(text);
  const quick = withoutSpans && (await inspect(files, uri, text, root, overrides, () => withoutSpans));
  const clean = quick && quick.findings.length === 0 && quick.ignored.length === 0;
  return clean || (withoutSpans && !quick) ? quick : inspect(files, uri, text, root, overrides, () => parse(text));
}

async function inspectProfile(
  files: Files,
  uri: string,
  text: string,
  root: string | undefined,
): Promise<ProfileInspection> {
  const profile = files.profile(uri, text);
  const unmatched = await unmatchedGlobs(uri, profile, (folder) => files.listings.below(folder, root));
  return profileInspection(files, uri, profile, { today: files.today(), unmatched });
}

/** The profile once more, now that it is known which entries of `ignore` the files that it governs use. */
export function withUsedIgnores(
  files: Files,
  uri: string,
  { profile, around, used }: ProfileInspection,
  elsewhere: readonly IgnoreEntry[],
): ProfileInspection {
  return profileInspection(files, uri, profile, { ...around, used: [...used, ...elsewhere] });
}

function profileInspection(
  files: Files,
  uri: string,
  profile: Profile,
  around: ProfileSurroundings,
): ProfileInspection {
  const report = reportProfile(profile, around, coversFile(files, uri, uri));
  return { kind: 'profile', document: profile.document, profile, around, ...report };
}

function inspectMeeting(
  files: Files,
  uri: string,
  text: string,
  foundProfile: FoundProfile | undefined,
): MeetingInspection {
  const document = files.document(uri, text);
  const covers = coversFile(files, foundProfile?.uri, uri);
  return {
    kind: 'meeting',
    document,
    foundProfile,
    ...reportMeeting(readRequest(document), foundProfile?.profile, covers),
  };
}

function inspectRequest(files: Files, uri: string, document: JsonDocument, file: RequestFile): RequestInspection {
  const surroundings = {
    profile: file.profile?.profile,
    meeting: file.meeting?.meeting,
    occurrence: file.listed?.occurrence ?? false,
  };
  const context = requestContext(document, file.operation, surroundings);
  const report = reportRequest(context, coversFile(files, file.profile?.uri, uri));
  return { kind: 'request', document, file, context, ...report };
}

/** Whether an entry of the profile speaks of the file. One elsewhere, which only `--profile` brings about, has no path for a pattern. */
function coversFile(files: Files, profile: string | undefined, uri: string): CoversFile {
  return (entry) => {
    const path = profile && pathInside(folderOf(profile), uri);
    return path ? files.matcher(entry)(path) : entry.files === undefined;
  };
}

/** What is told and what the user ignores: the one is as true as the other. */
export function allFindings({ findings, ignored }: Inspection): readonly Finding[] {
  return [...findings, ...ignored];
}

/** The lock profile that governs a request or meeting file. */
export function profileFor(inspection: Inspection): FoundProfile | undefined {
  if (inspection.kind === 'request') return inspection.file.profile;
  return inspection.kind === 'meeting' ? inspection.foundProfile : undefined;
}
