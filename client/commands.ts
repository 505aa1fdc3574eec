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

/** Writes a profile into the workspace folder of the active file, or opens the one that is there. */
async function writeProfile(): Promise<void> {
  const folder = await targetFolder();
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder, profileName);
  if (!(await exists(uri))) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(profileTemplate));
  await vscode.window.showTextDocument(uri);
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
