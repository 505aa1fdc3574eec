import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { replaceFile } from './replaceFile.ts';
import { filePath, parseUri } from './uris.ts';
import { walkBelow } from './walk.ts';
import {
  type Disk,
  dateOf,
  decode,
  type FolderEntry,
  glanceAt,
  glanced,
  isFolder,
  maxFileSize,
  type ReadResult,
  reasons,
  tooLarge,
} from './world.ts';

/**
 * The files of this machine; other URIs (`untitled:`, `vscode-vfs:`) count as missing. Reads are synchronous, which is
 * faster for thousands of small files.
 */
export const nodeWorld: Disk = {
  today: () => dateOf(new Date()),

  read(uri, within, isListed = false) {
    const path = filePath(uri, sep);
    if (path === undefined) return missing;
    const result = readAt(path, within === undefined ? undefined : filePath(within, sep), isListed);
    const isLink = result.state === 'missing' && linkedFrom(path) !== undefined;
    return isLink ? { state: 'unreadable', reason: reasons.brokenLink } : result;
  },

  list(uri) {
    const folder = parseUri(uri).fsPath;
    try {
      return { entries: entriesIn(folder) };
    } catch (error) {
      const result = failure(error);
      return result.state === 'unreadable' ? { entries: [], problem: result.reason } : { entries: [], missing: true };
    }
  },

  filesBelow: (uri, limits) => walkBelow(nodeWorld, uri, limits),

  real(uri) {
    const { scheme, authority, fsPath } = parseUri(uri);
    if (scheme !== 'file') return uri;
    // The folders above a network share are not known.
    const path = authority === '' ? realPathOf(fsPath) : existing(fsPath);
    return path === undefined ? uri : URI.file(path).toString();
  },

  loadReaders: async () => (await import('../../shared/containers/readers.ts')).readers,

  write: (uri, text) => replaceFile(parseUri(uri).fsPath, text),
};

function readAt(path: string, within: string | undefined, isListed: boolean): ReadResult {
  try {
    return isListed && within === undefined ? readOpened(path) : readPlain(path, within);
  } catch (error) {
    return failure(error);
  }
}

/** Checks the file before opening it, since opening a device may have effects, and after, since it may have been replaced. */
function readPlain(path: string, within: string | undefined): ReadResult {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return missing;
  if (within !== undefined && !isInside(within, path)) return { state: 'unreadable', reason: reasons.outside };
  return refusal(stats) ?? readOpened(path);
}

/** Of what may have been replaced by something else since it was looked at. */
function readOpened(path: string): ReadResult {
  // Without O_NONBLOCK, opening a pipe without a writer would block.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const opened = fstatSync(file);
    const refused = refusal(opened);
    if (refused) return refused;
    if (opened.size > maxFileSize)
      return { state: 'unreadable', reason: tooLarge, glance: glanceAt(readUpTo(glanced, file)) };
    return opened.size > 0 ? readText(file) : decode(readUpTo(maxFileSize + 1, file));
  } finally {
    closeSync(file);
  }
}

function isInside(folder: string, path: string): boolean {
  const start = realpathSync.native(folder);
  return realpathSync.native(path).startsWith(start.endsWith(sep) ? start : start + sep);
}

/** As many links may lead to one another. */
const maxLinks = 40;

/** Where a file is, or would be: below the last folder that is there, or where a link names a target that is not. */
function realPathOf(path: string): string {
  let known = path;
  let below = '';
  for (let links = 0; links < maxLinks; ) {
    const there = existing(known);
    if (there !== undefined) return join(there, below);
    const folder = dirname(known);
    const target = linkedFrom(known);
    if (target !== undefined) {
      known = resolve(existing(folder) ?? folder, target);
      links++;
    } else if (folder === known) break;
    else {
      below = join(basename(known), below);
      known = folder;
    }
  }
  return path;
}

function existing(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function linkedFrom(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

const missing: ReadResult = { state: 'missing' };

/** Why a file is not read; undefined for a plain file. */
function refusal(stats: Stats): ReadResult | undefined {
  if (stats.isDirectory()) return { state: 'unreadable', reason: isFolder };
  return stats.isFile() ? undefined : { state: 'unreadable', reason: reasons.notPlain };
}

/** Node reads text much faster than bytes, which are only needed to find out why a character was replaced. */
function readText(file: number): ReadResult {
  const text = readFileSync(file, 'utf8');
  if (text.includes('\uFFFD')) return decode(readUpTo(maxFileSize + 1, file, 0));
  return text.startsWith('\uFEFF') ? { state: 'text', text: text.slice(1), marked: true } : { state: 'text', text };
}

/** Some system files report size 0 and never end. */
function readUpTo(limit: number, file: number, start: number | null = null): Uint8Array {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < limit) {
    const chunk = Buffer.allocUnsafe(chunkSize);
    const read = readSync(file, chunk, 0, Math.min(chunkSize, limit - length), start === null ? null : start + length);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  return Buffer.concat(chunks);
}

const chunkSize = 64 * 1024;

/** Pipes and the like are files here: if they are called like ours, reading them tells what they are. */
function entriesIn(folder: string): readonly FolderEntry[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry): FolderEntry[] => {
      if (entry.isSymbolicLink()) return linked(`${folder}/${entry.name}`, entry.name);
      if (entry.isDirectory()) return [{ name: entry.name, type: 'folder' }];
      return [{ name: entry.name, type: 'file' }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Linked files are entries, and so are links that lead nowhere; linked folders are not, since they may form a cycle. */
function linked(path: string, name: string): FolderEntry[] {
  return isFolderAt(path) ? [] : [{ name, type: 'file', linked: true }];
}

function isFolderAt(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function failure(error: unknown): ReadResult {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return missing;
    case 'ELOOP':
      return { state: 'unreadable', reason: reasons.brokenLink };
    // The error of opening a socket, or a device without a driver.
    case 'ENXIO':
    case 'ENODEV':
      return { state: 'unreadable', reason: reasons.notPlain };
    case 'EACCES':
    case 'EPERM':
      return { state: 'unreadable', reason: reasons.forbidden };
    default:
      return { state: 'unreadable', reason: reasons.unreadable };
  }
}
