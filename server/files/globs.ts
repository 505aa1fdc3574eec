import {
  literalGlob,
  matchesPath,
  maxPatternLength,
  mayBeListed,
  type PathPattern,
  type Profile,
  readPattern,
} from '../../shared/index.ts';
import type { Listing } from './listing.ts';
import { Turns } from './turns.ts';
import { folderOf } from './uris.ts';

/** An entry of the profile that may apply to some files only; undefined: to all. */
export interface WithPattern {
  readonly files: string | undefined;
}

/** The entries of a list that apply to a file, by its path from the profile's folder, in the order of the list. */
export type EntriesFor<Entry> = (path: string) => readonly Entry[];

interface Candidate {
  readonly index: number;
  readonly pattern: PathPattern;
}

/**
 * Indexes entries by what their patterns begin with, so that each path is matched against only the few candidates.
 * Patterns that cannot be read match nothing.
 */
export function entriesByPath<Entry extends WithPattern>(entries: readonly Entry[]): EntriesFor<Entry> {
  const always = entries.flatMap(({ files }, index) => (files === undefined ? [index] : []));
  const { byBeginning, lengths } = candidatesIn(entries);
  return (path) => {
    const found = new Set(always);
    const names = path.split('/');
    for (const length of lengths) {
      if (length > path.length) break;
      for (const { index, pattern } of byBeginning.get(path.slice(0, length)) ?? [])
        if (!found.has(index) && matchesPath(pattern, names)) found.add(index);
    }
    return [...found].sort((a, b) => a - b).map((index) => entries[index] as Entry);
  };
}

function candidatesIn(entries: readonly WithPattern[]) {
  const byBeginning = new Map<string, Candidate[]>();
  entries.forEach(({ files }, index) => {
    for (const pattern of alternativesOf(files)) {
      const known = byBeginning.get(pattern.beginning) ?? [];
      byBeginning.set(pattern.beginning, known);
      known.push({ index, pattern });
    }
  });
  const lengths = [...new Set([...byBeginning.keys()].map(({ length }) => length))].sort((a, b) => a - b);
  return { byBeginning, lengths };
}

function alternativesOf(files: string | undefined): readonly PathPattern[] {
  const pattern = files === undefined ? undefined : readPattern(files);
  return pattern && 'alternatives' in pattern ? pattern.alternatives : [];
}

/** Tests a path against the pattern. A pattern that cannot be read matches nothing. */
export function matcher(pattern: string): (path: string) => boolean {
  const matching = entriesByPath([{ files: pattern }]);
  return (path) => matching(path).length > 0;
}

/** The pattern that matches only this path; undefined where it would be too long. */
export function globFor(path: string): string | undefined {
  const pattern = literalGlob(path);
  return pattern.length > maxPatternLength ? undefined : pattern;
}

/**
 * The readable patterns of the profile that match no file and can match none that is unseen; undefined where that cannot
 * be determined, or once the result is no longer wanted.
 */
export async function unmatchedGlobs(
  uri: string,
  { requests, ignore }: Profile,
  list: (folder: string) => Promise<Listing | undefined>,
  isOutdated: () => boolean = () => false,
): Promise<readonly string[] | undefined> {
  // An entry lists JSON files; to documents and code, it can say which meeting they update.
  const forAll = new Set([...requests.filter(({ meeting }) => meeting), ...ignore].map(({ files }) => files));
  const globs = new Set([...requests, ...ignore].flatMap((each) => each.files ?? []));
  const entries = [...globs].filter((each) => alternativesOf(each).length > 0).map((files) => ({ files }));
  if (entries.length === 0) return undefined;
  const listing = await list(folderOf(uri));
  if (!listing) return undefined;
  const turns = new Turns();
  const entriesFor = entriesByPath(entries);
  const matched = new Set<WithPattern>();
  for (const path of [...listing.paths, ...listing.unseen.filter((each) => !isFolder(each))]) {
    for (const entry of entriesFor(path)) if (mayBeListed(path) || forAll.has(entry.files)) matched.add(entry);
    await turns.next();
    if (isOutdated()) return undefined;
  }
  const folders = listing.unseen.filter(isFolder);
  const unmatched: string[] = [];
  for (const entry of entries) {
    if (!matched.has(entry) && !mayMatchIn(folders, entry.files)) unmatched.push(entry.files);
    await turns.next();
  }
  return unmatched;
}

/** A path of a listing; '' is the folder that was searched. */
function isFolder(path: string): boolean {
  return path === '' || path.endsWith('/');
}

/** Whether the pattern may match anything in these folders. */
function mayMatchIn(folders: readonly string[], pattern: string): boolean {
  const beginnings = alternativesOf(pattern).map(({ beginning }) => beginning);
  return folders.some((folder) => beginnings.some((each) => each.startsWith(folder) || folder.startsWith(each)));
}
