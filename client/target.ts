import * as vscode from 'vscode';
import { fileKind, profileName } from '../shared/fileKind.ts';
import { storedScheme } from '../shared/protocol.ts';
import { showInformation } from './messages.ts';

/** The document that a command is about: the given one, else the active one. Undefined, with a message, where there is none. */
export async function documentFor(target: vscode.Uri | string | undefined): Promise<vscode.TextDocument | undefined> {
  if (target) return vscode.workspace.openTextDocument(typeof target === 'string' ? vscode.Uri.parse(target) : target);
  const active = vscode.window.activeTextEditor?.document;
  if (!active) await showInformation(vscode.l10n.t('Open a file first.'));
  return active;
}

export function baseName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The old side of a diff and other views of a file have its name, but are never sent to Zoom. */
export function isFile({ scheme }: vscode.Uri): boolean {
  const views = ['git', 'gitfs', 'review', 'pr', 'output', 'conflictResolution', 'vscode-local-history', storedScheme];
  return !views.includes(scheme);
}

/** A file that is ours by its name. */
export function isZoomFile(uri: vscode.Uri): boolean {
  return isFile(uri) && fileKind(baseName(uri)) !== undefined;
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The nearest lock profile in the folder of the file or above, up to its workspace folder. */
export async function profileAbove(file: vscode.Uri): Promise<vscode.Uri | undefined> {
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri;
  for (let folder = vscode.Uri.joinPath(file, '..'); ; folder = vscode.Uri.joinPath(folder, '..')) {
    const profile = vscode.Uri.joinPath(folder, profileName);
    if (await exists(profile)) return profile;
    if (!root || folder.path.length <= root.path.length) return undefined;
  }
}

/** The workspace folder of the active file, else the one that the user picks; undefined where there is none. */
export async function targetFolder(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofActive = active && vscode.workspace.getWorkspaceFolder(active);
  if (ofActive) return ofActive.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  if (folders[0]) return folders[0].uri;
  await showInformation(vscode.l10n.t('Open the folder with your Zoom requests first.'));
  return undefined;
}

/** Where a file is shown that a command has written: beside the walkthrough, which would be hidden, else where the user is. */
export function columnForFile(): vscode.ViewColumn {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  // VS Code does not say what the tabs of its own pages are.
  const isOwnPage = activeTab !== undefined && activeTab.input === undefined;
  return isOwnPage ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}
