import { matchesPath, maxPatternLength, type PathPattern, type Profile, readPattern } from '../../shared/index.ts';
import type { Listing } from './listing.ts';
import { folderOf } from './uris.ts';

/** An entry of the profile that speaks of files; none named is all. */
export interface WithPattern {
  readonly files: string | undefined;
}

/** The entries of a list that speak of a file, by its path from the profile's folder, in the order of the list. */
export type EntriesFor<Entry> = (path: string) => readonly Entry[];

interface Candidate {
  readonly index: number;
  readonly pattern: PathPattern;
}

/**
 * Looks entries up by what their patterns begin with, so that each path is held against the few that may match it.
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

/** Whether a path matches the pattern; nothing matches one that cannot be read. */
export function matcher(pattern: string): (path: string) => boolean {
  const matching = entriesByPath([{ files: pattern }]);
  return (path) => matching(path).length > 0;
}

/** Whether the pattern matches what nobody has seen: a file, or something in a folder, which has a slash at its end. */
function mayMatch(pattern: string, unseen: string): boolean {
  if (!unseen.endsWith('/') && unseen !== '') return matcher(pattern)(unseen);
  return alternativesOf(pattern).some(({ beginning }) => beginning.startsWith(unseen) || unseen.startsWith(beginning));
}

/** The pattern that matches this path alone; undefined where it would be too long to be one. */
export function globFor(path: string): string | undefined {
  const pattern = path.replace(/[!-,:-@[-^`{-~]/g, '\\$&');
  return pattern.length > maxPatternLength ? undefined : pattern;
}

/** The patterns of the profile that no file matches, those left out that cannot be read; undefined where nobody can tell. */
export async function unmatchedGlobs(
  uri: string,
  { requests, ignore }: Profile,
  list: (folder: string) => Promise<Listing | undefined>,
): Promise<readonly string[] | undefined> {
  const globs = new Set([...requests, ...ignore].flatMap((each) => each.files ?? []));
  const entries = [...globs].filter((each) => alternativesOf(each).length > 0).map((files) => ({ files }));
  if (entries.length === 0) return undefined;
  const listing = await list(folderOf(uri));
  if (!listing) return undefined;
  const entriesFor = entriesByPath(entries);
  const matched = new Set<WithPattern>();
  for (const path of listing.paths) for (const entry of entriesFor(path)) matched.add(entry);
  const unmatched = entries.filter((each) => !matched.has(each)).map(({ files }) => files);
  return unmatched.filter((each) => !listing.unseen.some((path) => mayMatch(each, path)));
}
