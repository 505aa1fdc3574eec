import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { statusChanged } from '../shared/protocol.ts';
import { registerCommands } from './commands.ts';
import { registerExplanations } from './explain.ts';
import { clientOptions } from './languageClient.ts';
import { showError } from './messages.ts';
import { showStatus } from './statusItem.ts';
import { type Watched, watch } from './watchdog.ts';

/**
 * Starts a server and connects to it: a Node process over IPC, or a web worker. Asynchronous, so that VS Code does not
 * wait for the client library to load.
 */
type CreateClient = (extension: vscode.Uri, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/**
 * VS Code activates the extension where a workspace has Zoom files, or with the first command: in
 * either case there is something for the server to do.
 */
export function activateWith(context: vscode.ExtensionContext, createClient: CreateClient): void {
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(changed);
  const running = startClient(context, createClient, changed);
  registerCommands(context, () => running);
  registerExplanations(context, () => running, changed.event);
  running.catch((error) => showError(vscode.l10n.t('Request Lens for Zoom Meetings cannot start: {0}', error.message)));
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
  keepAlive(context, client);
  return client;
}

/** Not while the extension is being developed: a server that is paused in a debugger is not hanging. */
function keepAlive({ extensionMode, subscriptions }: vscode.ExtensionContext, client: BaseLanguageClient): void {
  if (extensionMode === vscode.ExtensionMode.Development) return;
  let stopped = false;
  subscriptions.push({
    dispose: () => {
      stopped = true;
    },
  });
  const server: Watched = {
    isRunning: () => client.isRunning(),
    sendRequest: (method) => client.sendRequest(method),
    stop: (timeout) => client.stop(timeout),
    start: () => client.start(),
    warn: (message) => client.warn(message, undefined, false),
  };
  void watch(server, () => stopped);
}
