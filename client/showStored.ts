import * as vscode from 'vscode';
import { type StoredAnswer, type StoredParams, type StoredPlace, storedRequest } from '../shared/protocol.ts';
import type { StartServer } from './importProfile.ts';
import { showInformation } from './messages.ts';
import { baseName } from './target.ts';

/**
 * Opens a request (without a URI the active one) beside what Zoom will store, which follows every keystroke. Where that
 * depends on something that is not known, the user picks the case.
 */
export async function showStored(start: StartServer, uri?: string | vscode.Uri): Promise<void> {
  const request = typeof uri === 'string' ? vscode.Uri.parse(uri) : (uri ?? activeUri());
  if (!request) return;
  const name = baseName(request);
  const answer = await ask(start, request);
  const problem = answer ? answer.problem : vscode.l10n.t('{0} is no Zoom request.', name);
  if (problem) await showInformation(problem);
  const place = answer && (await pick(answer.texts));
  if (!place) return;
  const title = place.when
    ? vscode.l10n.t('{0} ↔ as Zoom will store it if {1}', name, place.when)
    : vscode.l10n.t('{0} ↔ as Zoom will store it', name);
  await vscode.commands.executeCommand('vscode.diff', request, vscode.Uri.parse(place.uri), title);
}

function activeUri(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}

async function ask(start: StartServer, request: vscode.Uri): Promise<StoredAnswer | null> {
  const client = await start();
  // The server answers for open documents: this one may be named by a keybinding or another extension.
  await vscode.workspace.openTextDocument(request);
  const params: StoredParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(request) } };
  return client.sendRequest<StoredAnswer | null>(storedRequest, params);
}

async function pick(places: readonly StoredPlace[]): Promise<StoredPlace | undefined> {
  if (places.length < 2) return places[0];
  const items = places.map((place) => ({ label: place.when, place }));
  const title = vscode.l10n.t('Show what Zoom will store if …');
  const placeHolder = vscode.l10n.t('Pick a case: this is not known');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.place;
}
