import * as vscode from 'vscode';
import { profileName } from '../shared/fileKind.ts';
import { profileTemplate } from '../shared/profileTemplate.ts';
import { commands } from '../shared/protocol.ts';
import { importProfile, type StartServer } from './importProfile.ts';
import { targetFolder } from './targetFolder.ts';

export function registerCommands({ subscriptions }: vscode.ExtensionContext, start: StartServer): void {
  subscriptions.push(
    vscode.commands.registerCommand(commands.importProfile, (files?: readonly vscode.Uri[]) =>
      importProfile(start, files),
    ),
    vscode.commands.registerCommand(commands.writeProfile, writeProfile),
    vscode.commands.registerCommand(commands.openProfile, openProfile),
  );
}

/** Opens the profile that governs the active file; where there is none, writes one into the workspace folder. */
async function writeProfile(): Promise<void> {
  const folder = await targetFolder();
  if (!folder) return;
  const uri = (await profileInForce(folder)) ?? vscode.Uri.joinPath(folder, profileName);
  if (!(await exists(uri))) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(profileTemplate));
  await vscode.window.showTextDocument(uri, { preview: false });
}

/** From the folder of the active file up to the workspace folder. */
async function profileInForce(root: vscode.Uri): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  for (let at = active; at && at.path.length > root.path.length; at = vscode.Uri.joinPath(at, '..')) {
    const uri = vscode.Uri.joinPath(at, '..', profileName);
    if (await exists(uri)) return uri;
  }
  return undefined;
}

async function openProfile(uri: string): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
