import type { Diagnostic } from 'vscode-languageserver-protocol';
import { containerKind, profileName } from '../../shared/index.ts';
import { Turns } from '../files/turns.ts';
import { join, nameOf } from '../files/uris.ts';
import { isBarren } from '../inspection/inspectContainer.ts';
import type { Subject } from '../inspection/subject.ts';
import { type GovernedRequest, governedRequest } from './places.ts';
import type { Progress } from './progress.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';

/** The diagnostics of one file; `version` null: of the file on disk. */
export interface FileDiagnostics {
  readonly uri: string;
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Changes whenever the diagnostics may have changed. */
  readonly resultId: string;
}

/** What is cached about one of our files that is not open. */
interface ClosedFile extends FileDiagnostics {
  readonly epoch: number;
  /** It contains no requests, whatever else changes. */
  readonly isBarren: boolean;
  readonly governed: readonly GovernedRequest[];
}

/** More than these take long enough for the user to wonder. */
const manyFiles = 500;

/**
 * Our files in the workspace folders that are not open, inspected in the background: at the start, and as far as needed
 * whenever something has changed.
 */
export class Workspace {
  readonly #session: Session;
  readonly #diagnose: (subjects: readonly Subject[]) => readonly Diagnostic[];
  readonly #burstDelay: number;
  readonly #log: (error: unknown) => void;
  readonly #beginProgress: (files: number) => Progress | undefined;
  /** By the identity of the file. */
  #closed: ReadonlyMap<string, ClosedFile> = new Map();
  /** The inspection under way or done; resolves to false if something has changed in the meantime. */
  #inspecting: Promise<boolean> | undefined;
  /** Files that have changed since they were inspected. */
  #stale = new Set<string>();
  #isFirstLook = true;
  #changes = 0;
  readonly #turns = new Turns();
  #results = 0;
  #waiting: (() => void)[] = [];
  #scope: Settings['workspaceFindings'] = 'workspace';

  constructor(
    session: Session,
    diagnose: (subjects: readonly Subject[]) => readonly Diagnostic[],
    burstDelay: number,
    log: (error: unknown) => void,
    beginProgress: (files: number) => Progress | undefined,
  ) {
    this.#session = session;
    this.#diagnose = diagnose;
    this.#burstDelay = burstDelay;
    this.#log = log;
    this.#beginProgress = beginProgress;
  }

  /** Whose findings are reported. Returns whether that changes. */
  setScope(scope: Settings['workspaceFindings']): boolean {
    const isNew = scope !== this.#scope;
    this.#scope = scope;
    return isNew;
  }

  /** Something that the files depend on has changed; with `uri`, that file itself. */
  changed(uri?: string): void {
    if (uri) this.#stale.add(this.#session.files.identity(uri));
    this.#changes++;
    this.#inspecting = undefined;
    this.wakeWaiters();
  }

