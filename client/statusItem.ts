import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commands, displayName, type Status, statusRequest } from '../shared/protocol.ts';

/** One calm line in the language status of a request: what is in force, and what is missing. */
export function showStatus(
  { subscriptions }: vscode.ExtensionContext,
  client: BaseLanguageClient,
  changed: vscode.Event<void>,
): void {
  let item: vscode.LanguageStatusItem | undefined;
  let latest = 0;

  subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(refresh),
    changed(refresh),
    client.onDidChangeState(refresh),
    { dispose: () => item?.dispose() },
  );

  async function refresh(): Promise<void> {
    const turn = ++latest;
    const document = vscode.window.activeTextEditor?.document;
    const status = document && client.isRunning() ? await ask(client, document.uri) : null;
    if (turn !== latest) return;
    item?.dispose();
    item = document && status ? createItem(document, status) : undefined;
  }
}

async function ask(client: BaseLanguageClient, uri: vscode.Uri): Promise<Status | null> {
  try {
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    return await client.sendRequest<Status | null>(statusRequest, { textDocument });
  } catch {
    return null; // The server is stopping.
  }
}

function createItem(document: vscode.TextDocument, status: Status): vscode.LanguageStatusItem {
  // The pattern is a glob: what means something in it stands for itself in brackets.
  const pattern = document.uri.fsPath.replace(/[[\]{}*?!]/g, '[$&]');
  const selector = { language: document.languageId, pattern, scheme: document.uri.scheme };
  const item = vscode.languages.createLanguageStatusItem('zoomRequestLens', selector);
  item.name = displayName;
  item.text = `Zoom ${status.operation}${status.scenario === null ? '' : `, scenario ${status.scenario}`}`;
  item.detail = detail(status);
  item.command = status.profile
    ? { title: 'Open Lock Profile', command: commands.openProfile, arguments: [status.profile] }
    : { title: 'Write a Lock Profile', command: commands.writeProfile };
  if (status.profileProblem) item.severity = vscode.LanguageStatusSeverity.Warning;
  return item;
}

function detail({ profile, profileProblem, unknown, meetingProblem }: Status): string {
  if (!profile) return 'no lock profile: what the account locks is unknown';
  if (profileProblem) return `the lock profile ${profileProblem}`;
  const missing = [
    ...(unknown.length > 0 ? [`the profile leaves open: ${unknown.join(', ')}`] : []),
    ...(meetingProblem ? [`the meeting before the update ${meetingProblem}`] : []),
  ];
  return missing.join('; ') || vscode.workspace.asRelativePath(vscode.Uri.parse(profile));
}
