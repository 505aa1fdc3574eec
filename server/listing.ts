import picomatch from 'picomatch';
import type { Profile } from '../shared/index.ts';
import { folderOf, join } from './uris.ts';
import type { World } from './world.ts';

/** More than any folder of requests, and a walk that nobody notices. */
const maxEntries = 20_000;

/** Longer than paths get; folders that lead round in circles are left here. */
const maxLength = 4096;

/** Folders that hold other people's files. */
export const leftOut: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * The files below a folder as paths from it. Undefined where they are too many, or where nothing is to be seen: a world
 * without a view into folders.
 */
export async function listBelow(world: World, folder: string): Promise<readonly string[] | undefined> {
  const files: string[] = [];
  const open = [''];
  let seen = 0;
  for (let at = 0; at < open.length; at++) {
    const path = open[at] as string;
    const entries = await world.list(path === '' ? folder : join(folder, path));
    seen += entries.length;
    if (seen > maxEntries) return undefined;
    for (const { name, type } of entries) {
      const below = path === '' ? name : `${path}/${name}`;
      if (below.length > maxLength) return undefined;
      if (type === 'file') files.push(below);
      else if (!leftOut.has(name)) open.push(below);
    }
  }
  return files.length > 0 ? files : undefined;
}

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
