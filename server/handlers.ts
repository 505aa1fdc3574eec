import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  type TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Random, say } from '../shared/index.ts';
import { type InitializationOptions, statusChanged } from '../shared/protocol.ts';
import { type ClientFeatures, clientFeatures, rootsOf, serverCapabilities } from './clientFeatures.ts';
import type { Feature, PlaceFeature, Scope } from './feature.ts';
import { type DiagnosticOptions, diagnosticOf, diagnostics } from './features/diagnostics.ts';
import { Pushing } from './pushing.ts';
import { Session } from './session.ts';
import type { World } from './world.ts';

export interface ServerOptions {
  readonly world: World;
  readonly random: Random;
  readonly version: string;
  /** Where the pages of the rules are, unless the client says; undefined: nowhere. */
  readonly rulesFolder: string | undefined;
}

interface AboutFile {
  readonly textDocument: { readonly uri: string };
}

/** What the server does on each event of the protocol; the features themselves are pure functions. */
export class Handlers {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #options: ServerOptions;
  readonly #session: Session;
  readonly #pushing: Pushing;
  #client: ClientFeatures = clientFeatures({});
  #fromClient: InitializationOptions = {};

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, options: ServerOptions) {
    this.#connection = connection;
    this.#documents = documents;
    this.#options = options;
    this.#session = new Session(options.world, documents);
    this.#pushing = new Pushing(connection, this.#session, ({ text, inspection }) =>
      diagnostics(text, inspection, this.#diagnosticOptions()),
    );
  }

  initialize(params: InitializeParams): InitializeResult {
    this.#client = clientFeatures(params.capabilities);
    this.#fromClient = (params.initializationOptions ?? {}) as InitializationOptions;
    this.#session.setRoots(rootsOf(params));
    const serverInfo = { name: 'zoom-request-lens', version: this.#options.version };
    return { capabilities: serverCapabilities(this.#client), serverInfo };
  }

  initialized(): void {
    if (this.#client.workspaceFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(() => this.#foldersChanged().catch(ignore));
    }
    if (!this.#client.watchesFiles) return;
    // Folders that come or go are told without the files in them.
    const watchers = [{ globPattern: '**/*.{json,jsonc}' }, { globPattern: '**/*', kind: comesOrGoes }];
    this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(ignore);
  }

  opened(): void {
    if (this.#client.watchesFiles) return;
    this.#session.forgetDisk();
    this.#checkAll();
  }

  changed({ uri }: TextDocument): void {
    const matters = this.#session.touch(uri, 'open');
    if (matters) this.#checkAll();
    else if (!this.#client.pullsDiagnostics) this.#pushing.schedule([uri]);
  }

  closed({ uri }: TextDocument): void {
    if (this.#session.touch(uri, 'closed')) this.#checkAll();
    if (!this.#client.pullsDiagnostics) this.#pushing.clear(uri);
  }

  filesChanged({ changes }: DidChangeWatchedFilesParams): void {
    const mattered = changes.filter(({ uri, type }) =>
      this.#session.touch(uri, type === FileChangeType.Changed ? 'onDisk' : 'cameOrWent'),
    );
    if (mattered.length > 0) this.#checkAll();
  }

  async diagnostics({ textDocument, previousResultId }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const inspected = await this.#session.inspect(textDocument.uri);
    if (!inspected) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { text, inspection, epoch } = inspected;
    const resultId = `${text.version}.${epoch}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = diagnostics(text, inspection, this.#diagnosticOptions());
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /** How the protocol asks for a feature: null for a file that is none of the lens' business, and where there is nothing to say. */
  answering<Params extends AboutFile, Answer>(
    feature: Feature<Params, Answer>,
  ): (params: Params) => Promise<Answer | null> {
    return async (params) => {
      const inspected = await this.#session.inspect(params.textDocument.uri);
      if (!inspected?.inspection) return null;
      const { text, inspection } = inspected;
      return feature({ text, inspection }, params, this.#scope()) ?? null;
    };
  }

  /** The same about a file of any kind, open or not. */
  placing<Params extends AboutFile, Answer>(
    feature: PlaceFeature<Params, Answer>,
  ): (params: Params) => Promise<Answer | null> {
    return async (params) => {
      const { uri } = params.textDocument;
      const inspected = await this.#session.inspect(uri);
      const standing = await this.#session.standing(uri);
      const place = { uri, standing, open: inspected !== undefined, inspection: inspected?.inspection };
      return feature(place, params, this.#scope()) ?? null;
    };
  }

  /** Something that requests rest on has changed. */
  #checkAll(): void {
    if (!this.#client.pullsDiagnostics) this.#pushing.schedule(this.#documents.keys());
    else if (this.#client.refreshesDiagnostics) this.#connection.languages.diagnostics.refresh().catch(ignore);
    this.#connection.sendNotification(statusChanged).catch(ignore);
  }

  async #foldersChanged(): Promise<void> {
    const folders = await this.#connection.workspace.getWorkspaceFolders();
    this.#session.setRoots((folders ?? []).map(({ uri }) => uri));
    this.#checkAll();
  }

  #scope(): Scope {
    return {
      client: this.#client,
      runsCommands: this.#fromClient.runsCommands === true,
      random: this.#options.random,
      today: this.#options.world.today(),
      displayPath: (uri) => this.#session.displayPath(uri),
      rootOf: (uri) => this.#session.rootOf(uri),
      say: (text) => say(text, this.#fromClient.translations),
      diagnosticOf: ({ text, inspection }, finding) =>
        diagnosticOf(text, inspection, finding, this.#diagnosticOptions()),
    };
  }

  #diagnosticOptions(): DiagnosticOptions {
    const folder = this.#fromClient.rulesFolder ?? this.#options.rulesFolder;
    return {
      rulesFolder: this.#client.linksCodes ? folder : undefined,
      relatedInformation: this.#client.relatesPlaces,
      editorReportsSyntax: this.#fromClient.editorReportsSyntax === true,
    };
  }
}

const comesOrGoes = WatchKind.Create | WatchKind.Delete;

/** The other side is gone or does not know the message: nothing to do about it. */
function ignore(): void {}
