import * as vscode from 'vscode';
import { mayBeZoomFiles, skippedPattern } from '../shared/fileKind.ts';
import { commands } from '../shared/protocol.ts';
import { showStatus } from './statusItem.ts';
import { isZoomFile } from './target.ts';

/** The extension once it has started. */
export interface Lens {
  readonly run: (command: string, args: readonly unknown[]) => unknown;
}

interface Bundle {
  readonly start: (context: vscode.ExtensionContext) => Lens;
}

/**
 * Starts the extension with the first Zoom file that the workspace has, or that is opened, created or renamed, or with the
 * first command. Until then, nothing but this file is loaded.
 */
export function startWhenNeeded(context: vscode.ExtensionContext, load: () => Promise<Bundle>): void {
  let started: Promise<Lens> | undefined;
  const untilThen: vscode.Disposable[] = [];
  const start = () => {
    started ??= load().then((bundle) => bundle.start(context));
    waitNoLonger();
    return started;
  };
  const waitNoLonger = () => {
    for (const each of untilThen.splice(0)) each.dispose();
  };
  const startFor = (uris: readonly vscode.Uri[]) => {
    if (uris.some(isZoomFile)) void start();
  };
  const created = vscode.workspace.createFileSystemWatcher(mayBeZoomFiles, false, true, true);
  untilThen.push(
    created,
    created.onDidCreate((uri) => startFor([uri])),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => startFor([uri])),
    showStatus(async () => null),
  );
  for (const id of Object.values(commands)) {
    const run = async (...args: readonly unknown[]) => (await start()).run(id, args);
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  }
  context.subscriptions.push({ dispose: waitNoLonger });
  startFor(vscode.workspace.textDocuments.map(({ uri }) => uri));
  if (!started) void vscode.workspace.findFiles(mayBeZoomFiles, skippedPattern, 1).then(startFor);
}
