import type { Diagnostic } from 'vscode-languageserver-protocol';
import { profileName } from '../shared/index.ts';
import { othersTurn } from './listing.ts';
import { type Overwritten, overwrittenFields } from './overwrites.ts';
import type { Inspected, Session } from './session.ts';
import { join, nameOf } from './uris.ts';

/** What is kept of a file of the lens' that nobody has open. */
export interface ClosedFile {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Another one whenever the diagnostics are others. */
  readonly resultId: string;
  readonly overwritten: readonly Overwritten[];
}

interface Known extends ClosedFile {
  readonly epoch: number;
}

/** Changes come in bursts: a folder that moves, a branch that is checked out, a word that is typed. Milliseconds. */
const quiet = 50;

/** So many files are looked at before others have their turn. */
const atOnce = 20;

/**
 * The files of the lens' in the workspace folders that nobody has open, looked at in the background: at the start, and
 * again as far as needed whenever something has changed.
 */
export class Workspace {
  readonly #session: Session;
  readonly #diagnose: (inspected: Inspected) => readonly Diagnostic[];
  #known = new Map<string, Known>();
  #looking: Promise<readonly ClosedFile[]> | undefined;
  #changes = 0;
  #results = 0;
  #waiting: (() => void)[] = [];

  constructor(session: Session, diagnose: (inspected: Inspected) => readonly Diagnostic[]) {
    this.#session = session;
    this.#diagnose = diagnose;
  }

  /** One of the files, or something that they rest on, is another now. `uri`: this file itself. */
  changed(uri?: string): void {
    if (uri) this.#known.delete(this.#session.files.identity(uri));
    this.#changes++;
    this.#looking = undefined;
    this.tell();
  }

  /** Wakes those who wait for news. */
  tell(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Resolves with the next change. */
  nextChange(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** As things stand when the answer comes. */
  closedFiles(): Promise<readonly ClosedFile[]> {
    this.#looking ??= this.#look();
    return this.#looking;
  }

  /** The fields that a key of the profile overwrites, in open and closed files alike. */
  async overwrittenBy(profile: string, openUris: readonly string[]): Promise<readonly Overwritten[]> {
    const closed = await this.closedFiles();
    const open = await Promise.all(openUris.map((uri) => this.#session.inspect(uri)));
    const all = [
      ...closed.flatMap(({ overwritten }) => overwritten),
      ...open.flatMap((each) => (each ? overwrittenFields(each) : [])),
    ];
    const { files } = this.#session;
    return all.filter((each) => files.identity(each.profile) === files.identity(profile));
  }

  async #look(): Promise<readonly ClosedFile[]> {
    for (;;) {
      const changes = this.#changes;
      await new Promise((resolve) => setTimeout(resolve, quiet));
      if (changes !== this.#changes) continue;
      const found = await this.#lookAtAll(() => changes !== this.#changes);
      if (found) return found;
    }
  }

  /** Undefined where something has changed in the meantime. */
  async #lookAtAll(isOld: () => boolean): Promise<readonly ClosedFile[] | undefined> {
    const found = new Map<string, Known>();
    let count = 0;
    for (const uri of await this.#candidates()) {
      if (isOld()) return undefined;
      const file = this.#session.files.identity(uri);
      if (found.has(file) || this.#session.isOpen(uri)) continue;
      const known = this.#known.get(file);
      const isCurrent = known?.epoch === this.#session.epoch;
      const current = isCurrent ? known : await this.#lookAt(uri, known);
      if (current) found.set(file, current);
      if (!isCurrent && ++count % atOnce === 0) await othersTurn();
    }
    if (isOld()) return undefined;
    this.#known = found;
    return [...found.values()];
  }

  /** The profiles are read first, since they list files that do not look like ours. */
  async #candidates(): Promise<readonly string[]> {
    const { files, roots } = this.#session;
    const below = await Promise.all(roots.map((root) => files.listings.below(root)));
    const uris = roots.flatMap((root, at) => (below[at] ?? []).map((path) => join(root, path)));
    for (const uri of uris.filter((each) => nameOf(each) === profileName)) {
      const read = await files.read(uri);
      if (read.state === 'text') files.profile(uri, read.text);
    }
    return uris.filter((uri) => files.isOurs(uri));
  }

  async #lookAt(uri: string, before: Known | undefined): Promise<Known | undefined> {
    const inspected = await this.#session.inspect(uri);
    if (!inspected?.inspection) return undefined;
    const diagnostics = this.#diagnose(inspected);
    const same = before && JSON.stringify(before.diagnostics) === JSON.stringify(diagnostics);
    const resultId = same ? before.resultId : `closed.${++this.#results}`;
    return { uri, epoch: inspected.epoch, diagnostics, resultId, overwritten: overwrittenFields(inspected) };
  }
}
