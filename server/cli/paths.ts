import { URI, Utils } from 'vscode-uri';

/** A path as typed on the command line, as a URI. */
export function resolvePath(cwd: string, path: string): string {
  const absolute = /^([a-zA-Z]:[\\/]|[\\/])/.test(path);
  return absolute ? URI.file(path).toString() : Utils.joinPath(URI.parse(cwd), path.replaceAll('\\', '/')).toString();
}
