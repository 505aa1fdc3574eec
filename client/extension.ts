import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands.ts';
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
  const start = () => {
    running ??= startClient(context, createClient);
    return running;
  };
  registerCommands(context, start);
  startWithFirstZoomFile(context, async () => void (await start()));
}

async function startClient(context: vscode.ExtensionContext, createClient: CreateClient): Promise<BaseLanguageClient> {
  const client = await createClient(context.extensionUri, clientOptions(context));
  context.subscriptions.push({ dispose: () => client.stop() });
  showStatus(context, client);
  await client.start();
  return client;
}
