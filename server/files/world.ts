import { type Text, text } from '../../shared/index.ts';

/** Larger files are not read, in bytes: no request, profile or collection comes near. */
export const maxFileSize = 20 * 1024 * 1024;

/** The outside world, as little of it as the lens needs. Files are named by URI. */
export interface World {
  /**
   * Never fails and never waits for a writer: what is not a plain file of at most `maxFileSize` says why, and so does what
   * lies, with links followed, outside the folder `within`.
   */
  read(uri: string, within?: string): ReadResult | Promise<ReadResult>;
  /**
   * The files below a folder that may be ours, as far as git does not ignore them, without what is in folders of other
   * people's files. Never fails.
   */
  filesBelow(uri: string, limits: WalkLimits): Promise<FilesBelow>;
  /**
   * The one URI of a file that several lead to: links followed, letters as the disk has them. Where there is no such file, the
   * one that it would have; the same in a world that knows no links.
   */
  real(uri: string): string;
  /** The date, `2026-11-24`. */
  today(): string;
}

/** A world with folders that can be looked into one by one, and written to. */
export interface Disk extends World {
  /** The entries of a folder in the order of their names; none where there is no such folder. */
  list(uri: string): FolderContent | Promise<FolderContent>;
  /** Undefined once it is written; else why it is not, completing "zoom-lock-profile.json …": "cannot be written". */
  write(uri: string, text: string): Text | undefined;
}

export type ReadResult =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'missing' }
  /** `reason` completes "zoom-lock-profile.json …": "is a folder". */
  | { readonly state: 'unreadable'; readonly reason: Text };

/** The reason that says that a folder stands where a file was looked for. */
export const isFolder = text`is a folder`;

/** The reason for a file above `maxFileSize`. */
export const tooLarge = text`is too large to read`;

/** The others. */
export const reasons = {
  unreadable: text`cannot be read`,
  notPlain: text`is not a plain file`,
  outside: text`leads outside the workspace folder or repository, and is not read`,
  forbidden: text`cannot be read: permission denied`,
  notUtf8: text`is not valid UTF-8`,
  unwritable: text`cannot be written`,
  writeForbidden: text`cannot be written: permission denied`,
  diskFull: text`cannot be written: the disk is full`,
  noFolder: text`cannot be written: there is no such folder`,
  link: text`is a link, which is not written through: name the file that it leads to`,
} as const;

export interface FolderContent {
  readonly entries: readonly FolderEntry[];
  /** Why it cannot be looked into, completing "payloads …". */
  readonly problem?: Text;
}

export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
  /** A link; to a file, since linked folders are no entries. */
  readonly linked?: true;
}

export interface WalkLimits {
  /** So many files and folders are looked at. */
  readonly atMost: number;
  /** The workspace folder or repository: what links lead to counts only inside, and git's ignore files count from here. */
  readonly within: string;
}

export interface WalkProblem {
  /** From the folder that was walked through, which is empty. */
  readonly path: string;
  /** Completes "payloads …": "cannot be read". */
  readonly reason: Text;
}

/** What a walk has found. All paths are from the folder that it began in, with forward slashes. */
export interface FilesBelow {
  readonly paths: readonly string[];
  /** What git ignores of it: files, and folders with a slash at the end, which nobody has looked into. */
  readonly ignored: readonly string[];
  readonly problems: readonly WalkProblem[];
  /** False: there is more than was to be looked at. */
  readonly complete: boolean;
  /** Whether git ignores a file that came later. */
  readonly ignores: (path: string) => boolean;
}

/** The date of a clock, in the time of the world: a day more or less does not matter. */
export function dateOf(clock: Date): string {
  return clock.toISOString().slice(0, 10);
}

/** Text from bytes, without the byte order mark. */
export function decode(bytes: Uint8Array): ReadResult {
  if (bytes.length > maxFileSize) return { state: 'unreadable', reason: tooLarge };
  try {
    return { state: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { state: 'unreadable', reason: reasons.notUtf8 };
  }
}
