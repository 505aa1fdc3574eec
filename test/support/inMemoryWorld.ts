import { canonical, pathInside } from '../../server/files/uris.ts';
import { walkBelow } from '../../server/files/walk.ts';
import {
  type Disk,
  decode,
  type FilesBelow,
  type FolderContent,
  type FolderEntry,
  isFolder,
  type ReadResult,
  reasons,
  type WalkLimits,
} from '../../server/files/world.ts';
import type { Readers } from '../../shared/containers/containers.ts';
import { readers } from '../../shared/containers/readers.ts';
import { containerPattern, mayBeListed, mayBeOurs } from '../../shared/fileKind.ts';
import { joined, type Text } from '../../shared/text.ts';

/** The content at a URI: text, bytes, or the reason why it cannot be read. */
export type Content = string | Uint8Array | { readonly unreadable: string | Text };

/** A disk that tests can inspect and change. A folder exists if there is a file below it. */
export class InMemoryWorld implements Disk {
  /** The URIs that were read, in order. */
  readonly reads: string[] = [];
  /** The folders that were listed, in order. */
  readonly lists: string[] = [];
  date = '2026-11-24';
  /** Those of documents and code; how often they were loaded. */
  readers: Readers = readers;
  loads = 0;
  /** Names are case-insensitive, as on most disks of Windows and macOS. */
  caseless = false;
  readonly #links = new Map<string, string>();
  readonly #files = new Map<string, Content>();
  readonly #locked = new Set<string>();
  #gate: { readonly opened: Promise<void>; readonly open: () => void } | undefined;

  constructor(files: Readonly<Record<string, Content>> = {}) {
    for (const [uri, content] of Object.entries(files)) this.write(uri, content);
  }

  write(uri: string, content: Content): undefined {
    this.#files.set(keyOf(uri), content);
  }

  /** A link to a file or folder, which need not exist. */
  link(uri: string, target: string): void {
    this.#links.set(keyOf(uri), keyOf(target));
  }

  remove(uri: string): void {
    this.#links.delete(keyOf(uri));
    this.#files.delete(keyOf(uri));
  }

  has(uri: string): boolean {
    return this.#files.has(keyOf(uri));
  }

  textOf(uri: string): string | undefined {
    const content = this.#files.get(keyOf(uri));
    return typeof content === 'string' ? content : undefined;
  }

  /** From now on a read takes the content at once, but returns it only after `release`. */
  hold(): void {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.#gate = { opened, open };
  }

  release(): void {
    this.#gate?.open();
    this.#gate = undefined;
  }

  read(uri: string, within?: string): ReadResult | Promise<ReadResult> {
    const key = keyOf(uri);
    const real = this.real(key);
    const result = this.#resultFor(real);
    if (within !== undefined && result.state !== 'missing' && pathInside(this.real(within), real) === undefined)
      return { state: 'unreadable', reason: reasons.outside };
    this.reads.push(key);
    return this.#gate ? this.#gate.opened.then(() => result) : result;
  }

  real(uri: string): string {
    const key = keyOf(uri);
    const link = [...this.#links].find(([from]) => key === from || key.startsWith(`${from}/`));
    if (link) return this.real(link[1] + key.slice(link[0].length));
    const isAlike = (each: string) => each.toLowerCase() === key.toLowerCase();
    return (this.caseless && [...this.#files.keys()].find(isAlike)) || key;
  }

  filesBelow(uri: string, limits: WalkLimits): Promise<FilesBelow> {
    return walkBelow(this, uri, limits);
  }

  async loadReaders(): Promise<Readers> {
    this.loads++;
    return this.readers;
  }

  /** Like VS Code's file search, which includes files that git ignores. Null where there are more than `atMost`. */
  find(folder: string, pattern: string, atMost: number): readonly string[] | null {
    const paths = [...this.#files.keys()].flatMap((key) => pathInside(keyOf(folder), key) ?? []);
    const isMeant = (path: string) =>
      pattern === containerPattern
        ? mayBeOurs(path) && !mayBeListed(path)
        : mayBeListed(path) || path.endsWith('.gitignore');
    const found = paths.filter((path) => isMeant(path) && !/(^|\/)(node_modules|\.git)\//.test(path));
    return found.length > atMost ? null : found;
  }

  today(): string {
    return this.date;
  }

  list(uri: string): FolderContent {
    this.lists.push(keyOf(uri));
    if (this.#locked.has(keyOf(uri))) return { entries: [], problem: reasons.forbidden };
    return { entries: this.#entries(uri) };
  }

  /** From now on the folder cannot be listed. */
  lock(folder: string): void {
    this.#locked.add(keyOf(folder));
  }

  #entries(uri: string): readonly FolderEntry[] {
    const start = `${keyOf(uri).replace(/\/$/, '')}/`;
    const below = [...this.#files.keys(), ...this.#links.keys()].filter((key) => key.startsWith(start));
    const types = new Map(below.map((key) => entryOf(key.slice(start.length))));
    const entries = [...types].map(([name, type]): FolderEntry => {
      const linked = this.#links.has(start + name) ? { linked: true as const } : {};
      return { name: decodeURIComponent(name), type, ...linked };
    });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #resultFor(key: string): ReadResult {
    const content = this.#files.get(key);
    if (typeof content === 'string') return { state: 'text', text: content };
    if (content instanceof Uint8Array) return decode(content);
    if (content)
      return {
        state: 'unreadable',
        reason: typeof content.unreadable === 'string' ? joined([content.unreadable], '') : content.unreadable,
      };
    return this.#entries(key).length > 0 ? { state: 'unreadable', reason: isFolder } : { state: 'missing' };
  }
}

function keyOf(uri: string): string {
  return canonical(uri);
}

/** The first name of a path: of `a/b.json` the folder a, of `b.json` the file. */
function entryOf(path: string): readonly [string, FolderEntry['type']] {
  const [name = '', ...rest] = path.split('/');
  return [name, rest.length > 0 ? 'folder' : 'file'];
}
