import type { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { mayBeOurs, noSeverities, Predictions, type Severities, type Text } from '../../shared/index.ts';
import { Files } from '../files/files.ts';
import { canonical, isStored } from '../files/uris.ts';
import { tooLarge, type World } from '../files/world.ts';
import { type Classification, classify } from '../inspection/classify.ts';
import { inspect, inspectOnce, inspectUnread } from '../inspection/inspect.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { Overrides } from '../inspection/profileInForce.ts';
import { Folders } from './folders.ts';
import { OpenFiles } from './openFiles.ts';
import type { Settings } from './settings.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

interface CachedInspection {
  readonly version: number;
  readonly epoch: number;
  readonly inspections: Promise<readonly Inspection[]>;
}

type Documents = Pick<TextDocuments<TextDocument>, 'get' | 'keys'>;

/** What a change means for other files. */
interface FileChange {
  /** Inspections of other files may depend on it. */
  readonly affectsOthers: boolean;
  /** It has changed on the disk, and is our file or may have been. */
  readonly isOurs: boolean;
}

/**
 * The open documents and their inspections: one for each version of a document and each state of the surrounding files,
 * shared by all callers.
 */
export class Session {
  readonly files: Files;
  readonly folders: Folders;
  /** Resolves once the user's settings are known: nothing is inspected before. */
  ready: Promise<unknown> = Promise.resolve();
  readonly #documents: Documents;
  readonly #namesOthers: () => void;
  readonly #open = new OpenFiles();
  readonly #known = new Map<string, CachedInspection>();
  /** The latest inspections of each open document: unchanged requests in it are not inspected again. */
  readonly #latest = new Map<string, readonly Inspection[]>();
  readonly #predictions = new Predictions();
  #overrides: Overrides = {};
  #severities: Severities = noSeverities;
  #choices = '[[],[]]';
  /** Incremented whenever a file or setting changes that an inspection may depend on. */
  #epoch = 0;
  /** Incremented where an earlier result for the same version no longer counts: a document may be reopened. */
  #renewals = 0;
  /** Incremented whenever the text of one of our files changes on the disk. */
  #diskChanges = 0;
  readonly #wereOpen = new Set<string>();

  /** `log` receives what could not be read. `namesOthers` is called when a document names other files as bodies than before. */
  constructor(world: World, documents: Documents, log?: (problem: Text) => void, namesOthers = () => {}) {
    this.#documents = documents;
    this.#namesOthers = namesOthers;
    this.files = new Files(world, (file) => this.#openText(file), log);
    this.folders = new Folders(this.files);
  }

  #openText(file: string): string | undefined {
    return this.#open.isDeleted(file) ? undefined : this.#documents.get(this.#open.uriOf(file) ?? '')?.getText();
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** After documents were inspected: they may name other files as bodies than before. */
  noteNamed(): void {
    if (!this.files.named.takeChange()) return;
    this.#epoch++;
    this.#namesOthers();
  }

  /** Whether nothing that other files may depend on has changed since this result. */
  isCurrentFor(resultId: string | undefined): boolean {
    return resultId?.split('.').at(-1) === String(this.#epoch);
  }

  renewResults(): void {
    this.#renewals++;
  }

  setRoots(uris: readonly string[]): void {
    this.folders.set(uris);
    this.#epoch++;
  }

  /** Of several lock profiles that lie together, that of this account counts; undefined: the plain one. */
  setAccount(account: string | undefined): void {
    this.#overrides = { ...this.#overrides, account };
    this.#epoch++;
  }

  /** What the user has set. Returns whether findings may change. */
  setChoices({ severities, containersOff }: Pick<Settings, 'severities' | 'containersOff'>): boolean {
    const choices = JSON.stringify([[...severities], containersOff]);
    if (choices === this.#choices) return false;
    this.#choices = choices;
    this.#severities = severities;
    this.#overrides = { ...this.#overrides, containersOff };
    this.#latest.clear();
    this.#epoch++;
    return true;
  }

  /** A document was opened, changed or closed, or its file changed. */
  fileChanged(uri: string, state: 'open' | 'closed' | 'onDisk' | 'added' | 'removed'): FileChange {
    const file = canonical(uri);
    const onDisk = state !== 'open' && state !== 'closed';
    if (state === 'open') this.#open.opened(uri, this.files.identity(file));
    if (!onDisk) this.files.profileEdited(file, this.#documents.get(uri)?.getText());
    if (state === 'closed') this.#open.closed(uri);
    if (state !== 'open') this.#known.delete(uri);
    if (state === 'closed') this.#latest.delete(uri);
    const wasRead = this.files.changed(file, onDisk ? 'onDisk' : 'inEditor');
    const folder = onDisk && this.files.folderChanged(file);
    const listed = this.#listed(file, state);
    if (state === 'removed') this.files.named.forget(file);
    // The URI may lead to another file now, and is still the one that is open.
    if (onDisk && this.#documents.get(uri)) this.#open.opened(uri, this.files.identity(file));
    if (state === 'removed') this.#open.deleted(this.files.identity(file));
    const ours = onDisk && this.files.isOurs(file);
    const affectsOthers = wasRead || folder || (listed && (ours || !mayBeOurs(file)));
    if (affectsOthers) this.#epoch++;
    const isOurs = ours || folder || listed;
    if (isOurs) this.#diskChanges++;
    if (state === 'closed') {
      this.renewResults();
      this.#wereOpen.add(file);
    }
    return { affectsOthers, isOurs };
  }

  /** Whether something changes for the requests that the file governs. */
  fileSaved(uri: string): boolean {
    const isDropped = this.files.profileSaved(canonical(uri), this.#documents.get(uri)?.getText());
    if (isDropped) this.#epoch++;
    return isDropped;
  }

  #listed(file: string, state: string): boolean {
    if (state === 'added') return this.files.listings.added(file);
    return state === 'removed' && this.files.listings.removed(file);
  }

  /** For editors that do not report changed files: everything on the disk may be different now. */
  forgetDisk(): void {
    this.files.forgetDisk();
    this.#epoch++;
  }

  /** Of all open documents, including those that are not ours. */
  get openUris(): readonly string[] {
    return this.#documents.keys();
  }

  isOpen(uri: string): boolean {
    return this.#open.uriOf(this.files.identity(uri)) !== undefined;
  }

  /** Files that were open once: the editor may still show findings from then. */
  get everOpen(): ReadonlySet<string> {
    return this.#wereOpen;
  }

  /**
   * Inspects the current text, with the surrounding files as they are when the promise resolves: a result for an old version
   * is dropped. Undefined for a file that is neither open nor in a workspace folder, and for the documents of our own.
   */
  async inspect(uri: string): Promise<Snapshot | undefined> {
    await this.ready;
    for (;;) {
      const text = this.#documents.get(uri);
      if (isStored(uri)) return undefined;
      if (!text) return this.inspectClosed(uri);
      const known = this.#known.get(uri);
      const fresh = known?.version === text.version && known.epoch === this.#epoch;
      const { version, epoch, inspections } = fresh ? known : this.#inspectAnew(uri, text);
      const made = await inspections;
      this.noteNamed();
      const current = this.#documents.get(uri) === text && text.version === version && epoch === this.#epoch;
      if (!current) continue;
      this.#latest.set(uri, made);
      return snapshotOf(text, made, `${this.#renewals}.${text.version}.${epoch}`, epoch);
    }
  }

  /** Of any file, open or not, there or not. */
  classify(uri: string): Promise<Classification> {
    return classify(this.files, this.folders.fileOf(uri), this.folders.rootOf(uri), this.#overrides);
  }

  #inspectAnew(uri: string, text: TextDocument): CachedInspection {
    const { version } = text;
    const epoch = this.#epoch;
    const isOutdated = () => this.#documents.get(uri)?.version !== version || this.#epoch !== epoch;
    const previous = this.#latest.get(uri) ?? [];
    const file = { ...this.#fileToInspect(uri), text: text.getText(), previous, isOutdated, isTyped: true };
    const known = { version, epoch, inspections: inspect(this.files, file) };
    this.#known.set(uri, known);
    return known;
  }

  /** The file on the disk, of which nothing is kept. */
  async inspectClosed(uri: string): Promise<Snapshot | undefined> {
    await this.ready;
    const file = this.#fileToInspect(uri);
    if (file.root === undefined) return undefined;
    const epoch = this.#epoch;
    const resultId = `disk.${this.#diskChanges}.${epoch}`;
    const snapshot = (text: string, made: readonly Inspection[]) =>
      snapshotOf(TextDocument.create(uri, 'jsonc', 0, text), made, resultId, epoch);
    const read = await this.files.readOnce(uri, file.root);
    if (read.state === 'text') return snapshot(read.text, await inspectOnce(this.files, { ...file, text: read.text }));
    const isTooLarge = read.state === 'unreadable' && read.reason === tooLarge;
    return isTooLarge ? snapshot('', await inspectUnread(this.files, file)) : undefined;
  }

  #fileToInspect(uri: string) {
    const severities = { setting: this.#severities };
    const predictions = this.#predictions;
    const [file, root] = [this.folders.fileOf(uri), this.folders.rootOf(uri)];
    return { uri: file, root, overrides: this.#overrides, severities, predictions };
  }

  /** The URI under which the client has the file open, and its version; null: it is not open. */
  identify(uri: string): { readonly uri: string; readonly version: number | null } {
    const open = this.#documents.get(this.#open.uriOf(this.files.identity(canonical(uri))) ?? uri);
    return open ? { uri: open.uri, version: open.version } : { uri, version: null };
  }
}
