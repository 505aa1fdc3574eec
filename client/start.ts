import * as vscode from 'vscode';
import { fileKind, profileName } from '../shared/fileKind.ts';

/**
 * Starts the server once, with the first document that is its business: one that is named like a Zoom file, or any
 * JSON where a lock profile in the workspace may list it.
 */
export function startWithFirstZoomFile(context: vscode.ExtensionContext, start: () => Promise<void>): void {
  let started = false;
  const opened = vscode.workspace.onDidOpenTextDocument(consider);
  context.subscriptions.push(opened);
  for (const document of vscode.workspace.textDocuments) void consider(document);

  async function consider(document: vscode.TextDocument): Promise<void> {
    if (started || !isJson(document) || !(await isOurs(document)) || started) return;
    started = true;
    opened.dispose();
    await start().catch((error) => {
      vscode.window.showErrorMessage(vscode.l10n.t('Request Lens for Zoom Meetings cannot start: {0}', error.message));
    });
  }
}

function isJson({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'json' || languageId === 'jsonc';
}

async function isOurs({ uri }: vscode.TextDocument): Promise<boolean> {
  if (fileKind(uri.path.slice(uri.path.lastIndexOf('/') + 1))) return true;
  const profiles = await vscode.workspace.findFiles(`**/${profileName}`, '**/node_modules/**', 1);
  return profiles.length > 0;
}
