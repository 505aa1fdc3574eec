import * as vscode from 'vscode';
import { displayName, serverName } from '../shared/protocol.ts';
import { activateWith } from './extension.ts';
import { answerReads } from './readFile.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async (extension, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const client = new LanguageClient(serverName, displayName, await startWorker(extension), options);
    answerReads(client);
    return client;
  });
}

/** From its text, since VS Code starts no worker from the address of an extension that lies on a remote machine. */
async function startWorker(extension: vscode.Uri): Promise<Worker> {
  const code = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'server.web.js'));
  const address = URL.createObjectURL(new Blob([code as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
  return new Worker(address);
}
