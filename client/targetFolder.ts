import * as vscode from 'vscode';

/** The workspace folder of the active file, else the one that the user picks; undefined where there is none. */
export async function targetFolder(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofActive = active && vscode.workspace.getWorkspaceFolder(active);
  if (ofActive) return ofActive.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  if (folders[0]) return folders[0].uri;
  await vscode.window.showInformationMessage(vscode.l10n.t('Open the folder that holds your Zoom requests first.'));
  return undefined;
}
