import {
  type DiagnosticOptions,
  type DiagnosticRegistrationOptions,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';
import { type InitializationOptions, storedScheme } from '../../shared/protocol.ts';
import type { ClientFeatures } from './client.ts';
import { codeActionKinds } from './features/codeActions.ts';
import { completionTriggers } from './features/completion.ts';
import type { DiagnosticOptions as DisplayOptions } from './features/diagnostics.ts';
import { semanticTokensLegend } from './features/semanticTokens.ts';
import { diagnosticsId, diagnosticsOptions } from './registrations.ts';

/** What the server offers this client. */
export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    codeLensProvider: {},
    ...(client.completes ? { completionProvider: { triggerCharacters: completionTriggers } } : {}),
    ...(client.showsInlayHints ? { inlayHintProvider: true } : {}),
    ...(client.marksTokens ? { semanticTokensProvider: { legend: semanticTokensLegend, full: true } } : {}),
    ...(client.codeActionLiterals ? { codeActionProvider: { codeActionKinds } } : {}),
    ...(client.pullsDiagnostics ? { diagnosticProvider: diagnosticProvider(client) } : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: client.workspaceFolders },
      ...(client.asksForContents ? { textDocumentContent: { schemes: [storedScheme] } } : {}),
    },
  };
}

function diagnosticProvider({ registers }: ClientFeatures): DiagnosticOptions | DiagnosticRegistrationOptions {
  return registers.has('diagnostic')
    ? { id: diagnosticsId, documentSelector: null, ...diagnosticsOptions }
    : diagnosticsOptions;
}

/** The folders of the workspace as URIs; older clients send a single root. */
export function rootsOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

/** Our own options; values of the wrong type are dropped. */
export function initializationOptions({ initializationOptions: given }: InitializeParams): InitializationOptions {
  const { account, rulesFolder, editorReportsSyntax, runsCommands, translations } = (
    typeof given === 'object' && given !== null ? given : {}
  ) as Readonly<Record<string, unknown>>;
  return {
    ...(typeof rulesFolder === 'string' ? { rulesFolder } : {}),
    ...(typeof account === 'string' ? { account } : {}),
    editorReportsSyntax: editorReportsSyntax === true,
    runsCommands: runsCommands === true,
    ...(typeof translations === 'object' && translations !== null ? { translations: textsOf(translations) } : {}),
  };
}

function textsOf(translations: object): NonNullable<InitializationOptions['translations']> {
  return Object.fromEntries(Object.entries(translations).filter(([, each]) => typeof each === 'string'));
}

/** How this client is sent findings. `ownRulesFolder`: where the pages of the rules are, unless the client says. */
export function diagnosticOptions(
  client: ClientFeatures,
  { rulesFolder, editorReportsSyntax }: InitializationOptions,
  ownRulesFolder: string | undefined,
  say: DisplayOptions['say'],
): DisplayOptions {
  return {
    rulesFolder: client.linksCodes ? (rulesFolder ?? ownRulesFolder) : undefined,
    say,
    relatedInformation: client.relatesPlaces,
    tags: client.diagnosticTags,
    editorReportsSyntax: editorReportsSyntax === true,
  };
}
