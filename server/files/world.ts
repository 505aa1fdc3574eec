import { type Readers, type Text, text } from '../../shared/index.ts';

/** In bytes. Larger files are not read: no request, profile or collection comes close. */
export const maxFileSize = 20 * 1024 * 1024;

/** The part of the outside world that we need. Files are named by URI. */
export interface World {
  /**
   * Never fails and never waits for a writer: anything but a plain file of at most `maxFileSize` is returned as unreadable,
   * and so is a file that is, with links resolved, outside the folder `within`. `isListed`: a walk has found that it is a plain
   * file, so that it can be opened without another look.
   */
  read(uri: string, within?: string, isListed?: boolean): ReadResult | Promise<ReadResult>;
  /**
   * The files below a folder that may be ours, without those that git ignores or that are in folders such as `node_modules`.
   * Never fails.
   */
  filesBelow(uri: string, limits: WalkLimits): Promise<FilesBelow>;
  /**
   * The one URI of a file: links resolved, letter case as on the disk. Where there is no such file, the URI that it would
   * have. Returns the URI unchanged in a world without links.
   */
  real(uri: string): string;
  /** The date, `2026-11-24`. */
  today(): string;
  /** Loads the readers of documents and code, which are a bundle of their own. */
  loadReaders(): Promise<Readers>;
}

/** A world that can also list single folders and write files. */
export interface Disk extends World {
  /** The entries of a folder in the order of their names; empty where there is no such folder. */
  list(uri: string): FolderContent | Promise<FolderContent>;
  /** Undefined on success; else the reason, completing "zoom-lock-profile.json …": "cannot be written". */
  write(uri: string, text: string): Text | undefined;
}

export type ReadResult =
  /** `marked`: it began with a byte order mark, which is not in `text`. */
  | { readonly state: 'text'; readonly text: string; readonly marked?: true }
  | { readonly state: 'missing' }
  /**
   * `reason` completes "zoom-lock-profile.json …": "is a folder". `glance`: what a text looks like that is too large or in another
   * encoding, by its beginning.
   */
  | { readonly state: 'unreadable'; readonly reason: Text; readonly glance?: string };

/** The reason where a file was expected and a folder found. */
export const isFolder = text`is a folder`;

/** The reason for a file above `maxFileSize`. */
export const tooLarge = text`is too large to read`;

/** The other reasons. */
export const reasons = {
  unreadable: text`cannot be read`,
  notPlain: text`is not a plain file`,
  outside: text`leads outside the workspace folder or repository, and is not read`,
  forbidden: text`cannot be read: permission denied`,
  brokenLink: text`is a link that leads nowhere`,
  gone: text`is not found any more, or its name is not valid UTF-8`,
  notUtf8: text`is not valid UTF-8`,
  unwritable: text`cannot be written`,
  writeForbidden: text`cannot be written: permission denied`,
  diskFull: text`cannot be written: the disk is full`,
  noFolder: text`cannot be written: there is no such folder`,
  link: text`is a link, and links are not followed when writing: name the file that it leads to`,
} as const;

export interface FolderContent {
  readonly entries: readonly FolderEntry[];
  /** There is no such folder. */
  readonly missing?: true;
  /** Why it cannot be listed, completing "payloads …". */
  readonly problem?: Text;
}

export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
  /** It is a link to a file; linked folders are not listed. */
  readonly linked?: true;
}

export interface WalkLimits {
  /** The number of files and folders after which a walk gives up. */
  readonly atMost: number;
  /** The workspace folder or repository: links must lead into it, and git's ignore files apply from here down. */
  readonly within: string;
  /** What git ignores is searched, too. */
  readonly searchesIgnored?: boolean;
  /** Whether a file or folder, by its URI, is left out and not even listed. */
  readonly excludes?: (uri: string) => boolean;
  /** The number of names in the longest paths that are wanted: folders that are deeper are not listed. */
  readonly mostNames?: number;
  /** Returns true once the result is no longer wanted. */
  readonly isStopped?: () => boolean;
}

export interface WalkProblem {
  /** Relative to the folder in which the walk began, which is ''. */
  readonly path: string;
  /** Completes "payloads …": "cannot be read". */
  readonly reason: Text;
}

/** What a walk has found. All paths are relative to the folder in which it began, with forward slashes. */
export interface FilesBelow {
  readonly paths: readonly string[];
  /** What git ignores: files, and folders with a slash at the end, which have not been listed. */
  readonly ignored: readonly string[];
  readonly problems: readonly WalkProblem[];
  /** False: the walk gave up at the limit. */
  readonly complete: boolean;
  /** Whether git ignores a file that is added later. */
  readonly ignores: (path: string) => boolean;
}

/** The UTC date of a clock: a day more or less does not matter. */
export function dateOf(clock: Date): string {
  return clock.toISOString().slice(0, 10);
}

/** UTF-8 bytes → text, without the byte order mark. */
export function decode(bytes: Uint8Array): ReadResult {
  if (bytes.length > maxFileSize) return { state: 'unreadable', reason: tooLarge };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return marked ? { state: 'text', text, marked } : { state: 'text', text };
  } catch {
    return { state: 'unreadable', reason: reasons.notUtf8, glance: glanceAt(bytes) };
  }
}

/** In bytes: enough to see whether it may concern us. */
export const glanced = 1024 * 1024;

export function glanceAt(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'latin1').decode(bytes.subarray(0, glanced));
}
