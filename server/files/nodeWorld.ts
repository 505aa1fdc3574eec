import { readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { walkBelow } from './listing.ts';
import { dateOf, decode, type FolderEntry, isFolder, type ReadResult, reasons, type World } from './world.ts';

/**
 * Files of this machine: other URIs (`untitled:`, `vscode-vfs:`) name none of them. Reads are synchronous: the files are
 * small, and there may be thousands of them in one run.
 */
export const nodeWorld: World = {
  today: () => dateOf(new Date()),

  read(uri) {
    const { scheme, fsPath } = URI.parse(uri);
    if (scheme !== 'file') return { state: 'missing' };
    try {
      return readText(fsPath);
    } catch (error) {
      return failure(error);
    }
  },

  list(uri) {
    const folder = URI.parse(uri).fsPath;
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      return entries
        .flatMap((entry): FolderEntry[] => {
          if (entry.isSymbolicLink()) return linked(`${folder}/${entry.name}`, entry.name);
          if (entry.isDirectory()) return [{ name: entry.name, type: 'folder' }];
          return entry.isFile() ? [{ name: entry.name, type: 'file' }] : [];
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return [];
    }
  },

  filesBelow: (uri, atMost) => walkBelow(nodeWorld, uri, atMost),

  real(uri) {
    const { scheme, fsPath } = URI.parse(uri);
    if (scheme !== 'file') return uri;
    try {
      return URI.file(realpathSync.native(fsPath)).toString();
    } catch {
      return uri;
    }
  },

  write(uri, text) {
    try {
      writeFileSync(URI.parse(uri).fsPath, text);
      return undefined;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EISDIR') return isFolder;
      return code === 'ENOENT' ? reasons.noFolder : reasons.unwritable;
    }
  },
};

/** Node reads text much faster than bytes; only where a character was replaced do the bytes have to tell why. */
function readText(path: string): ReadResult {
  const text = readFileSync(path, 'utf8');
  if (text.includes('\uFFFD')) return decode(readFileSync(path));
  return { state: 'text', text: text.startsWith('\uFEFF') ? text.slice(1) : text };
}

/** Linked files count; linked folders do not, since they may lead round in circles. */
function linked(path: string, name: string): FolderEntry[] {
  try {
    return statSync(path).isFile() ? [{ name, type: 'file' }] : [];
  } catch {
    return [];
  }
}

function failure(error: unknown): ReadResult {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { state: 'missing' };
    case 'EISDIR':
      return { state: 'unreadable', reason: isFolder };
    case 'EACCES':
    case 'EPERM':
      return { state: 'unreadable', reason: reasons.forbidden };
    default:
      return { state: 'unreadable', reason: reasons.unreadable };
  }
}
