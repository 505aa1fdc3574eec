import {
  checkMeeting,
  checkProfile,
  checkRequest,
  type Finding,
  fileKind,
  type JsonDocument,
  lookAt,
  type Profile,
  parse,
  type RequestContext,
  readRequest,
  sketch,
} from '../shared/index.ts';
import type { Files } from './files.ts';
import { unmatchedGlobs } from './listing.ts';
import { type Overrides, type RequestFile, requestFile } from './surroundings.ts';
import { nameOf } from './uris.ts';

/** What the lens makes of one file; the one result that every feature reads. */
export type Inspection = RequestInspection | ProfileInspection | MeetingInspection;

interface Inspected {
  readonly document: JsonDocument;
  readonly findings: readonly Finding[];
}

export interface RequestInspection extends Inspected {
  readonly kind: 'request';
  readonly file: RequestFile;
  readonly context: RequestContext;
}

export interface ProfileInspection extends Inspected {
  readonly kind: 'profile';
  readonly profile: Profile;
}

export interface MeetingInspection extends Inspected {
  readonly kind: 'meeting';
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
  if (file) return inspectRequest(read(), file);
  switch (fileKind(nameOf(uri))) {
    case 'profile':
      return inspectProfile(files, uri, text, root);
    case 'meeting': {
      const document = files.document(uri, text);
      return { kind: 'meeting', document, findings: checkMeeting(readRequest(document)) };
    }
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
  const sketched = sketch(text);
  const quick = sketched && (await inspect(files, uri, text, root, overrides, () => sketched));
  const clean = quick && quick.findings.length === 0;
  return clean || (sketched && !quick) ? quick : inspect(files, uri, text, root, overrides, () => parse(text));
}

async function inspectProfile(
  files: Files,
  uri: string,
  text: string,
  root: string | undefined,
): Promise<ProfileInspection> {
  const profile = files.profile(uri, text);
  const unmatched = await unmatchedGlobs(uri, profile, (folder) => files.listings.below(folder, root));
  const findings = checkProfile(profile, { today: files.today(), unmatched });
  return { kind: 'profile', document: profile.document, profile, findings };
}

function inspectRequest(document: JsonDocument, file: RequestFile): RequestInspection {
  const surroundings = { profile: file.profile?.profile, meeting: file.meeting?.meeting };
  const context = lookAt(document, file.operation, surroundings);
  return { kind: 'request', document, file, context, findings: checkRequest(context) };
}
