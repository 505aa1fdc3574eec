import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Files } from './files.ts';
import { type Inspection, inspect } from './inspect.ts';
import { type Standing, standingOf } from './surroundings.ts';
import { canonical, canonicalFolder, pathInside } from './uris.ts';
import type { World } from './world.ts';

/** An inspection together with the text that it was made from. */
export interface Inspected {
  readonly text: TextDocument;
  readonly inspection: Inspection | undefined;
  /** Of the files around it, when the inspection began. */
  readonly epoch: number;
}

interface Known {
  readonly version: number;
  readonly epoch: number;
  readonly inspection: Promise<Inspection | undefined>;
}

/**
 * The open documents and what the lens makes of them: one inspection for each version of a document and each state of
 * the files around it, whoever asks first.
 */
export class Session {
  readonly #documents: { get(uri: string): TextDocument | undefined };
  readonly #files: Files;
  readonly #open = new Map<string, string>();
  readonly #known = new Map<string, Known>();
  #roots: readonly string[] = [];
  /** Counts up whenever a file changes that an inspection may rest on. */
  #epoch = 0;

  constructor(world: World, documents: { get(uri: string): TextDocument | undefined }) {
    this.#documents = documents;
    this.#files = new Files(world, (uri) => documents.get(this.#open.get(uri) ?? '')?.getText());
  }

  setRoots(uris: readonly string[]): void {
    this.#roots = uris.map(canonicalFolder).sort((a, b) => b.length - a.length);
    this.#epoch++;
  }

  /** A document was opened, changed or closed, or its file changed. Returns whether others may depend on it. */
  touch(uri: string, state: 'open' | 'closed' | 'onDisk' | 'cameOrWent'): boolean {
    const file = canonical(uri);
    if (state === 'open') this.#open.set(file, uri);
    if (state === 'closed') this.#open.delete(file);
    if (state !== 'open') this.#known.delete(uri);
    const onDisk = state === 'onDisk' || state === 'cameOrWent';
    const listed = state === 'cameOrWent' && this.#files.cameOrWent(file);
    const matters = this.#files.changed(file) || (onDisk && this.#files.folderChanged(file)) || listed;
    // A document that is opened again may count its versions from the same number.
    if (matters || state === 'closed') this.#epoch++;
    return matters;
  }

  /** For editors that do not tell about changed files: everything on the disk may be different now. */
  forgetDisk(): void {
    this.#files.forgetDisk();
    this.#epoch++;
  }

  /**
   * Of the document and the files around it as they are when the answer comes: a result for an old version is dropped and
   * made anew. Undefined where no such document is open.
   */
  async inspect(uri: string): Promise<Inspected | undefined> {
    for (;;) {
      const text = this.#documents.get(uri);
      if (!text) return undefined;
      const known = this.#known.get(uri);
      const fresh = known?.version === text.version && known.epoch === this.#epoch;
      const { version, epoch, inspection: promised } = fresh ? known : this.#inspectAnew(uri, text);
      const inspection = await promised;
      const current = this.#documents.get(uri) === text && text.version === version && epoch === this.#epoch;
      if (current) return { text, epoch, inspection };
    }
  }

  /** Of any file, open or not, there or not. */
  standing(uri: string): Promise<Standing> {
    return standingOf(this.#files, canonical(uri), this.rootOf(uri));
  }

  #inspectAnew(uri: string, text: TextDocument): Known {
    const inspection = inspect(this.#files, canonical(uri), text.getText(), this.rootOf(uri));
    const known = { version: text.version, epoch: this.#epoch, inspection };
    this.#known.set(uri, known);
    return known;
  }

  /** The workspace folder that holds the file; undefined for one outside. */
  rootOf(uri: string): string | undefined {
    const file = canonical(uri);
    return this.#roots.find((root) => file.startsWith(`${root.replace(/\/$/, '')}/`));
  }

  /** The path of a file as its user knows it: from the workspace folder, else from the top. */
  displayPath(uri: string): string {
    const root = this.rootOf(uri);
    return (root && pathInside(root, canonical(uri))) ?? decodeURIComponent(canonical(uri));
  }
}
