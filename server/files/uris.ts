import { URI, Utils } from 'vscode-uri';
import type { Condition } from '../../shared/index.ts';
import { storedScheme } from '../../shared/protocol.ts';

/** One spelling for one file: editors and Node encode the same path in different ways. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** A folder without the slash at its end, which some clients send. */
export function canonicalFolder(uri: string): string {
  return canonical(uri).replace(/(?<=[^/])\/$/, '');
}

/*
 * The next three run several times for each of thousands of files, and taking a URI apart and putting it together again is
 * slow: a canonical URI whose last part needs no encoding is cut and joined as the text it is.
 */
const plainName = /^\.*[\w-][\w.-]*$/;

export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return plainName.test(name) ? name : Utils.basename(URI.parse(uri));
}

/** A path, with forward slashes, from a folder to a file inside it; undefined for a file elsewhere. */
export function pathInside(folder: string, file: string): string | undefined {
  if (!file.includes('%') && file.startsWith(`${folder}/`)) return file.slice(folder.length + 1);
  const inside = `${URI.parse(folder).path.replace(/\/$/, '')}/`;
  const { path } = URI.parse(file);
  return path.startsWith(inside) ? path.slice(inside.length) : undefined;
}

/** Relative to the folder where the file is in it, else absolute; with forward slashes, as a person writes it. */
export function displayPath(folder: string, uri: string): string {
  return pathInside(folder, uri) ?? URI.parse(uri).path;
}

export function folderOf(uri: string): string {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  return /^\w+:\/\/[^/]*\/./.test(folder) ? folder : Utils.dirname(URI.parse(uri)).toString();
}

export function join(folder: string, path: string): string {
  if (plainName.test(path) && !folder.endsWith('/')) return `${folder}/${path}`;
  return Utils.joinPath(URI.parse(folder), path).toString();
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

/** A document that was never saved: there is nothing beside it. */
export function isUntitled(uri: string): boolean {
  return URI.parse(uri).scheme === 'untitled';
}

/** A request as Zoom will store it, in one of the cases that it may depend on. */
export interface StoredUri {
  /** The URI of the request's file, as its editor spells it. */
  readonly request: string;
  /** What the file calls it; undefined where the file is the request. */
  readonly name?: string;
  readonly when: Condition;
}

export function isStored(uri: string): boolean {
  return uri.startsWith(`${storedScheme}:`);
}

/** With the path of the request, as a file in which no editor minds a comment. */
export function storedUri(stored: StoredUri): string {
  const request = URI.parse(stored.request);
  const path = request.path.replace(/\.json$/, '.jsonc');
  return request.with({ scheme: storedScheme, path, query: JSON.stringify(stored), fragment: '' }).toString();
}

/** Undefined for any other URI. */
export function readStoredUri(uri: string): StoredUri | undefined {
  try {
    const { scheme, query } = URI.parse(uri);
    const { request, name, when } = JSON.parse(query) as Partial<StoredUri>;
    if (scheme !== storedScheme || typeof request !== 'string') return undefined;
    return { request, ...(name === undefined ? {} : { name }), when: when ?? {} };
  } catch {
    return undefined;
  }
}
