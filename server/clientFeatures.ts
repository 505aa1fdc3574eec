import {
  type ClientCapabilities,
  DiagnosticTag,
  type InitializeParams,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';
import { storedScheme } from '../shared/protocol.ts';
import { codeActionKinds } from './features/codeActions.ts';

/** What the client can do, as far as the lens cares. */
export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly linksCodes: boolean;
  readonly relatesPlaces: boolean;
  readonly tagsUnnecessary: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly createsFiles: boolean;
  readonly versionsEdits: boolean;
  readonly codeActionLiterals: boolean;
  /** Shows documents that the server makes. */
  readonly asksForContents: boolean;
  readonly hoverMarkup: MarkupKind;
}

export function clientFeatures({ workspace, textDocument }: ClientCapabilities): ClientFeatures {
  const formats = textDocument?.hover?.contentFormat ?? [];
  const edits = workspace?.workspaceEdit;
  // Before LSP 3.18 a client said it of pushed diagnostics only, and meant pulled ones too.
  const findings = (what: 'codeDescriptionSupport' | 'relatedInformation') =>
    (textDocument?.diagnostic?.[what] ?? textDocument?.publishDiagnostics?.[what]) === true;
  const tags = textDocument?.diagnostic?.tagSupport ?? textDocument?.publishDiagnostics?.tagSupport;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    linksCodes: findings('codeDescriptionSupport'),
    relatesPlaces: findings('relatedInformation'),
    tagsUnnecessary: tags?.valueSet.includes(DiagnosticTag.Unnecessary) === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    createsFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    versionsEdits: edits?.documentChanges === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    asksForContents: workspace?.textDocumentContent !== undefined,
    hoverMarkup: formats.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText,
  };
}

export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    codeLensProvider: {},
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
