import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/browser';
import { displayName, serverName } from '../shared/protocol.ts';
import { answerReads } from './fileRequests.ts';

export async function startWorker(extension: vscode.Uri, options: LanguageClientOptions): Promise<LanguageClient> {
  const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import('vscode-languageclient/browser');
  let running: Worker | undefined;
  // A worker that hangs ignores a request to stop: the old one is terminated when a new one starts.
  const startAnew = async () => {
    running?.terminate();
    running = await workerFrom(extension);
    // Not the worker itself: VS Code's own class of workers is not the one that the client recognises.
    return { reader: new BrowserMessageReader(running), writer: new BrowserMessageWriter(running) };
  };
  const client = new LanguageClient(serverName, displayName, startAnew, options);
  answerReads(client, extension);
  return client;
}

/** From its source text, since VS Code cannot start a worker from the URL of an extension on a remote machine. */
async function workerFrom(extension: vscode.Uri): Promise<Worker> {
  const code = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'worker.cjs'));
  const address = URL.createObjectURL(new Blob([code as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
  return new Worker(address);
}
