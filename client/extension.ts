import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { statusChanged } from '../shared/protocol.ts';
import { registerCommands } from './commands.ts';
import { registerExplanations } from './explain.ts';
import { clientOptions } from './languageClient.ts';
import { startWithFirstZoomFile } from './start.ts';
import { showStatus } from './statusItem.ts';

/**
 * How a client comes to its server: over IPC to Node, or in a web worker. Asynchronous, so that the library behind it is
 * loaded with the first Zoom file and not with the extension.
 */
export type CreateClient = (extension: vscode.Uri, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** What both entries do: commands at once, the server with the first Zoom file, or with the first command that needs it. */
export function activateWith(context: vscode.ExtensionContext, createClient: CreateClient): void {
  let running: Promise<BaseLanguageClient> | undefined;
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(changed);
  const start = () => {
    running ??= startClient(context, createClient, changed);
    return running;
  };
  registerCommands(context, start);
  registerExplanations(context, start, changed.event);
  startWithFirstZoomFile(context, async () => void (await start()));
}

async function startClient(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  changed: vscode.EventEmitter<void>,
): Promise<BaseLanguageClient> {
  const client = await createClient(context.extensionUri, clientOptions(context));
  context.subscriptions.push({ dispose: () => client.stop() });
  client.onNotification(statusChanged, () => changed.fire());
  showStatus(context, client, changed.event);
  await client.start();
  return client;
}
