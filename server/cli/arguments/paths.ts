import { URI, Utils } from 'vscode-uri';

/** A path as typed on the command line, as a URI. */
export function resolvePath(cwd: string, path: string): string {
  const absolute = /^([a-zA-Z]:[\\/]|[\\/])/.test(path);
  return absolute ? URI.file(path).toString() : Utils.joinPath(URI.parse(cwd), path.replaceAll('\\', '/')).toString();
}

/** The same for a name in which a backslash does not separate folders. */
export function literalPath(cwd: string, path: string): string {
  return path.startsWith('/') ? URI.file(path).toString() : Utils.joinPath(URI.parse(cwd), path).toString();
}
