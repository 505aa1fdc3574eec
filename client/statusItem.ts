import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commands, displayName, type Status, serverName, statusChanged, statusRequest } from '../shared/protocol.ts';

/** In the language status of a request, a calm line on the request and one on its profile: what is in force, what is missing. */
export function showStatus({ subscriptions }: vscode.ExtensionContext, client: BaseLanguageClient): void {
  let items: readonly vscode.LanguageStatusItem[] = [];
  let latest = 0;

  subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(refresh),
    client.onNotification(statusChanged, refresh),
    client.onDidChangeState(refresh),
    { dispose: clear },
  );

  async function refresh(): Promise<void> {
    const turn = ++latest;
    const document = vscode.window.activeTextEditor?.document;
    const status = document && client.isRunning() ? await ask(client, document.uri) : null;
    if (turn !== latest) return;
    clear();
    items = document && status ? createItems(document, status) : [];
  }

  function clear(): void {
    for (const item of items) item.dispose();
    items = [];
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

function createItems(document: vscode.TextDocument, status: Status): readonly vscode.LanguageStatusItem[] {
  // The pattern is a glob: what means something in it stands for itself in brackets.
  const pattern = document.uri.fsPath.replace(/[[\]{}*?!]/g, '[$&]');
  const selector = { language: document.languageId, pattern, scheme: document.uri.scheme };
  const create = (id: string) => vscode.languages.createLanguageStatusItem(`${serverName}.${id}`, selector);
  return [describeRequest(create('request'), status), describeProfile(create('profile'), status)];
}

function describeRequest(item: vscode.LanguageStatusItem, status: Status): vscode.LanguageStatusItem {
  const { operation, scenario, meetingProblem } = status;
  item.name = displayName;
  item.text =
    scenario === null
      ? vscode.l10n.t('Zoom {0}', operation)
      : vscode.l10n.t('Zoom {0}, scenario {1}', operation, scenario);
  if (meetingProblem) item.detail = vscode.l10n.t('the meeting before the update {0}', meetingProblem);
  return item;
}

function describeProfile(item: vscode.LanguageStatusItem, status: Status): vscode.LanguageStatusItem {
  const { profile, profileProblem, profileAge } = status;
  item.name = vscode.l10n.t('Zoom lock profile');
  if (!profile) return offerProfile(item);
  item.text = vscode.workspace.asRelativePath(vscode.Uri.parse(profile));
  item.detail = aboutProfile(status);
  item.command = { title: vscode.l10n.t('Open'), command: commands.openProfile, arguments: [profile] };
  if (profileProblem || profileAge?.stale) item.severity = vscode.LanguageStatusSeverity.Warning;
  return item;
}

function offerProfile(item: vscode.LanguageStatusItem): vscode.LanguageStatusItem {
  item.text = vscode.l10n.t('no Zoom lock profile');
  // VS Code makes links of these; what is read out says without them what is missing.
  item.detail = vscode.l10n.t(
    'what the account locks is unknown: [import a profile](command:{0}) or [write one](command:{1})',
    commands.importProfile,
    commands.writeProfile,
  );
  item.accessibilityInformation = { label: item.text };
  return item;
}

function aboutProfile({ profileProblem, profileAge, unknown }: Status): string {
  if (profileProblem) return vscode.l10n.t('the lock profile {0}', profileProblem);
  return [
    ...(profileAge ? [ageWords(profileAge)] : []),
    ...(unknown.length > 0 ? [vscode.l10n.t('leaves open: {0}', unknown.join(', '))] : []),
  ].join('; ');
}

function ageWords({ days, stale }: NonNullable<Status['profileAge']>): string {
  if (stale) return vscode.l10n.t('captured {0} days ago, the account may have changed since', days);
  if (days === 0) return vscode.l10n.t('captured today');
  return days === 1 ? vscode.l10n.t('captured yesterday') : vscode.l10n.t('captured {0} days ago', days);
}
