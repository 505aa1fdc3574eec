import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';
import { displayName, serverName } from '../shared/protocol.ts';

export async function startProcess(extension: vscode.Uri, options: LanguageClientOptions): Promise<LanguageClient> {
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const module = vscode.Uri.joinPath(extension, 'dist', 'server.cjs').fsPath;
  return new LanguageClient(serverName, displayName, { module, transport: TransportKind.ipc }, options);
}
