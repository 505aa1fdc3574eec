import * as disk from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Text } from '../../shared/index.ts';
import { isFolder, reasons } from './world.ts';

/** The functions of `node:fs` that it takes to write one file. */
export type WritingDisk = Pick<
  typeof disk,
  'accessSync' | 'chmodSync' | 'chownSync' | 'lstatSync' | 'mkdtempSync' | 'renameSync' | 'rmSync' | 'writeFileSync'
>;

/**
 * Writes a temporary file next to the target and renames it once it is complete, so that a failure leaves the target as it
 * was. Returns why it is not written, undefined on success. Does not write through links, devices and pipes.
 */
export function replaceFile(path: string, text: string, files: WritingDisk = disk): Text | undefined {
  try {
    const before = files.lstatSync(path, { throwIfNoEntry: false });
    if (before?.isDirectory()) return isFolder;
    if (before?.isSymbolicLink()) return reasons.link;
    if (before && !before.isFile()) return reasons.notPlain;
    // Renaming a file onto another only needs permission for the folder.
    if (before) files.accessSync(path, disk.constants.W_OK);
    writeBeside(path, text, before, files);
    return undefined;
  } catch (error) {
    return whyUnwritten((error as NodeJS.ErrnoException).code);
  }
}

function writeBeside(path: string, text: string, before: disk.Stats | undefined, files: WritingDisk): void {
  const folder = files.mkdtempSync(join(dirname(path), '.zoom-request-lens-'));
  const fresh = join(folder, basename(path));
  try {
    files.writeFileSync(fresh, text);
    if (before) {
      keepOwner(fresh, before, files);
      files.chmodSync(fresh, before.mode);
    }
    files.renameSync(fresh, path);
  } finally {
    files.rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that root writes, as in a container, stays its user's. Nobody else may give a file away. */
function keepOwner(fresh: string, { uid, gid }: disk.Stats, files: WritingDisk): void {
  try {
    files.chownSync(fresh, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

function whyUnwritten(code: string | undefined): Text {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return reasons.noFolder;
    case 'ENOSPC':
    case 'EDQUOT':
      return reasons.diskFull;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return reasons.writeForbidden;
    default:
      return reasons.unwritable;
  }
}
