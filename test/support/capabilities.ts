import type { ClientCapabilities } from 'vscode-languageserver-protocol';

/** What editors tell about themselves. Tests take one and leave out what they are about. */

/** VS Code: asks for diagnostics, and is told when to ask again. */
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
} satisfies ClientCapabilities;

/** The same without pulling: the server sends diagnostics on its own. */
export const pushed = {
  textDocument: without(pulling.textDocument, 'diagnostic'),
  workspace: without(pulling.workspace, 'diagnostics'),
} satisfies ClientCapabilities;

/** An editor that tells about no file but those it has open. */
export const pushedUnwatched = {
  ...pushed,
  workspace: without(pushed.workspace, 'didChangeWatchedFiles'),
} satisfies ClientCapabilities;

export function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = whole;
  return rest;
}
