import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type Status, statusChanged } from '../shared/protocol.ts';
import type { Lens } from './activator.ts';
import { commandHandlers } from './commands.ts';
import { explanations } from './explain.ts';
import { clientOptions } from './languageClient.ts';
import { showError } from './messages.ts';
import { statusOf } from './server.ts';
import { showStatus } from './statusItem.ts';
import { type Watched, watch } from './watchdog.ts';

/**
 * Starts a server and connects to it: a Node process over IPC, or a web worker. Asynchronous, so that VS Code does not
 * wait for the client library to load.
 */
type CreateClient = (extension: vscode.Uri, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** Returns at once. What cannot be started is reported, and what needs it fails. */
export function startLens(context: vscode.ExtensionContext, createClient: CreateClient): Lens {
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(changed);
  const running = startClient(context, createClient, changed);
  const explain = explanations(context, () => running, changed.event);
  running.catch((error) => showError(vscode.l10n.t('Request Lens for Zoom Meetings cannot start: {0}', error.message)));
  const handlers = commandHandlers(context, () => running, explain);
  return { run: (command, args) => handlers[command]?.apply(undefined, args as never[]) };
}

async function startClient(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  changed: vscode.EventEmitter<void>,
): Promise<BaseLanguageClient> {
  const client = await createClient(context.extensionUri, clientOptions(context));
  context.subscriptions.push({ dispose: () => client.stop() });
  client.onNotification(statusChanged, () => changed.fire());
  const stateChanged = new vscode.EventEmitter<void>();
  client.onDidChangeState(() => stateChanged.fire());
  context.subscriptions.push(
    stateChanged,
    showStatus((uri) => statusIfRunning(client, uri), changed.event, stateChanged.event),
  );
  await client.start();
  keepAlive(context, client);
  return client;
}

async function statusIfRunning(client: BaseLanguageClient, uri: vscode.Uri): Promise<Status | null> {
  if (!client.isRunning()) return null;
  try {
    return await statusOf(client, uri);
  } catch {
    return null; // The server is stopping.
  }
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
