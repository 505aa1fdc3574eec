import { URI, Utils } from 'vscode-uri';

/** One spelling for one file: editors and Node encode the same path in different ways. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** A path, with forward slashes, from a folder to a file inside it; undefined for a file elsewhere. */
export function pathInside(folder: string, file: string): string | undefined {
  const inside = `${URI.parse(folder).path.replace(/\/$/, '')}/`;
  const { path } = URI.parse(file);
  return path.startsWith(inside) ? path.slice(inside.length) : undefined;
}

export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

export function join(folder: string, ...path: string[]): string {
  return Utils.joinPath(URI.parse(folder), ...path).toString();
}

/** The folder that holds the file, then each one above, up to and with `root` (undefined: the top). */
export function foldersUpward(file: string, root: string | undefined): readonly string[] {
  const folders: string[] = [];
  let folder = folderOf(file);
  while (!folders.includes(folder)) {
    folders.push(folder);
    if (folder === root) break;
    folder = folderOf(folder);
  }
  return folders;
}
