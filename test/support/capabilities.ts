import type { ClientCapabilities } from 'vscode-languageserver-protocol';

/** Capabilities of editors. Tests take one of these and drop what they are about. */

/** Like VS Code: pulls diagnostics, and supports refresh requests. */
export const pulling = {
  textDocument: {
    diagnostic: { codeDescriptionSupport: true, relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    publishDiagnostics: { codeDescriptionSupport: true, relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
    inlayHint: {},
    semanticTokens: {
      requests: { full: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    textDocumentContent: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  window: { workDoneProgress: true },
} satisfies ClientCapabilities;

/** The same, and what is offered for documents may change later. */
export const registering = {
  ...pulling,
  textDocument: {
    ...dynamic(pulling.textDocument),
    synchronization: { dynamicRegistration: true },
    definition: { dynamicRegistration: true },
    codeLens: { dynamicRegistration: true },
  },
} satisfies ClientCapabilities;

function dynamic(features: Readonly<Record<string, object>>): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(features).map(([name, each]) => [name, { ...each, dynamicRegistration: true }]),
  );
}

/** The same without pulling: the server pushes diagnostics. */
export const pushed = {
  textDocument: without(pulling.textDocument, 'diagnostic'),
  workspace: without(pulling.workspace, 'diagnostics'),
} satisfies ClientCapabilities;

/** An editor that reports no changes of files except open ones. */
export const pushedUnwatched = {
  ...pushed,
  workspace: without(pushed.workspace, 'didChangeWatchedFiles'),
} satisfies ClientCapabilities;

export function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = whole;
  return rest;
}
