import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../shared/protocol.ts';
import { isFile } from './target.ts';

/** All JSON documents are sent to the server, since a profile may list any of them; it inspects only our files. */
export function clientOptions({ extensionUri }: vscode.ExtensionContext): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    rulesFolder: vscode.Uri.joinPath(extensionUri, 'docs', 'rules').toString(),
    editorReportsSyntax: true,
    runsCommands: true,
    ...(vscode.l10n.bundle ? { translations: vscode.l10n.bundle } : {}),
  };
  return {
    documentSelector: [{ language: 'json' }, { language: 'jsonc' }],
    middleware: { didOpen: (document, next) => (isFile(document.uri) ? next(document) : Promise.resolve()) },
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onTabs: true },
  };
}
