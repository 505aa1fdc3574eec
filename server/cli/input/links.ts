import { folderOf, join, nameOf, pathInside } from '../../files/uris.ts';
import type { Terminal } from '../terminal.ts';

/**
 * A file that the user names, by the one name that it has from the working folder: a link may lead to that, and the system says of a
 * working folder only where it really is. Links inside of it are what their user has there, and so is a file that is a link itself.
 */
export function fileFrom(uri: string, { cwd, world }: Pick<Terminal, 'cwd' | 'world'>): string {
  return pathInside(cwd, uri) === undefined ? join(world.real(folderOf(uri)), nameOf(uri)) : uri;
}

/** The same for a folder. */
export function folderFrom(uri: string, { cwd, world }: Pick<Terminal, 'cwd' | 'world'>): string {
  return pathInside(cwd, uri) === undefined ? world.real(uri) : uri;
}
