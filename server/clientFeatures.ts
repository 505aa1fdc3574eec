import {
  type ClientCapabilities,
  type DiagnosticTag,
  type InitializeParams,
  InlayHintRefreshRequest,
  MarkupKind,
  SemanticTokensRefreshRequest,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';
import { storedScheme } from '../shared/protocol.ts';
import { codeActionKinds } from './features/codeActions.ts';
import { completionTriggers } from './features/completion.ts';
import { semanticTokensLegend } from './features/semanticTokens.ts';

/** What the client can do, as far as the lens cares. */
export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly linksCodes: boolean;
  readonly relatesPlaces: boolean;
  readonly diagnosticTags: readonly DiagnosticTag[];
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly createsFiles: boolean;
  readonly versionsEdits: boolean;
  readonly codeActionLiterals: boolean;
  /** Shows documents that the server makes. */
  readonly asksForContents: boolean;
  readonly hoverMarkup: MarkupKind;
  readonly completes: boolean;
  /** What an item inserts may hold a place for the cursor. */
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  readonly showsInlayHints: boolean;
  readonly marksTokens: boolean;
  /** The server may ask for the user's settings. */
  readonly configuration: boolean;
  readonly tellsConfiguration: boolean;
  /** The requests that make the client ask again for what it shows, besides diagnostics and lenses. */
  readonly refreshes: readonly RefreshRequest[];
}

const refreshRequests = [
  { request: InlayHintRefreshRequest.type, shown: 'inlayHint' },
  { request: SemanticTokensRefreshRequest.type, shown: 'semanticTokens' },
] as const;

export type RefreshRequest = (typeof refreshRequests)[number]['request'];

export function clientFeatures({ workspace, textDocument }: ClientCapabilities): ClientFeatures {
  const formats = textDocument?.hover?.contentFormat ?? [];
  const edits = workspace?.workspaceEdit;
  // Before LSP 3.18 a client said it of pushed diagnostics only, and meant pulled ones too.
  const findings = (what: 'codeDescriptionSupport' | 'relatedInformation') =>
    (textDocument?.diagnostic?.[what] ?? textDocument?.publishDiagnostics?.[what]) === true;
  const tags = textDocument?.diagnostic?.tagSupport ?? textDocument?.publishDiagnostics?.tagSupport;
  const item = textDocument?.completion?.completionItem;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    linksCodes: findings('codeDescriptionSupport'),
    relatesPlaces: findings('relatedInformation'),
    diagnosticTags: tags?.valueSet ?? [],
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
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
    tellsConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshes: refreshRequests
      .filter(({ shown }) => workspace?.[shown]?.refreshSupport === true)
      .map(({ request }) => request),
  };
}

export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    codeLensProvider: {},
    ...(client.completes ? { completionProvider: { triggerCharacters: completionTriggers } } : {}),
    ...(client.showsInlayHints ? { inlayHintProvider: true } : {}),
    ...(client.marksTokens ? { semanticTokensProvider: { legend: semanticTokensLegend, full: true } } : {}),
    ...(client.codeActionLiterals ? { codeActionProvider: { codeActionKinds } } : {}),
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: client.workspaceFolders },
      ...(client.asksForContents ? { textDocumentContent: { schemes: [storedScheme] } } : {}),
    },
  };
}

/** The folders of the workspace as URIs; older clients name one root. */
export function rootsOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}
