/** A set of paths in which all paths below a folder are found without visiting the others. */
export class PathSet {
  /** By folder: the names in it. */
  readonly #names = new Map<string, Set<string>>();
  readonly #paths = new Set<string>();

  add(path: string): void {
    if (this.#paths.has(path)) return;
    this.#paths.add(path);
    for (let child = path; ; ) {
      const folder = parentOf(child);
      const names = this.#names.get(folder);
      if (names) {
        names.add(child);
        return;
      }
      this.#names.set(folder, new Set([child]));
      if (folder === '') return;
      child = folder;
    }
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Returns whether it was in the set. */
  delete(path: string): boolean {
    if (!this.#paths.delete(path)) return false;
    for (let child = path; !this.#paths.has(child) && !this.#names.has(child); ) {
      const folder = parentOf(child);
      const names = this.#names.get(folder);
      names?.delete(child);
      if (names?.size !== 0) break;
      this.#names.delete(folder);
      if (folder === '') break;
      child = folder;
    }
    return true;
  }

  /** The paths that begin with the folder and a slash. */
  below(folder: string): readonly string[] {
    const found: string[] = [];
    const open = [folder];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const child of this.#names.get(at) ?? []) {
        if (this.#paths.has(child)) found.push(child);
        if (this.#names.has(child)) open.push(child);
      }
    }
    return found;
  }

  get all(): Iterable<string> {
    return this.#paths;
  }
}

/** Empty for a path without a folder. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
