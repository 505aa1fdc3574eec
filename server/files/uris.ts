import { URI, Utils } from 'vscode-uri';
import { type Condition, containerKind, mayBeListed } from '../../shared/index.ts';
import { storedScheme } from '../../shared/protocol.ts';

/**
 * Never throws. An invalid URI counts as the name of a document that was never saved, so that no files surround it. Four
 * slashes are an old way to write a network share, and an unpaired surrogate is not a character.
 */
export function parseUri(uri: string): URI {
  const wellFormed = uri.replace(/[\uD800-\uDFFF]/gu, '\uFFFD').replace(/^file:\/{4,}/i, 'file://');
  try {
    return URI.parse(wellFormed);
  } catch {
    return URI.from({ scheme: 'untitled', path: wellFormed.replace(/^\/+/, '') });
  }
}

/** Nothing in it can be spelled otherwise, as in most: parsing and formatting URIs is slow. */
function isPlain(uri: string): boolean {
  return /^file:\/\/\/[\w./-]*$/.test(uri) && !uri.includes('//', 'file://'.length);
}

/** One spelling per file: editors and Node encode the same path in different ways. Never throws. */
export function canonical(uri: string): string {
  return isPlain(uri) ? uri : parseUri(uri).toString();
}

/** The path on this machine, with its own slashes; undefined for anything but a file. `separator`: that of this machine. */
export function filePath(uri: string, separator: string): string | undefined {
  if (separator === '/' && isPlain(uri)) return uri.slice('file://'.length);
  const { scheme, fsPath } = parseUri(uri);
  return scheme === 'file' ? fsPath : undefined;
}

/** Decoded for people; the URI itself where its escapes are not valid UTF-8. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(canonical(uri));
  } catch {
    return uri;
  }
}

/** Without the trailing slash that some clients send. */
export function canonicalFolder(uri: string): string {
  return canonical(uri).replace(/(?<=[^/])\/$/, '');
}

/*
 * The next four run several times for each of thousands of files: a canonical URI whose last segment needs no encoding is
 * handled as a string.
 */
const plainName = /^\.*[\w-][\w.-]*$/;

export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return plainName.test(name) ? name : Utils.basename(parseUri(uri));
}

/** The path, with forward slashes, from a folder to a file inside it; undefined for a file elsewhere. */
export function pathInside(folder: string, file: string): string | undefined {
  if (!file.includes('%') && file.startsWith(`${folder}/`)) return file.slice(folder.length + 1);
  const inside = `${withoutSlash(parseUri(folder).path)}/`;
  const { path } = parseUri(file);
  return path.startsWith(inside) ? path.slice(inside.length) : undefined;
}

/** Relative to the folder if the file is in it, `.` for the folder itself, else absolute; decoded, with forward slashes. */
export function displayPath(folder: string, uri: string): string {
  const inside = pathInside(folder, uri);
  if (inside !== undefined) return inside;
  const { path } = parseUri(uri);
  return withoutSlash(path) === withoutSlash(parseUri(folder).path) ? '.' : path;
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

export function folderOf(uri: string): string {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  return /^\w+:\/\/[^/]*\/./.test(folder) ? folder : Utils.dirname(parseUri(uri)).toString();
}

/** Names without escapes, one after the other, none of them empty or of dots alone. */
function isPlainPath(path: string): boolean {
  return /^[\w./-]+$/.test(path) && !/(?:^|\/)\.*(?:\/|$)/.test(path);
}

export function join(folder: string, path: string): string {
  if (isPlainPath(path) && !folder.endsWith('/')) return `${folder}/${path}`;
  const base = parseUri(folder);
  // With an authority, the path must begin with a slash.
  const rooted = base.authority !== '' && base.path === '' ? base.with({ path: '/' }) : base;
  return Utils.joinPath(rooted, path.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')).toString();
}

/**
 * The file that a path in another file names, relative to `folder`, with slashes of either kind; undefined where that is not
 * inside `within`, or where the path is not relative.
 */
export function resolveInside(folder: string, path: string, within: string): string | undefined {
  if (/^(?:[\\/]|[a-z]:|[a-z][a-z\d+.-]*:[\\/])/i.test(path)) return undefined;
  const file = join(folder, path.replaceAll('\\', '/'));
  return pathInside(within, file) === undefined ? undefined : file;
}

/** The folder of the file, then each one above, up to and including `root` (undefined: the top). */
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

/** A document that was never saved, and so has no surrounding files. */
export function isUntitled(uri: string): boolean {
  return parseUri(uri).scheme === 'untitled';
}

/** A request as Zoom will store it, in one of the cases that it may depend on. */
interface StoredUri {
  /** The URI of the request's file, as the editor spells it. */
  readonly request: string;
  /** What the file calls it; undefined where the file is the request. */
  readonly name?: string;
  readonly when: Condition;
  /** As it is sent, for the other side of a diff. */
  readonly isSent?: true;
}

export function isStored(uri: string): boolean {
  return uri.startsWith(`${storedScheme}:`);
}

/** With the path of the request, but as `.jsonc`, in which comments are valid. */
export function storedUri(stored: StoredUri): string {
  const request = parseUri(stored.request);
  const isDocument = containerKind(request.path) !== undefined && !mayBeListed(request.path);
  const path = isDocument ? `${request.path}.jsonc` : request.path.replace(/\.json$/, '.jsonc');
  return request.with({ scheme: storedScheme, path, query: JSON.stringify(stored), fragment: '' }).toString();
}

/** Undefined for any other URI. */
export function readStoredUri(uri: string): StoredUri | undefined {
  try {
    const { scheme, query } = parseUri(uri);
    const { request, name, when, isSent } = JSON.parse(query) as Partial<StoredUri>;
    if (scheme !== storedScheme || typeof request !== 'string') return undefined;
    return { request, ...(name === undefined ? {} : { name }), ...(isSent && { isSent }), when: when ?? {} };
  } catch {
    return undefined;
  }
}
