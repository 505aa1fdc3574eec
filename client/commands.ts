import * as vscode from 'vscode';
import { commands } from '../shared/protocol.ts';
import { switchAccount } from './accounts.ts';
import { addMeeting, addResponse } from './addMeeting.ts';
import { compareAccounts } from './compareAccounts.ts';
import { showLine } from './explain.ts';
import { importProfile } from './importProfile.ts';
import { listRequest, renameToRequest } from './nameRequest.ts';
import { newRequest } from './newRequest.ts';
import type { StartServer } from './server.ts';
import { showDocumentation } from './showDocumentation.ts';
import { showStored } from './showStored.ts';
import { tryExample } from './tryExample.ts';
import { openOrWriteProfile } from './writeProfile.ts';

type Handler = (...args: never[]) => unknown;

/** What each command does. Their arguments come from keybindings and other extensions, too: nothing is sure of them. */
export function commandHandlers(
  context: vscode.ExtensionContext,
  start: StartServer,
  explain: Handler,
): Readonly<Record<string, Handler>> {
  return {
    [commands.importProfile]: (files?: readonly vscode.Uri[]) => importProfile(start, files),
    [commands.explain]: explain,
    [commands.showLine]: showLine,
    [commands.showDocumentation]: () => showDocumentation(context.extensionUri),
    [commands.addMeeting]: (target?: vscode.Uri | string) => addMeeting(start, target),
    [commands.addResponse]: (target?: vscode.Uri | string) => addResponse(start, target),
    [commands.newCreateRequest]: (folder?: vscode.Uri, name?: string) => newRequest(start, 'create', folder, name),
    [commands.newUpdateRequest]: (folder?: vscode.Uri, name?: string) => newRequest(start, 'update', folder, name),
    [commands.renameToRequest]: renameToRequest,
    [commands.listRequest]: (target?: vscode.Uri | string) => listRequest(start, target),
    [commands.tryExample]: () => tryExample(context),
    [commands.writeProfile]: () => openOrWriteProfile(),
    [commands.openProfile]: openProfile,
    [commands.switchAccount]: () => switchAccount(context, start),
    [commands.compareAccounts]: (target?: vscode.Uri | string) => compareAccounts(start, target),
    [commands.showStored]: (uri?: string | vscode.Uri, request?: unknown) =>
      showStored(start, uri, typeof request === 'string' ? request : undefined),
    [commands.showOverwritten]: showOverwritten,
  };
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
