import * as vscode from 'vscode';
import { profileName } from '../shared/fileKind.ts';
import { commands } from '../shared/protocol.ts';
import { say } from '../shared/text.ts';
import { profileTemplate } from '../shared/writing/profileTemplate.ts';
import { addMeeting } from './addMeeting.ts';
import { explain } from './explain.ts';
import { importProfile, type StartServer } from './importProfile.ts';
import { newRequest } from './newRequest.ts';
import { showStored } from './showStored.ts';
import { exists, targetFolder } from './target.ts';

export function registerCommands({ subscriptions }: vscode.ExtensionContext, start: StartServer): void {
  subscriptions.push(
    vscode.commands.registerCommand(commands.importProfile, (files?: readonly vscode.Uri[]) =>
      importProfile(start, files),
    ),
    vscode.commands.registerCommand(commands.explain, explain),
    vscode.commands.registerCommand(commands.addMeeting, (target?: vscode.Uri | string) => addMeeting(start, target)),
    vscode.commands.registerCommand(commands.newCreateRequest, (folder?: vscode.Uri, name?: string) =>
      newRequest(start, 'create', folder, name),
    ),
    vscode.commands.registerCommand(commands.newUpdateRequest, (folder?: vscode.Uri, name?: string) =>
      newRequest(start, 'update', folder, name),
    ),
    vscode.commands.registerCommand(commands.writeProfile, writeProfile),
    vscode.commands.registerCommand(commands.openProfile, openProfile),
    vscode.commands.registerCommand(commands.showStored, (uri?: string | vscode.Uri, request?: unknown) =>
      showStored(start, uri, typeof request === 'string' ? request : undefined),
    ),
    vscode.commands.registerCommand(commands.showOverwritten, showOverwritten),
  );
}

/** Opens the profile that governs the active file; where there is none, writes one into the workspace folder. */
async function writeProfile(): Promise<void> {
  const folder = await targetFolder();
  if (!folder) return;
  const uri = (await profileInForce(folder)) ?? vscode.Uri.joinPath(folder, profileName);
  const template = say(profileTemplate, vscode.l10n.bundle);
  if (!(await exists(uri))) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(template));
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

/** In VS Code's peek view for references. */
async function showOverwritten(
  uri: string,
  { line, character }: LinePosition,
  locations: readonly FieldPlace[],
): Promise<void> {
  const position = ({ line, character }: LinePosition) => new vscode.Position(line, character);
  const found = locations.map(
    ({ uri, range: { start, end } }) =>
      new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(position(start), position(end))),
  );
  const at = new vscode.Position(line, character);
  await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), at, found);
}

type LinePosition = Pick<vscode.Position, 'line' | 'character'>;

interface FieldPlace {
  readonly uri: string;
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
}
