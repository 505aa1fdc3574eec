import type {
  CancellationToken,
  Connection,
  DidChangeWatchedFilesParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  TextDocuments,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { profileName, say, type Text } from '../../shared/index.ts';
import {
  type AccountParams,
  type CompareParams,
  type InitializationOptions,
  statusChanged,
} from '../../shared/protocol.ts';
import type { Subject } from '../inspection/subject.ts';
import { Answers } from './answers.ts';
import { diagnosticOptions, initializationOptions, rootsOf, serverCapabilities } from './capabilities.ts';
import {
  afterTyping,
  bestEffort,
  type ClientFeatures,
  clientFeatures,
  fileEvents,
  logError,
  Refreshes,
  watchFiles,
} from './client.ts';
import { compare } from './compare.ts';
import { documentDiagnostics } from './documentDiagnostics.ts';
import type { FeatureContext } from './feature.ts';
import { Diagnostics, diagnosticOf } from './features/diagnostics.ts';
import { Guard } from './guard.ts';
import { hasProfile } from './hasProfile.ts';
import { type ServerOptions, usualDelays } from './options.ts';
import { beginProgress } from './progress.ts';
import { Publisher } from './publish.ts';
import { Registrations } from './registrations.ts';
import { Session } from './session.ts';
import { contextIn } from './sessionContext.ts';
import { SettingsReader } from './settings.ts';
import { StoredDocuments } from './storedDocuments.ts';
import { Workspace } from './workspace.ts';
import { workspaceDiagnostics } from './workspaceDiagnostics.ts';

/** Handles each event of the protocol; the features themselves are pure functions. */
export class Handlers {
  readonly stored: StoredDocuments;
  readonly answers: Answers;
  readonly guard = new Guard((error) => logError(this.#connection, error));
  readonly #connection: Connection;
  readonly #options: ServerOptions;
  readonly #session: Session;
  readonly #publisher: Publisher;
  readonly #diagnostics = new Diagnostics();
  readonly #workspace: Workspace;
  readonly #settings: SettingsReader;
  readonly #refreshes: Refreshes;
  readonly #registrations: Registrations;
  readonly #inspectLater: () => void;
  readonly #diskLater: () => void;
  #client: ClientFeatures = clientFeatures({});
  #fromClient: InitializationOptions = {};

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, options: ServerOptions) {
    const { burst, settings, typing, thinking } = options.delays ?? usualDelays;
    this.#connection = connection;
    this.#options = options;
    const warn = (problem: Text) => bestEffort(async () => connection.console.warn(this.say(problem)));
    this.#session = new Session(options.world, documents, warn, () => this.#allChanged());
    this.#refreshes = new Refreshes(connection, typing);
    this.#publisher = new Publisher(connection, this.#session, this.#refreshes, this.#diagnose, thinking);
    const log = (error: unknown) => logError(connection, error);
    const progress = (files: number) => beginProgress(connection, this.#client, files, this.say);
    this.#workspace = new Workspace(this.#session, this.#diagnose, burst, log, progress);
    this.stored = new StoredDocuments(connection, this.#session, this.say);
    this.#settings = new SettingsReader(connection, settings);
    this.#registrations = new Registrations(connection, () => hasProfile(this.#session));
    this.#inspectLater = afterTyping(() => this.#inspectWorkspace(), typing);
    this.#diskLater = afterTyping(() => this.#allChanged(), typing);
    this.answers = new Answers(this.#session, () => this.#featureContext(), this.guard);
  }

  initialize(params: InitializeParams): InitializeResult {
    this.guard.begin();
    this.#client = clientFeatures(params.capabilities);
    this.#fromClient = initializationOptions(params);
    this.#session.setRoots(rootsOf(params));
    this.#session.setAccount(this.#fromClient.account);
    const serverInfo = { name: 'zoom-request-lens', version: this.#options.version };
    return { capabilities: serverCapabilities(this.#client), serverInfo };
  }

  initialized(): void {
    this.#settings.begin(this.#client);
    this.#session.ready = this.#applySettings();
    this.#registrations.renew(this.#client);
    this.#inspectWorkspace();
    if (this.#client.workspaceFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(() =>
        this.#foldersChanged().catch((error) => logError(this.#connection, error)),
      );
    }
    if (this.#client.watchesFiles) watchFiles(this.#connection);
  }

  configurationChanged(): void {
    this.#settings.read(this.#client);
    this.#refreshes.shown(this.#client);
    void this.#applySettings().then((isNew) => isNew && this.#allChanged());
  }

  /** Returns whether findings may change. */
  async #applySettings(): Promise<boolean> {
    const { latest } = this.#settings;
    const settings = await latest;
    if (latest !== this.#settings.latest) return false;
    const isNew = this.#session.setChoices(settings);
    return this.#workspace.setScope(settings.workspaceFindings) || isNew;
  }

  opened({ uri }: TextDocument): void {
    this.#workspace.changed(uri);
    this.#registrations.renew(this.#client);
    if (this.#client.watchesFiles) return;
    this.#session.forgetDisk();
    // An editor that restores a session opens all of its documents at once.
    this.#diskLater();
  }

  changed({ uri }: TextDocument): void {
    this.#publisher.typing.changed(uri, this.#client);
    const { affectsOthers } = this.#session.fileChanged(uri, 'open');
    if (affectsOthers) this.#allChanged();
    else {
      this.#publisher.documentChanged(uri, this.#client);
      this.#inspectLater();
    }
    this.stored.changed([uri]);
  }

  saved({ uri }: TextDocument): void {
    this.#publisher.typing.paused(uri);
    if (this.#session.fileSaved(uri)) this.#allChanged();
  }

  closed({ uri }: TextDocument): void {
    const { affectsOthers } = this.#session.fileChanged(uri, 'closed');
    this.#publisher.documentClosed(uri);
    this.#workspace.changed(uri);
    if (affectsOthers) this.#allChanged();
    else this.#inspectLater();
    this.stored.closed(uri);
  }

  filesChanged(params: DidChangeWatchedFilesParams): void {
    // One that names no file does not affect the others.
    const changes = params.changes.filter((each) => typeof each?.uri === 'string');
    const touched = changes.map(({ uri, type }) => ({ uri, ...this.#session.fileChanged(uri, fileEvents[type]) }));
    const ours = touched.filter((each) => each.isOurs);
    for (const { uri } of ours) this.#workspace.changed(uri);
    if (touched.some(({ affectsOthers }) => affectsOthers)) this.#allChanged();
    else if (ours.length > 0) this.#inspectWorkspace();
    this.stored.changed(changes.map(({ uri }) => uri));
  }

  accountChanged({ account }: AccountParams): void {
    this.#session.setAccount(typeof account === 'string' ? account : undefined);
    this.#allChanged();
  }

  readonly compare = (params: CompareParams): Promise<string | null> => compare(this.#session, params, this.say);

  readonly diagnostics = (params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> =>
    documentDiagnostics(this.#session, this.#diagnose, params, this.#client);

  readonly workspaceDiagnostics = (
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> =>
    workspaceDiagnostics(this.#workspace, this.#session, previousResultIds, token);

  /** In the language of the user. */
  readonly say = (text: Text): string => say(text, this.#fromClient.translations);

  /** Something that any request may depend on has changed. */
  #allChanged(): void {
    this.#registrations.renew(this.#client);
    this.#publisher.allChanged(this.#client);
    bestEffort(() => this.#connection.sendNotification(statusChanged));
    this.#refreshes.shown(this.#client);
    this.#workspace.changed();
    this.stored.changed();
    this.#inspectWorkspace();
  }

  #inspectWorkspace(): void {
    this.#publishClosed();
    this.#lensesChanged();
  }

  /** Pushes the findings of closed files to a client that does not pull, and wakes waiting workspace pulls. */
  async #publishClosed(): Promise<void> {
    this.#workspace.wakeWaiters();
    try {
      this.#publisher.closedFiles(await this.#workspace.closedFiles(), this.#client);
    } catch (error) {
      logError(this.#connection, error);
    }
  }

  /** The lenses over a lock profile count fields in other files. */
  #lensesChanged(): void {
    const hasProfile = this.#session.openUris.some((uri) => uri.endsWith(profileName));
    if (hasProfile) this.#refreshes.lenses(this.#client);
  }

  async #foldersChanged(): Promise<void> {
    const folders = await this.#connection.workspace.getWorkspaceFolders();
    this.#session.setRoots((folders ?? []).map(({ uri }) => uri));
    this.#allChanged();
  }

  async #featureContext(): Promise<FeatureContext> {
    return {
      ...contextIn(this.#session),
      settings: await this.#settings.latest,
      client: this.#client,
      runsCommands: this.#fromClient.runsCommands === true,
      random: this.#options.random,
      today: this.#options.world.today(),
      governedBy: (profile) => this.#workspace.governedBy(profile),
      say: this.say,
      diagnosticOf: (subject, finding) => diagnosticOf(subject, finding, this.#diagnosticOptions()),
    };
  }

  readonly #diagnose = (subjects: readonly Subject[]) =>
    this.#diagnostics.of(this.#publisher.typing.reportable(subjects), this.#diagnosticOptions());

  readonly #diagnosticOptions = () =>
    diagnosticOptions(this.#client, this.#fromClient, this.#options.rulesFolder, this.say);
}