  /** Resolves what `nextChange` has returned so far. */
  wakeWaiters(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Resolves with the next change. */
  nextChange(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** As they are when the promise resolves. Where only open files count, those that were open, without diagnostics. */
  async closedFiles(): Promise<readonly FileDiagnostics[]> {
    await this.#session.ready;
    const closed = this.#scope === 'workspace' ? (await this.#all()).closed : [];
    // The setting may have changed in the meantime.
    if (this.#scope === 'workspace') return closed;
    return [...this.#session.everOpen].filter((uri) => !this.#session.isOpen(uri)).map(notReported);
  }

  async openFiles(): Promise<readonly FileDiagnostics[]> {
    const open = await this.#inspectOpen();
    return open.flatMap(({ text: { uri, version }, subjects, resultId }) =>
      subjects.length > 0 ? [{ uri, version, resultId, diagnostics: this.#diagnose(subjects) }] : [],
    );
  }

  /** The requests that the profile governs, in open and closed files alike. */
  async governedBy(profile: string): Promise<readonly GovernedRequest[]> {
    const { closed, open } = await this.#all();
    const all = [
      ...closed.flatMap(({ governed }) => governed),
      ...open.flatMap(({ subjects }) => governedIn(subjects)),
    ];
    const { files } = this.#session;
    return all.filter((each) => files.identity(each.profile) === files.identity(profile));
  }

  async #inspectOpen(): Promise<readonly Snapshot[]> {
    const inspected = await Promise.all(this.#session.openUris.map((uri) => this.#orLog(this.#session.inspect(uri))));
    return inspected.filter((each) => each !== undefined);
  }

  /** One file that cannot be inspected must not keep the others from being shown. */
  async #orLog<T>(inspecting: Promise<T>): Promise<T | undefined> {
    try {
      return await inspecting;
    } catch (error) {
      this.#log(error);
      return undefined;
    }
  }

  async #all(): Promise<{ readonly closed: readonly ClosedFile[]; readonly open: readonly Snapshot[] }> {
    for (;;) {
      this.#inspecting ??= this.#inspectAfterBurst();
      const inspecting = this.#inspecting;
      const done = await inspecting;
      const open = await this.#inspectOpen();
      if (!done || inspecting !== this.#inspecting) continue;
      return { closed: [...this.#closed.values()], open };
    }
  }

  async #inspectAfterBurst(): Promise<boolean> {
    const changes = this.#changes;
    await new Promise((resolve) => setTimeout(resolve, this.#burstDelay));
    const isOld = () => changes !== this.#changes;
    return !isOld() && this.#inspectAll(isOld);
  }

  async #inspectAll(isOld: () => boolean): Promise<boolean> {
    const closed = new Map<string, ClosedFile>();
    const all = await this.#filesBelow();
    const ours = await this.#oursOf(all);
    const isLong = this.#isFirstLook && ours.length > manyFiles;
    const progress = isLong ? this.#beginProgress(ours.length) : undefined;
    try {
      // Documents are first, since they may name others as bodies.
      for (const uris of [ours.filter(isContainer), all.filter((uri) => !isContainer(uri))]) {
        for (const uri of await this.#oursOf(uris)) {
          if (isOld()) return false;
          progress?.reached(closed.size);
          await this.#note(uri, closed);
        }
      }
    } finally {
      progress?.end();
    }
    if (isOld()) return false;
    this.#closed = closed;
    this.#isFirstLook &&= ours.length === 0;
    this.#stale.clear();
    this.#session.noteNamed();
    return true;
  }

  async #note(uri: string, closed: Map<string, ClosedFile>): Promise<void> {
    const { files, epoch } = this.#session;
    const file = files.identity(uri);
    if (closed.has(file) || this.#session.isOpen(uri)) return;
    const before = this.#stale.has(file) ? undefined : this.#closed.get(file);
    const isCurrent = before && (before.isBarren || before.epoch === epoch);
    closed.set(file, isCurrent ? before : await this.#inspectClosed(uri, before));
    await this.#turns.next();
  }

  /** The profiles are read first, since they list files that are not ours by name. */
  async #filesBelow(): Promise<readonly string[]> {
    const { files, folders } = this.#session;
    const { roots } = folders;
    const below = await Promise.all(roots.map((root) => files.listings.below(root)));
    const uris = roots.flatMap((root, at) => (below[at]?.paths ?? []).map((path) => join(root, path)));
    for (const uri of uris.filter((each) => nameOf(each) === profileName)) {
      const read = await files.read(uri, this.#session.folders.rootOf(uri));
      if (read.state === 'text') files.profile(uri, read.text);
    }
    return [...new Set(uris)];
  }

  async #oursOf(uris: readonly string[]): Promise<readonly string[]> {
    const ours: string[] = [];
    for (const uri of uris) {
      if (this.#session.files.isOurs(uri)) ours.push(uri);
      await this.#turns.next();
    }
    return ours;
  }

  async #inspectClosed(uri: string, before: FileDiagnostics | undefined): Promise<ClosedFile> {
    const { epoch } = this.#session;
    const { text, subjects = [] } = (await this.#orLog(this.#session.inspectClosed(uri))) ?? {};
    return {
      isBarren: text !== undefined && isBarren({ uri, text: text.getText() }),
      ...this.#diagnosticsOf(uri, this.#diagnose(subjects), before),
      epoch,
      governed: governedIn(subjects),
    };
  }

  #diagnosticsOf(
    uri: string,
    diagnostics: readonly Diagnostic[],
    before: FileDiagnostics | undefined,
  ): FileDiagnostics {
    const same = before && JSON.stringify(before.diagnostics) === JSON.stringify(diagnostics);
    return { uri, version: null, diagnostics, resultId: same ? before.resultId : `closed.${++this.#results}` };
  }
}

function isContainer(uri: string): boolean {
  return containerKind(nameOf(uri)) !== undefined;
}

function notReported(uri: string): FileDiagnostics {
  return { uri, version: null, diagnostics: [], resultId: 'notReported' };
}

function governedIn(subjects: readonly Subject[]): readonly GovernedRequest[] {
  return subjects.flatMap(({ text, inspection }) => governedRequest(text, inspection));
}
