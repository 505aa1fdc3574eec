/** The files that are open in the editor. A file may be open under several URIs, which are closed one by one. */
export class OpenFiles {
  /** By the identity of the file: the URIs under which it is open, as the editor spells them, the latest last. */
  readonly #uris = new Map<string, Set<string>>();
  readonly #files = new Map<string, string>();
  readonly #deleted = new Set<string>();

  /** Opened or edited, or its URI now leads to another file than before. */
  opened(uri: string, file: string): void {
    this.#deleted.delete(file);
    if (this.#files.get(uri) === file && this.uriOf(file) === uri) return;
    this.closed(uri);
    this.#files.set(uri, file);
    this.#uris.set(file, (this.#uris.get(file) ?? new Set()).add(uri));
  }

  closed(uri: string): void {
    const file = this.#files.get(uri);
    if (file === undefined) return;
    const uris = this.#uris.get(file);
    uris?.delete(uri);
    if (uris?.size === 0) {
      this.#uris.delete(file);
      this.#deleted.delete(file);
    }
    this.#files.delete(uri);
  }

  /** The URI whose text counts: the one that was opened or edited last. Undefined: the file is not open. */
  uriOf(file: string): string | undefined {
    return [...(this.#uris.get(file) ?? [])].at(-1);
  }

  /** On the disk: a file, or a folder with all that is in it. */
  deleted(path: string): void {
    for (const file of this.#uris.keys()) if (file === path || file.startsWith(`${path}/`)) this.#deleted.add(file);
  }

  /** It was deleted and not edited since: editors keep files open for minutes after they are last shown. */
  isDeleted(file: string): boolean {
    return this.#deleted.has(file);
  }
}
