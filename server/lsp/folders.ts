import type { Files } from '../files/files.ts';
import { canonical, canonicalFolder, decoded, folderOf, pathInside } from '../files/uris.ts';

/** The folders of the workspace, and which files are in them. */
export class Folders {
  readonly #files: Files;
  #roots: readonly string[] = [];

  constructor(files: Files) {
    this.#files = files;
  }

  /** Innermost first. */
  get roots(): readonly string[] {
    return this.#roots;
  }

  set(uris: readonly string[]): void {
    this.#roots = uris.map((uri) => this.#files.spelled(canonicalFolder(uri))).sort((a, b) => b.length - a.length);
  }

  /** The workspace folder that contains the file; undefined for one outside. */
  rootOf(uri: string): string | undefined {
    const file = this.fileOf(uri);
    return this.#roots.find((root) => file.startsWith(`${root.replace(/\/$/, '')}/`));
  }

  /** Whether the file, there or not, lies in its workspace folder, or else in its own, with all links followed. */
  isInside(uri: string): boolean {
    const file = this.fileOf(uri);
    return this.#files.isInside(file, this.rootOf(uri) ?? folderOf(file));
  }

  /** The path to show to the user: relative to the workspace folder, else absolute. */
  displayPath(uri: string): string {
    const root = this.rootOf(uri);
    return (root && pathInside(root, this.fileOf(uri))) ?? decoded(uri);
  }

  /** The file's URI as we spell it. */
  fileOf(uri: string): string {
    return this.#files.spelled(canonical(uri));
  }
}
