import { join, pathInside } from './uris.ts';
import type { World } from './world.ts';

/** More than any workspace has where somebody keeps requests, and a walk in the background that nobody notices. */
const maxEntries = 100_000;

/** Longer than paths get; folders that lead round in circles are left here. */
const maxLength = 4096;

/** Folders that hold other people's files. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** So many folders are read before others have their turn. */
const batchSize = 50;

/** One walk through a folder; `paths` once it is done, where it came to an end. */
interface Walk {
  readonly done: Promise<ReadonlySet<string> | undefined>;
  paths?: Set<string>;
}

/** The JSON files below folders: walked through once, then kept up to date by what the editor tells. */
export class Listings {
  readonly #world: World;
  readonly #walks = new Map<string, Walk>();

  constructor(world: World) {
    this.#world = world;
  }

  /** As paths from the folder. A walk through `around`, a folder above, serves all below it. Undefined where nobody can tell. */
  async below(folder: string, around = folder): Promise<readonly string[] | undefined> {
    const all = await this.#walk(around).done;
    if (folder === around) return all && [...all];
    const inside = pathInside(around, folder);
    if (!all || inside === undefined) return this.below(folder);
    return [...all].filter((path) => path.startsWith(`${inside}/`)).map((path) => path.slice(inside.length + 1));
  }

  /** A file or folder came. Returns whether the files below some folder may be others now. */
  added(uri: string): boolean {
    return this.#each(uri, (walk, path, folder) => {
      if (isJson(path) && walk.paths) walk.paths.add(path);
      else if (isJson(path) || mayBeFolder(path)) this.#walks.delete(folder);
      else return false;
      return true;
    });
  }

  /** A file or folder went. Returns as `came`. */
  removed(uri: string): boolean {
    return this.#each(uri, ({ paths }, path, folder) => {
      if (!paths) return this.#walks.delete(folder);
      if (isJson(path)) return paths.delete(path);
      const gone = [...paths].filter((each) => each.startsWith(`${path}/`));
      for (const each of gone) paths.delete(each);
      return gone.length > 0;
    });
  }

  forget(): void {
    this.#walks.clear();
  }

  #walk(folder: string): Walk {
    const known = this.#walks.get(folder);
    if (known) return known;
    const walk: Walk = { done: Promise.resolve(this.#world.filesBelow(folder, maxEntries)).then(keep) };
    this.#walks.set(folder, walk);
    return walk;

    function keep(files: readonly string[] | undefined): ReadonlySet<string> | undefined {
      const paths = files && new Set(files.filter(isJson));
      if (paths) walk.paths = paths;
      return paths;
    }
  }

  #each(uri: string, change: (walk: Walk, path: string, folder: string) => boolean): boolean {
    if (uri.split('/').some((name) => skippedFolders.has(name))) return false;
    const above = [...this.#walks].filter(([folder]) => uri.startsWith(`${folder}/`));
    return above.map(([folder, walk]) => change(walk, pathInside(folder, uri) ?? '', folder)).includes(true);
  }
}

function isJson(path: string): boolean {
  return /\.jsonc?$/i.test(path);
}

/** Editors do not say what came or went; a name with an extension is taken for a file's. */
function mayBeFolder(path: string): boolean {
  return !/\.[a-z]\w*$/i.test(path);
}

/** `World.filesBelow` for a world that can only look into one folder after the other. */
export async function walkBelow(
  world: Pick<World, 'list'>,
  folder: string,
  atMost: number,
): Promise<readonly string[] | undefined> {
  const files: string[] = [];
  const open = [''];
  let seen = 0;
  for (let at = 0; at < open.length; at++) {
    if (at % batchSize === batchSize - 1) await yieldToEventLoop();
    const path = open[at] as string;
    const entries = await world.list(path === '' ? folder : join(folder, path));
    seen += entries.length;
    if (seen > atMost) return undefined;
    for (const { name, type } of entries) {
      const below = path === '' ? name : `${path}/${name}`;
      if (below.length > maxLength) return undefined;
      if (type === 'file') files.push(below);
      else if (!skippedFolders.has(name)) open.push(below);
    }
  }
  return files.length > 0 ? files : undefined;
}

/** Whatever waits for the event loop goes first. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
