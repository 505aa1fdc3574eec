import * as vscode from 'vscode';

/** The document that a command is about: the one it was given, else the active one. Undefined, and said, where there is none. */
export async function documentFor(target: vscode.Uri | string | undefined): Promise<vscode.TextDocument | undefined> {
  if (target) return vscode.workspace.openTextDocument(typeof target === 'string' ? vscode.Uri.parse(target) : target);
  const active = vscode.window.activeTextEditor?.document;
  if (!active) await vscode.window.showInformationMessage(vscode.l10n.t('Open the file that this is about first.'));
  return active;
}

export function baseName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
