import * as vscode from 'vscode';
import {
  type StoredAnswer,
  type StoredParams,
  type StoredPlace,
  type StoredRequest,
  storedRequest,
} from '../shared/protocol.ts';
import { withoutLinks } from '../shared/text.ts';
import { showInformation } from './messages.ts';
import { identify, type StartServer } from './server.ts';
import { baseName } from './target.ts';

/**
 * Opens a diff of a request (without a URI, one in the active file) and what Zoom will store, updated as you type. Where
 * the file contains several and the cursor is in none, or the result depends on something unknown, the user picks.
 */
export async function showStored(start: StartServer, uri?: string | vscode.Uri, request?: string): Promise<void> {
  const file = typeof uri === 'string' ? vscode.Uri.parse(uri) : (uri ?? activeUri());
  if (!file) return;
  const answer = await ask(start, file, request);
  const stored = answer && (await pickRequest(answer));
  const problem = answer ? stored?.problem : vscode.l10n.t('{0} is not a Zoom request.', baseName(file));
  if (problem) await showInformation(problem);
  const place = stored && (await pickCase(stored.texts));
  if (!place) return;
  const name = baseName(file) + (stored.name && ` ${stored.name}`);
  // The name last: a tab cuts the end.
  const title = place.when
    ? vscode.l10n.t('Sent ↔ stored ({0}): {1}', place.outcome, name)
    : vscode.l10n.t('Sent ↔ stored: {0}', name);
  const sent = stored.sent === null ? file : vscode.Uri.parse(stored.sent);
  await vscode.commands.executeCommand('vscode.diff', sent, vscode.Uri.parse(place.uri), title);
}

function activeUri(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}

async function ask(start: StartServer, file: vscode.Uri, request: string | undefined): Promise<StoredAnswer | null> {
  const client = await start();
  // The server answers for open documents only, and a keybinding or another extension may name any file.
  await vscode.workspace.openTextDocument(file);
  const textDocument = identify(client, file);
  const position = cursorIn(file);
  const which = request === undefined ? (position ? { position } : {}) : { request };
  return client.sendRequest<StoredAnswer | null>(storedRequest, { textDocument, ...which } satisfies StoredParams);
}

function cursorIn(file: vscode.Uri): vscode.Position | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === file.toString() ? editor.selection.active : undefined;
}

async function pickRequest(requests: StoredAnswer): Promise<StoredRequest | undefined> {
  if (requests.length < 2) return requests[0];
  const items = requests.map((request) => ({ label: request.name, request }));
  const title = vscode.l10n.t('Show what Zoom will store');
  const placeHolder = vscode.l10n.t('Pick a request');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.request;
}

async function pickCase(places: readonly StoredPlace[]): Promise<StoredPlace | undefined> {
  if (places.length < 2) return places[0];
  const items = places.map((place) => ({
    label: withoutLinks(place.outcome),
    detail: withoutLinks(vscode.l10n.t('if {0}', place.when)),
    place,
  }));
  const title = vscode.l10n.t('Show what Zoom will store');
  const placeHolder = vscode.l10n.t('Pick a case');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.place;
}
