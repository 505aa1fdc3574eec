import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DocumentParams, type Status, statusRequest } from '../shared/protocol.ts';

/** Starts the server unless it is running. */
export type StartServer = () => Promise<BaseLanguageClient>;

/** A document as requests to the server name it. */
export function identify(client: BaseLanguageClient, uri: vscode.Uri): DocumentParams['textDocument'] {
  return { uri: client.code2ProtocolConverter.asUri(uri) };
}

/** What is in force for a document; null for one that is not a request. */
export function statusOf(client: BaseLanguageClient, uri: vscode.Uri): Promise<Status | null> {
  return client.sendRequest<Status | null>(statusRequest, { textDocument: identify(client, uri) });
}
