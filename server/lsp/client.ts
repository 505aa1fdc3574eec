import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  type DiagnosticTag,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  InlayHintRefreshRequest,
  MarkupKind,
  SemanticTokensRefreshRequest,
  WatchKind,
} from 'vscode-languageserver';
import { visible, watchedPattern } from '../../shared/index.ts';

/** The client's capabilities that matter to us. */
export interface ClientFeatures {
  /** Asks for diagnostics, and can learn that they have changed without its asking. Any other client is sent them. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** The answer for one document may contain the findings of others. */
  readonly takesRelatedDocuments: boolean;
  readonly refreshesLenses: boolean;
  readonly linksCodes: boolean;
  readonly relatesPlaces: boolean;
  readonly diagnosticTags: readonly DiagnosticTag[];
  /** By their names in the capabilities, the features of documents that the server may offer later. */
  readonly registers: ReadonlySet<string>;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly showsProgress: boolean;
  readonly createsFiles: boolean;
  readonly versionsEdits: boolean;
  readonly codeActionLiterals: boolean;
  /** Can show documents whose content the server provides. */
  readonly asksForContents: boolean;
  readonly hoverMarkup: MarkupKind;
  readonly completes: boolean;
  /** The text that an item inserts may contain a placeholder for the cursor. */
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  readonly showsInlayHints: boolean;
  readonly marksTokens: boolean;
  /** The server may ask for the user's settings. */
  readonly configuration: boolean;
  readonly reportsConfiguration: boolean;
  /** The refresh requests that the client supports, besides those for diagnostics and lenses. */
  readonly refreshes: readonly RefreshRequest[];
}

const refreshRequests = [
  { request: InlayHintRefreshRequest.type, shown: 'inlayHint' },
  { request: SemanticTokensRefreshRequest.type, shown: 'semanticTokens' },
] as const;

type RefreshRequest = (typeof refreshRequests)[number]['request'];

export function clientFeatures({ window, workspace, textDocument }: ClientCapabilities): ClientFeatures {
  const formats = textDocument?.hover?.contentFormat ?? [];
  const edits = workspace?.workspaceEdit;
  // Before LSP 3.18 the capability existed for pushed diagnostics only, and meant pulled ones, too.
  const findings = (what: 'codeDescriptionSupport' | 'relatedInformation') =>
    (textDocument?.diagnostic?.[what] ?? textDocument?.publishDiagnostics?.[what]) === true;
  const tags = textDocument?.diagnostic?.tagSupport ?? textDocument?.publishDiagnostics?.tagSupport;
  const item = textDocument?.completion?.completionItem;
  const refreshesDiagnostics = workspace?.diagnostics?.refreshSupport === true;
  const takesRelatedDocuments = textDocument?.diagnostic?.relatedDocumentSupport === true;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined && (refreshesDiagnostics || takesRelatedDocuments),
    refreshesDiagnostics,
    takesRelatedDocuments,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    linksCodes: findings('codeDescriptionSupport'),
    relatesPlaces: findings('relatedInformation'),
    diagnosticTags: tags?.valueSet ?? [],
    registers: new Set(Object.entries(textDocument ?? {}).flatMap(([name, each]) => (isDynamic(each) ? [name] : []))),
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
    createsFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    versionsEdits: edits?.documentChanges === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    asksForContents: workspace?.textDocumentContent !== undefined,
    hoverMarkup: formats.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText,
    completes: textDocument?.completion !== undefined,
    snippets: item?.snippetSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    showsInlayHints: textDocument?.inlayHint !== undefined,
    marksTokens: textDocument?.semanticTokens !== undefined,
    configuration: workspace?.configuration === true,
    reportsConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshes: refreshRequests
      .filter(({ shown }) => workspace?.[shown]?.refreshSupport === true)
      .map(({ request }) => request),
  };
}

function isDynamic(capability: unknown): boolean {
  const isObject = typeof capability === 'object' && capability !== null;
  return isObject && 'dynamicRegistration' in capability && capability.dynamicRegistration === true;
}

/** What happened to a file outside of the editor, by the protocol's names. */
export const fileEvents = {
  [FileChangeType.Created]: 'added',
  [FileChangeType.Changed]: 'onDisk',
  [FileChangeType.Deleted]: 'removed',
} as const;

/** Asks the client to report changed files, and folders, which are added and removed without the files in them. */
export function watchFiles(connection: Connection): void {
  const kind = WatchKind.Create | WatchKind.Delete;
  const watchers = [{ globPattern: watchedPattern }, { globPattern: '**/*', kind }];
  bestEffort(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
}

/** Debounces `act`: it runs once the returned function has not been called for `typingDelay` milliseconds. */
export function afterTyping(act: () => unknown, typingDelay: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, typingDelay);
  };
}

/** Makes the client request again what it shows, as far as it supports that. */
export class Refreshes {
  readonly #connection: Connection;
  readonly #askForLenses: () => void;

  constructor(connection: Connection, typingDelay: number) {
    this.#connection = connection;
    const ask = () => bestEffort(() => connection.sendRequest(CodeLensRefreshRequest.type));
    this.#askForLenses = afterTyping(ask, typingDelay);
  }

  diagnostics({ refreshesDiagnostics }: ClientFeatures): void {
    if (refreshesDiagnostics) bestEffort(() => this.#connection.languages.diagnostics.refresh());
  }

  /** Hints, semantic tokens and lenses. */
  shown(client: ClientFeatures): void {
    for (const request of client.refreshes) bestEffort(() => this.#connection.sendRequest(request));
    this.lenses(client);
  }

  /** Once typing has stopped. */
  lenses({ refreshesLenses }: ClientFeatures): void {
    if (refreshesLenses) this.#askForLenses();
  }
}

/** Ignores errors: the client may be gone, or not know the message. */
export async function bestEffort(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch {
    // See above.
  }
}

/** Writes an error to the client's log, if the client is still there. */
export function logError({ console }: Connection, error: unknown): void {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  void bestEffort(async () => console.error(words.split('\n').map(visible).join('\n')));
}
