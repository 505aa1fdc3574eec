import * as vscode from 'vscode';
import { displayName, serverName } from '../shared/protocol.ts';
import { activateWith } from './extension.ts';
import { answerReads } from './readFile.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async (extension, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(vscode.Uri.joinPath(extension, 'dist', 'server.web.js').toString(true));
    const client = new LanguageClient(serverName, displayName, worker, options);
    answerReads(client);
    return client;
  });
}
