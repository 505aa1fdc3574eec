import {
  type CancellationToken,
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  type TextDocuments,
  WatchKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { profileName, say, type Text } from '../../shared/index.ts';
import { type InitializationOptions, type StatusParams, statusChanged } from '../../shared/protocol.ts';
import { rootsOf, serverCapabilities } from './capabilities.ts';
import {
  afterTyping,
  bestEffort,
  type ClientFeatures,
  clientFeatures,
  Refreshes,
  type Settings,
  SettingsReader,
} from './client.ts';
import type { Feature, FeatureContext, FileFeature } from './feature.ts';
import { type DiagnosticOptions, diagnosticOf, diagnostics } from './features/diagnostics.ts';
import { type ServerOptions, usualDelays } from './options.ts';
import { Publisher } from './publish.ts';
import { fileEvents, Session, type Snapshot } from './session.ts';
import { StoredDocuments } from './storedDocuments.ts';
import { Workspace } from './workspace.ts';
import { workspaceDiagnostics } from './workspaceDiagnostics.ts';

/** What the server does on each event of the protocol; the features themselves are pure functions. */
export class Handlers {
  readonly stored: StoredDocuments;
  readonly #connection: Connection;
  readonly #options: ServerOptions;
  readonly #session: Session;
  readonly #pushing: Publisher;
  readonly #workspace: Workspace;
  readonly #settings: SettingsReader;
  readonly #refreshes: Refreshes;
  readonly #publishClosedLater: () => void;
  #client: ClientFeatures = clientFeatures({});
  #fromClient: InitializationOptions = {};

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, options: ServerOptions) {
    const { burst, typing } = options.delays ?? usualDelays;
    this.#connection = connection;
    this.#options = options;
    this.#session = new Session(options.world, documents);
    const diagnose = ({ text, inspection }: Snapshot) => diagnostics(text, inspection, this.#diagnosticOptions());
    this.#pushing = new Publisher(connection, this.#session, diagnose);
    this.#workspace = new Workspace(this.#session, diagnose, burst);
    this.stored = new StoredDocuments(connection, this.#session, this.say);
    this.#settings = new SettingsReader(connection);
    this.#refreshes = new Refreshes(connection, typing);
    this.#publishClosedLater = afterTyping(() => this.#publishClosed(), typing);
  }

  initialize(params: InitializeParams): InitializeResult {
    this.#client = clientFeatures(params.capabilities);
    this.#fromClient = (params.initializationOptions ?? {}) as InitializationOptions;
    this.#session.setRoots(rootsOf(params));
    const serverInfo = { name: 'zoom-request-lens', version: this.#options.version };
    return { capabilities: serverCapabilities(this.#client), serverInfo };
  }

  initialized(): void {
    this.#settings.begin(this.#client);
    this.#lookAround();
    if (this.#client.workspaceFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(() => bestEffort(() => this.#foldersChanged()));
    }
    if (!this.#client.watchesFiles) return;
    // Folders that come or go are told without the files in them.
    const kind = WatchKind.Create | WatchKind.Delete;
    const watchers = [{ globPattern: '**/*.{json,jsonc}' }, { globPattern: '**/*', kind }];
    bestEffort(() => this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }

  configurationChanged(): void {
    this.#settings.read(this.#client);
    this.#refreshes.shown(this.#client);
  }

  opened({ uri }: TextDocument): void {
    this.#workspace.changed(uri);
    if (this.#client.watchesFiles) return;
    this.#session.forgetDisk();
    this.#checkAll();
  }

  changed({ uri }: TextDocument): void {
    const { affectsOthers } = this.#session.fileChanged(uri, 'open');
    if (affectsOthers) this.#checkAll();
    else if (!this.#client.pullsDiagnostics) this.#pushing.schedule([uri]);
    if (!affectsOthers) this.#typed();
    this.stored.changed([uri]);
  }

  closed({ uri }: TextDocument): void {
    const { affectsOthers } = this.#session.fileChanged(uri, 'closed');
    if (!this.#client.pullsDiagnostics) this.#pushing.clear(uri);
    this.#workspace.changed(uri);
    if (affectsOthers) this.#checkAll();
    else this.#lookAround();
    this.stored.closed(uri);
  }

  filesChanged({ changes }: DidChangeWatchedFilesParams): void {
    const touched = changes.map(({ uri, type }) => ({ uri, ...this.#session.fileChanged(uri, fileEvents[type]) }));
    const ours = touched.filter((each) => each.isOurs);
    for (const { uri } of ours) this.#workspace.changed(uri);
    if (touched.some(({ affectsOthers }) => affectsOthers)) this.#checkAll();
    else if (ours.length > 0) this.#lookAround();
    this.stored.changed(changes.map(({ uri }) => uri));
  }

  async diagnostics({ textDocument, previousResultId }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const inspected = await this.#session.inspect(textDocument.uri);
    if (!inspected) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { text, inspection, resultId } = inspected;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = diagnostics(text, inspection, this.#diagnosticOptions());
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  workspaceDiagnostics(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    return workspaceDiagnostics(this.#workspace, this.#session, previousResultIds, token);
  }

  /** How the protocol asks for a feature: null for a file that is none of the lens' business, and where there is nothing to say. */
  answering<Params extends StatusParams, Answer>(
    feature: Feature<Params, Answer>,
  ): (params: Params) => Promise<Answer | null> {
    return async (params) => {
      const settings = await this.#settings.latest;
      const inspected = await this.#session.inspect(params.textDocument.uri);
      if (!inspected?.inspection) return null;
      const { text, inspection } = inspected;
      return (await feature({ text, inspection }, params, this.#scope(settings))) ?? null;
    };
  }

  /** The same about a file of any kind, there or not. */
  placing<Params extends StatusParams, Answer>(
    feature: FileFeature<Params, Answer>,
  ): (params: Params) => Promise<Answer | null> {
    return async (params) => {
      const { uri } = params.textDocument;
      const inspected = await this.#session.inspect(uri);
      const classification = await this.#session.classify(uri);
      const place = { uri, classification, known: inspected !== undefined, inspection: inspected?.inspection };
      return feature(place, params, this.#scope(await this.#settings.latest)) ?? null;
    };
  }

  /** In the language of the user. */
  readonly say = (text: Text): string => say(text, this.#fromClient.translations);

  /** Something that requests rest on has changed. */
  #checkAll(): void {
    this.#findingsDiffer();
    bestEffort(() => this.#connection.sendNotification(statusChanged));
    this.#refreshes.shown(this.#client);
    this.#workspace.changed();
    this.stored.changed();
    this.#lookAround();
  }

  #findingsDiffer(): void {
    if (!this.#client.pullsDiagnostics) this.#pushing.schedule(this.#session.openUris);
    else this.#refreshes.diagnostics(this.#client);
  }

  async #lookAround(): Promise<void> {
    await this.#publishClosed();
    this.#lensesDiffer();
  }

  /** Closed files are told to a client that does not ask for them, and those that wait are woken. */
  async #publishClosed(): Promise<void> {
    this.#workspace.wakeWaiters();
    const files = await this.#workspace.closedFiles();
    if (!this.#client.pullsDiagnostics) this.#pushing.publishClosed(files);
  }

  /** Nobody waits for this with every letter. */
  #typed(): void {
    this.#publishClosedLater();
    this.#lensesDiffer();
  }

  /** The lenses over a lock profile count what stands in other files. */
  #lensesDiffer(): void {
    const hasProfile = this.#session.openUris.some((uri) => uri.endsWith(profileName));
    if (hasProfile) this.#refreshes.lenses(this.#client);
  }

  async #foldersChanged(): Promise<void> {
    const folders = await this.#connection.workspace.getWorkspaceFolders();
    this.#session.setRoots((folders ?? []).map(({ uri }) => uri));
    this.#checkAll();
  }

  #scope(settings: Settings): FeatureContext {
    return {
      settings,
      client: this.#client,
      runsCommands: this.#fromClient.runsCommands === true,
      random: this.#options.random,
      today: this.#options.world.today(),
      displayPath: (uri) => this.#session.displayPath(uri),
      identify: (uri) => this.#session.identify(uri),
      rootOf: (uri) => this.#session.rootOf(uri),
      overwrittenBy: (profile) => this.#workspace.overwrittenBy(profile),
      say: this.say,
      diagnosticOf: ({ text, inspection }, finding) =>
        diagnosticOf(text, inspection, finding, this.#diagnosticOptions()),
    };
  }

  #diagnosticOptions(): DiagnosticOptions {
    const folder = this.#fromClient.rulesFolder ?? this.#options.rulesFolder;
    return {
      rulesFolder: this.#client.linksCodes ? folder : undefined,
      say: this.say,
      relatedInformation: this.#client.relatesPlaces,
      tags: this.#client.diagnosticTags,
      editorReportsSyntax: this.#fromClient.editorReportsSyntax === true,
    };
  }
}
