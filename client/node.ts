import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { serverName } from '../shared/protocol.ts';
import { activateWith } from './extension.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, ({ extensionUri }, options) => {
    const module = vscode.Uri.joinPath(extensionUri, 'dist', 'server.cjs').fsPath;
    const server = { module, transport: TransportKind.ipc };
    return new LanguageClient(serverName, 'Request Lens for Zoom Meetings', server, options);
  });
}
