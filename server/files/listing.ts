import { joined, mayBeOurs, skippedFolders, type Text } from '../../shared/index.ts';
import { PathSet } from './pathSet.ts';
import { decoded, join, pathInside } from './uris.ts';
import type { FilesBelow, World } from './world.ts';

/** More than a workspace with requests usually has, and few enough to be walked in the background unnoticed. */
const maxEntries = 100_000;

/** The files below a folder that may be ours, as paths relative to it. */
export interface Listing {
  readonly paths: readonly string[];
  /** What else may exist: files, and folders with a slash at the end, that git ignores or that cannot be read. */
  readonly unseen: readonly string[];
}

/** One walk through a folder. `found` is set once it is done, unless it was cut short. */
interface Walk {
  readonly done: Promise<FoundFiles | undefined>;
  found?: FoundFiles;
}

interface FoundFiles extends Pick<FilesBelow, 'ignores'> {
  readonly paths: PathSet;
  readonly unseen: readonly string[];
}

/** The JSON files below folders: found by one walk, then kept up to date by the editor's reports. */
export class Listings {
  readonly #world: World;
  readonly #walks = new Map<string, Walk>();
  readonly #log: (problem: Text) => void;

  /** `log` receives what could not be read. */
  constructor(world: World, log: (problem: Text) => void = () => {}) {
    this.#world = world;
    this.#log = log;
  }

  /** A walk through `around`, a folder above, serves all folders in it. Undefined where there are too many files, or none. */
  async below(folder: string, around = folder): Promise<Listing | undefined> {
    const all = await this.#walk(around).done;
    if (folder === around) return all && { paths: [...all.paths.all], unseen: all.unseen };
    const inside = pathInside(around, folder);
    if (!all || inside === undefined) return this.below(folder);
    const from = (paths: readonly string[]) => paths.map((path) => path.slice(inside.length + 1));
    const unseen = all.unseen.filter((path) => path.startsWith(`${inside}/`) || `${inside}/`.startsWith(path));
    return { paths: from(all.paths.below(inside)), unseen: from(unseen) };
  }

  /** A file or folder was added. Returns whether any listing may have changed. */
  added(uri: string): boolean {
    return this.#each(uri, (walk, path, folder) => {
      if (mayBeOurs(path) && walk.found?.ignores(path)) return false;
      if (mayBeOurs(path) && walk.found) walk.found.paths.add(path);
      else if (mayBeOurs(path) || mayBeFolder(path)) this.#walks.delete(folder);
      else return false;
      return true;
    });
  }

  /** A file or folder was removed. Returns whether any listing may have changed. */
  removed(uri: string): boolean {
    return this.#each(uri, ({ found }, path, folder) => {
      if (!found) return this.#walks.delete(folder);
      if (mayBeOurs(path)) return found.paths.delete(path);
      const gone = found.paths.below(path);
      for (const each of gone) found.paths.delete(each);
      return gone.length > 0;
    });
  }

  forget(): void {
    this.#walks.clear();
  }

  #walk(folder: string): Walk {
    const known = this.#walks.get(folder);
    if (known) return known;
    const walk: Walk = { done: this.#look(folder, (found) => (walk.found = found)) };
    this.#walks.set(folder, walk);
    return walk;
  }

  async #look(folder: string, keep: (found: FoundFiles) => void): Promise<FoundFiles | undefined> {
    const {
      paths: all,
      ignored,
      problems,
      complete,
      ignores,
    } = await this.#world.filesBelow(folder, { atMost: maxEntries, within: folder });
    for (const { path, reason } of problems)
      this.#log(joined([decoded(path === '' ? folder : join(folder, path)), reason], ' '));
    if (!complete || (all.length === 0 && ignored.length === 0)) return undefined;
    const paths = new PathSet();
    for (const path of all) paths.add(path);
    const found = {
      paths,
      ignores,
      unseen: [...ignored, ...problems.map(({ path }) => (path === '' ? '' : `${path}/`))],
    };
    keep(found);
    return found;
  }

  #each(uri: string, change: (walk: Walk, path: string, folder: string) => boolean): boolean {
    if (uri.split('/').some((name) => skippedFolders.includes(name))) return false;
    const above = [...this.#walks].filter(([folder]) => uri.startsWith(`${folder}/`));
    return above.map(([folder, walk]) => change(walk, pathInside(folder, uri) ?? '', folder)).includes(true);
  }
}

/** Editors do not report whether it was a file or a folder; a name with an extension is taken for a file. */
function mayBeFolder(path: string): boolean {
  return !/\.[a-z]\w*$/i.test(path);
}
