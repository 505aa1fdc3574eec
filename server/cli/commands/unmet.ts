/** A check that has checked nothing must not look like one that has found nothing. */
import { fileKind } from '../../../shared/index.ts';
import { nameOf } from '../../files/uris.ts';
import type { Overrides } from '../../inspection/profileInForce.ts';
import type { Inputs } from '../input/collect.ts';
import type { Inspector } from '../input/inspector.ts';
import type { Problem } from '../input/problems.ts';
import type { CheckedFile } from '../output/checked.ts';

/** What the user accepts. */
export interface Tolerance {
  readonly allowsEmpty: boolean;
  readonly allowsNoProfile: boolean;
  /** Something is left out. */
  readonly leavesOut: boolean;
  /** A lock profile that is named governs requests that others list. */
  readonly overrides: Overrides;
}

/** What was expected to be there, and is not. */
export function unmet(
  files: readonly CheckedFile[],
  inputs: Inputs,
  { problems, profiles }: Pick<Inspector, 'problems' | 'profiles'>,
  { allowsEmpty, allowsNoProfile, leavesOut, overrides }: Tolerance,
): readonly Problem[] {
  const known = problems.all;
  const empty = allowsEmpty ? [] : emptyPlaces(files, inputs, known);
  const isFine = allowsEmpty || leavesOut || overrides.profile !== undefined || known.length + empty.length > 0;
  const ignored = isFine ? [] : ignoredRequests(files, inputs, profiles);
  return [...empty, ...ignored, ...(allowsNoProfile ? [] : withoutProfile(files))];
}

const nothingHere = 'nothing to check: no requests, lock profiles or meeting files found (--allow-empty accepts that)';

/** The folders and patterns that contain none of our files. What could not be read in one is reason enough. */
function emptyPlaces(files: readonly CheckedFile[], { places }: Inputs, known: readonly Problem[]): readonly Problem[] {
  const checked = new Set(files.map(({ uri }) => uri));
  const empty = [...places].filter(([, uris]) => !uris.some((each) => checked.has(each)));
  if (known.length > 0) return [];
  if (empty.length > 0) return empty.map(([file]) => ({ file, message: nothingHere }));
  return files.length === 0 ? [{ file: null, message: nothingHere }] : [];
}

const accepting = '(--no-gitignore searches them, --allow-empty accepts that)';

/** All requests of a lock profile, or of the places that were searched. */
function ignoredRequests(
  files: readonly CheckedFile[],
  { ignored, places }: Inputs,
  used: Inspector['profiles'],
): readonly Problem[] {
  if (ignored.length === 0) return [];
  const searched = new Set([...places.values()].flat());
  const idle = files.filter(({ uri, lists }) => lists && searched.has(uri) && !used.has(uri));
  const message = `lists requests, and none of them was checked: git ignores them ${accepting}`;
  if (idle.length > 0) return idle.map(({ file }) => ({ file, message }));
  const requests = ignored.filter((uri) => isRequest(nameOf(uri)));
  if (requests.length === 0 || files.some((each) => each.requests > 0)) return [];
  return [{ file: null, message: `no request was checked: git ignores all of them ${accepting}` }];
}

function isRequest(name: string): boolean {
  return ['create', 'update'].includes(fileKind(name) ?? '');
}

/** Hardly anything can be found without what a profile says: the likeliest mistake in CI. */
function withoutProfile(files: readonly CheckedFile[]): readonly Problem[] {
  const unchecked = "what depends on the account's locks was not checked (--allow-no-profile accepts that)";
  const silent = 'a lock profile without waitingRoom, passcode and authentication';
  return [
    ...owners(files, ({ unprofiled }) => unprofiled, 'no lock profile', unchecked),
    ...owners(files, ({ unsettled }) => unsettled, silent, unchecked),
  ];
}

/** The number of files that are named. */
const mostNamed = 3;

function owners(
  files: readonly CheckedFile[],
  requestsIn: (file: CheckedFile) => number,
  lack: string,
  unchecked: string,
): readonly Problem[] {
  const those = files.filter((each) => requestsIn(each) > 0);
  const requests = those.reduce((total, each) => total + requestsIn(each), 0);
  const [first] = those;
  if (!first) return [];
  if (requests === 1) return [{ file: first.file, message: `has ${lack}: ${unchecked}` }];
  const more = those.length > mostNamed ? `, and ${those.length - mostNamed} more files` : '';
  const named = those.slice(0, mostNamed).map(({ file }) => file);
  return [{ file: null, message: `${requests} requests have ${lack}: ${unchecked}: ${named.join(', ')}${more}` }];
}
