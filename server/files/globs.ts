import picomatch from 'picomatch';
import type { Profile } from '../../shared/index.ts';
import { folderOf } from './uris.ts';

/** The patterns of the profile that no file matches; undefined where nobody can tell. */
export async function unmatchedGlobs(
  uri: string,
  { requests, ignore }: Profile,
  list: (folder: string) => Promise<readonly string[] | undefined>,
): Promise<readonly string[] | undefined> {
  const globs = new Set([...requests, ...ignore].flatMap((each) => each.files ?? []));
  if (globs.size === 0) return undefined;
  const files = await list(folderOf(uri));
  return files && [...globs].filter((glob) => !files.some(matcher(glob)));
}

/** Whether a path matches the pattern. One that picomatch refuses, by throwing, matches nothing: without or with too many characters. */
export function matcher(glob: string): (path: string) => boolean {
  return glob === '' || glob.length > 1000 ? () => false : picomatchOf(glob);
}

/** The pattern that matches this path alone; undefined where there is a backslash in it, which picomatch cannot match. */
export function globFor(path: string): string | undefined {
  return path.includes('\\') ? undefined : path.replace(/[!-,:-@[-^`{-~]/g, '\\$&');
}

/** picomatch's function would take the index that `some` hands over for an option. */
function picomatchOf(glob: string): (path: string) => boolean {
  const matches = picomatch(glob, { dot: true });
  return (path) => matches(path);
}
