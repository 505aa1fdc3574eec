import { type Text, text } from '../../shared/index.ts';

/** Larger files are not read, in bytes: no request, profile or collection comes near. */
export const maxFileSize = 20 * 1024 * 1024;

/** The outside world, as little of it as the lens needs. Files are named by URI. */
export interface World {
  /** Never fails and never waits for a writer: what is not a plain file of at most `maxFileSize` says why. */
  read(uri: string): ReadResult | Promise<ReadResult>;
  /** The entries of a folder in the order of their names; empty where it is none or cannot be read. */
  list(uri: string): readonly FolderEntry[] | Promise<readonly FolderEntry[]>;
  /**
   * The paths of the files below a folder, without those in `node_modules` and `.git`. Undefined where they are more than
   * `atMost` entries, or where nothing is to be seen.
   */
  filesBelow(uri: string, atMost: number): Promise<readonly string[] | undefined>;
  /** The one URI of a file that several lead to: links followed, letters as the disk has them. The same where there is no such file. */
  real(uri: string): string;
  /** Undefined once it is written; else why it is not, completing "zoom-lock-profile.json …": "cannot be written". */
  write(uri: string, text: string): Text | undefined;
  /** The date, `2026-11-24`. */
  today(): string;
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
  forbidden: text`cannot be read: permission denied`,
  notUtf8: text`is not valid UTF-8`,
  unwritable: text`cannot be written`,
  writeForbidden: text`cannot be written: permission denied`,
  diskFull: text`cannot be written: the disk is full`,
  noFolder: text`cannot be written: there is no such folder`,
  link: text`is a link, which is not written through: name the file that it leads to`,
} as const;

export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
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
