import * as vscode from 'vscode';
import { displayName, serverName } from '../shared/protocol.ts';
import { activateWith } from './extension.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async (extension, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = vscode.Uri.joinPath(extension, 'dist', 'server.cjs').fsPath;
    return new LanguageClient(serverName, displayName, { module, transport: TransportKind.ipc }, options);
  });
}
