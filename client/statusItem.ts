import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commands, displayName, isRequestKey, type Status, statusChanged, statusRequest } from '../shared/protocol.ts';

/** One calm line in the language status of a request: what is in force, and what is missing. */
export function showStatus({ subscriptions }: vscode.ExtensionContext, client: BaseLanguageClient): void {
  let item: vscode.LanguageStatusItem | undefined;
  let latest = 0;

  subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(refresh),
    client.onNotification(statusChanged, refresh),
    client.onDidChangeState(refresh),
    { dispose: () => item?.dispose() },
  );

  async function refresh(): Promise<void> {
    const turn = ++latest;
    const document = vscode.window.activeTextEditor?.document;
    const status = document && client.isRunning() ? await ask(client, document.uri) : null;
    if (turn !== latest) return;
    void vscode.commands.executeCommand('setContext', isRequestKey, Boolean(status));
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
  item.text = headline(status);
  item.detail = detail(status);
  item.command = status.profile
    ? { title: vscode.l10n.t('Open Lock Profile'), command: commands.openProfile, arguments: [status.profile] }
    : { title: vscode.l10n.t('Write a Lock Profile'), command: commands.writeProfile };
  if (status.profileProblem) item.severity = vscode.LanguageStatusSeverity.Warning;
  return item;
}

function headline({ operation, scenario }: Status): string {
  if (scenario === null) return operation === 'create' ? vscode.l10n.t('Zoom create') : vscode.l10n.t('Zoom update');
  return operation === 'create'
    ? vscode.l10n.t('Zoom create, scenario {0}', scenario)
    : vscode.l10n.t('Zoom update, scenario {0}', scenario);
}

function detail({ profile, profileProblem, unknown, meetingProblem }: Status): string {
  if (!profile) return vscode.l10n.t('no lock profile: what the account locks is unknown');
  if (profileProblem) return vscode.l10n.t('the lock profile {0}', profileProblem);
  const missing = [
    ...(unknown.length > 0 ? [vscode.l10n.t('the profile leaves open: {0}', unknown.join(', '))] : []),
    ...(meetingProblem ? [vscode.l10n.t('the meeting before the update {0}', meetingProblem)] : []),
  ];
  return missing.join('; ') || vscode.workspace.asRelativePath(vscode.Uri.parse(profile));
}
