import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerCommands } from './commands.ts';
import { clientOptions } from './languageClient.ts';
import { startWithFirstZoomFile } from './start.ts';
import { showStatus } from './statusItem.ts';

/** How a client comes to its server: over IPC to Node, or in a web worker. */
export type CreateClient = (
  context: vscode.ExtensionContext,
  options: ReturnType<typeof clientOptions>,
) => BaseLanguageClient;

/** What both entries do: commands at once, the server with the first Zoom file. */
export function activateWith(context: vscode.ExtensionContext, createClient: CreateClient): void {
  registerCommands(context);
  startWithFirstZoomFile(context, async () => {
    const client = createClient(context, clientOptions(context));
    context.subscriptions.push({ dispose: () => client.stop() });
    showStatus(context, client);
    await client.start();
  });
}
