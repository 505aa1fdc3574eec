import type { Target } from '../../shared/index.ts';

/** A body in a file of its own, and the document that names it. */
export interface NamedBody {
  readonly target: Target;
  /** The URI of the document. */
  readonly by: string;
}

/** The files that documents name as bodies of their requests: `curl -d @body.json`. */
export class NamedFiles {
  /** By the URI of the document. */
  readonly #named = new Map<string, ReadonlyMap<string, Target>>();
  /** By the URI of the body: the documents that name it. */
  #hasChanged = false;
  readonly #namedBy = new Map<string, Set<string>>();

  /** Whether anything has changed since the last call. */
  takeChange(): boolean {
    const hasChanged = this.#hasChanged;
    this.#hasChanged = false;
    return hasChanged;
  }

  /** What one document names, by URI. */
  set(by: string, files: ReadonlyMap<string, Target>): void {
    const before = this.#named.get(by) ?? new Map<string, Target>();
    const all = new Set([...before.keys(), ...files.keys()]);
    const isSame = [...all].every((uri) => JSON.stringify(before.get(uri)) === JSON.stringify(files.get(uri)));
    if (isSame) return;
    this.#hasChanged = true;
    if (files.size > 0) this.#named.set(by, files);
    else this.#named.delete(by);
    for (const uri of before.keys()) this.#remove(uri, by);
    for (const uri of files.keys()) this.#namedBy.set(uri, (this.#namedBy.get(uri) ?? new Set()).add(by));
  }

  /** The document names nothing any more. */
  forget(by: string): void {
    if (this.#named.has(by)) this.set(by, new Map());
  }

  /** Undefined where no document names the file, or where two say different things of it. */
  of(uri: string): NamedBody | undefined {
    const [first, ...others] = [...(this.#namedBy.get(uri) ?? [])].sort();
    const targetBy = (by: string) => this.#named.get(by)?.get(uri);
    const target = first === undefined ? undefined : targetBy(first);
    if (first === undefined || !target) return undefined;
    const isAgreed = others.every((by) => {
      const other = targetBy(by);
      return other?.operation === target.operation && other?.occurrence === target.occurrence;
    });
    return isAgreed ? { target, by: first } : undefined;
  }

  #remove(uri: string, by: string): void {
    const all = this.#namedBy.get(uri);
    all?.delete(by);
    if (all?.size === 0) this.#namedBy.delete(uri);
  }
}
