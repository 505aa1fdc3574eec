import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../shared/protocol.ts';
import { chosenAccount } from './accounts.ts';
import { isFile } from './target.ts';

/** All JSON documents are sent to the server, since a profile may list any of them; it inspects only our files. */
export function clientOptions(context: vscode.ExtensionContext): LanguageClientOptions {
  const account = chosenAccount(context);
  const initializationOptions: InitializationOptions = {
    rulesFolder: vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
    editorReportsSyntax: true,
    runsCommands: true,
    ...(account === undefined ? {} : { account }),
    ...(vscode.l10n.bundle ? { translations: vscode.l10n.bundle } : {}),
  };
  return {
    documentSelector: [{ language: 'json' }, { language: 'jsonc' }],
    middleware: { didOpen: (document, next) => (isFile(document.uri) ? next(document) : Promise.resolve()) },
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onTabs: true },
  };
}
