import { fileKind, mayBeOurs, skippedFolders, text } from '../../shared/index.ts';
import { GitIgnore } from './gitIgnore.ts';
import { Turns } from './turns.ts';
import { join, pathInside } from './uris.ts';
import { type Disk, type FilesBelow, type FolderEntry, reasons, type WalkLimits, type WalkProblem } from './world.ts';

/** Longer than real paths get; a walk through folders that form a cycle ends here. */
const maxLength = 4096;

/** Profiles and meeting files are read even if git ignores them, since other files depend on them. */
export function isReadAlways(path: string): boolean {
  const kind = fileKind(path.slice(path.lastIndexOf('/') + 1));
  return kind !== undefined && kind !== 'create' && kind !== 'update';
}

/** Walks through a folder in the order of names. Never fails: what could not be read is among the problems. */
export async function walkBelow(
  disk: Pick<Disk, 'list' | 'read' | 'real'>,
  folder: string,
  limits: WalkLimits,
): Promise<FilesBelow> {
  const walk = new Walk(disk, folder, limits);
  await walk.run();
  return walk.found;
}

interface Place {
  /** Relative to the folder in which the walk began, which is ''. */
  readonly path: string;
  readonly type: FolderEntry['type'];
}

class Walk {
  readonly #disk: Pick<Disk, 'list' | 'read' | 'real'>;
  readonly #folder: string;
  readonly #limits: WalkLimits;
  readonly #git = new GitIgnore();
  /** The path from `limits.within` to the folder: `a/b/`; '' if they are the same. */
  readonly #start: string;
  readonly #open: Place[] = [{ path: '', type: 'folder' }];
  readonly #paths: string[] = [];
  readonly #ignored: string[] = [];
  readonly #problems: WalkProblem[] = [];
  readonly #turns = new Turns();
  #entries = 0;

  constructor(disk: Pick<Disk, 'list' | 'read' | 'real'>, folder: string, limits: WalkLimits) {
    this.#disk = disk;
    this.#folder = folder;
    this.#limits = limits;
    const start = folder === limits.within ? '' : pathInside(limits.within, folder);
    this.#start = start ? `${start}/` : '';
  }

  get found(): FilesBelow {
    return {
      paths: this.#paths,
      ignored: this.#ignored,
      problems: this.#problems,
      complete: this.#entries <= this.#limits.atMost,
      ignores: (path) => !isReadAlways(path) && this.#git.ignoresFile(this.#start + path),
    };
  }

  async run(): Promise<void> {
    await this.#readIgnoreFilesAbove();
    for (let place = this.#open.pop(); place && !this.#limits.isStopped?.(); place = this.#open.pop()) {
      if (place.type === 'file') this.#paths.push(place.path);
      else await this.#enter(place.path);
      if (this.#entries > this.#limits.atMost) {
        this.#problems.push({ path: '', reason: text`holds more than ${this.#limits.atMost} files and folders` });
        return;
      }
    }
  }

  /** The ignore files that apply to the folder, too: of the repository and of the folders down to this one. */
  async #readIgnoreFilesAbove(): Promise<void> {
    if (this.#limits.searchesIgnored) return;
    await this.#readIgnoreFile('', join(this.#limits.within, '.git/info/exclude'));
    const names = this.#start.split('/').slice(0, -1);
    for (let depth = 0; depth < names.length; depth++) {
      const above = names.slice(0, depth).join('/');
      await this.#readIgnoreFile(above, join(this.#limits.within, above === '' ? '.gitignore' : `${above}/.gitignore`));
    }
  }

  async #readIgnoreFile(folder: string, uri: string): Promise<void> {
    const read = await this.#disk.read(uri);
    if (read.state === 'text') this.#git.add(folder, read.text);
  }

  async #enter(path: string): Promise<void> {
    const uri = path === '' ? this.#folder : join(this.#folder, path);
    const { entries, problem, missing } = await this.#disk.list(uri);
    // That was in a list: neither Node nor a URI has names with other bytes than those of UTF-8.
    if (missing && path !== '') this.#problems.push({ path, reason: reasons.gone });
    if (problem) this.#problems.push({ path, reason: problem });
    // A virtual environment of Python, whatever it is called.
    if (path !== '' && entries.some(({ name }) => name === 'pyvenv.cfg')) return;
    this.#entries += entries.length;
    // Git does not follow links here, either.
    if (!this.#limits.searchesIgnored && entries.some(({ name, linked }) => name === '.gitignore' && !linked))
      await this.#readIgnoreFile((this.#start + path).replace(/\/$/, ''), join(uri, '.gitignore'));
    for (let at = entries.length - 1; at >= 0; at--) {
      this.#look(entries[at] as FolderEntry, path, uri);
      await this.#turns.next();
    }
  }

  /** Called in reverse order, since `#open` is a stack. */
  #look({ name, type, linked }: FolderEntry, folder: string, folderUri: string): void {
    if (type === 'folder' ? skippedFolders.includes(name) : !mayBeOurs(name)) return;
    const path = folder === '' ? name : `${folder}/${name}`;
    if (type === 'folder' && this.#isTooDeep(path)) return;
    if (this.#limits.excludes?.(join(folderUri, name))) return;
    if (path.length > maxLength) {
      this.#problems.push({ path: folder, reason: text`is nested too deeply` });
    } else if (!isReadAlways(name) && this.#git.ignores(this.#start + path, type)) {
      this.#ignored.push(type === 'folder' ? `${path}/` : path);
    } else if (linked && !this.#isInside(join(folderUri, name))) {
      if (fileKind(name)) this.#problems.push({ path, reason: reasons.outside });
    } else this.#open.push({ path, type });
  }

  #isTooDeep(folder: string): boolean {
    const { mostNames } = this.#limits;
    return mostNames !== undefined && folder.split('/').length >= mostNames;
  }

  #isInside(uri: string): boolean {
    return pathInside(this.#disk.real(this.#limits.within), this.#disk.real(uri)) !== undefined;
  }
}
