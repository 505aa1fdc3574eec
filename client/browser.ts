import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { serverName } from '../shared/protocol.ts';
import { activateWith } from './extension.ts';
import { answerReads } from './readFile.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, ({ extensionUri }, options) => {
    const worker = new Worker(vscode.Uri.joinPath(extensionUri, 'dist', 'server.web.js').toString(true));
    const client = new LanguageClient(serverName, 'Request Lens for Zoom Meetings', worker, options);
    answerReads(client);
    return client;
  });
}
