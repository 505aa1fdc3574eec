import * as vscode from 'vscode';
import { containerKind } from '../shared/fileKind.ts';
import { looksLikeBody } from '../shared/model/looksLikeBody.ts';
import { commands, displayName, isRequestKey, type Status, serverName } from '../shared/protocol.ts';
import { withoutLinks } from '../shared/text.ts';
import { accountsBeside } from './accounts.ts';
import { namesEndpoint } from './namesEndpoint.ts';
import { baseName, isFile, isZoomFile, profileAbove } from './target.ts';

/**
 * The language status of the active file: of a request a line each about it, its profile and its meeting, and what is
 * missing; of a file that looks like one, but is not called so, how to change that; of a document with requests that no lock
 * profile governs, how to write one. `ask` answers null for all but requests.
 */
export function showStatus(
  ask: (uri: vscode.Uri) => Promise<Status | null>,
  ...changed: readonly vscode.Event<unknown>[]
): vscode.Disposable {
  let items: readonly vscode.LanguageStatusItem[] = [];
  let latest = 0;

  const { window, workspace } = vscode;
  const events = [window.onDidChangeActiveTextEditor, workspace.onDidSaveTextDocument, ...changed];
  const subscriptions = events.map((event) => event(refresh));
  void refresh();
  return {
    dispose: () => {
      for (const each of [...subscriptions, ...items]) each.dispose();
    },
  };

  async function refresh(): Promise<void> {
    const turn = ++latest;
    const document = window.activeTextEditor?.document;
    const status = document ? await ask(document.uri) : null;
    if (turn !== latest) return;
    void vscode.commands.executeCommand('setContext', isRequestKey, Boolean(status));
    const lines = document ? await linesAbout(document, status) : [];
    if (turn !== latest) return;
    for (const item of items) item.dispose();
    items = document ? lines.map((line) => createItem(document, line)) : [];
  }
}

async function linesAbout(document: vscode.TextDocument, status: Status | null): Promise<readonly Line[]> {
  if (status) return linesOf(status);
  if (isUnnamedBody(document)) return [unnamed()];
  return (await isUngoverned(document)) ? [ungoverned()] : [];
}

/** A document or code with requests to Zoom, and no lock profile in its folder or above. */
async function isUngoverned({ uri, getText }: vscode.TextDocument): Promise<boolean> {
  const kind = containerKind(baseName(uri));
  if (!kind || uri.scheme === 'untitled' || !isFile(uri)) return false;
  const kinds = vscode.workspace.getConfiguration(serverName, uri).get<Record<string, unknown>>('containers');
  return kinds?.[kind] !== false && namesEndpoint(getText()) && !(await profileAbove(uri));
}

function ungoverned(): Line {
  const text = vscode.l10n.t('Zoom requests without a lock profile');
  const detail = vscode.l10n.t('[Write a lock profile](command:{0})', commands.writeProfile);
  return { id: 'b-profile', text, detail };
}

function isUnnamedBody({ uri, languageId, getText }: vscode.TextDocument): boolean {
  const isCandidate = /^jsonc?$/.test(languageId) && uri.scheme !== 'untitled' && isFile(uri) && !isZoomFile(uri);
  return isCandidate && looksLikeBody(getText());
}

function unnamed(): Line {
  return {
    id: 'a-request',
    text: vscode.l10n.t('Looks like a Zoom meeting body'),
    detail: vscode.l10n.t(
      '[Rename to ….zoom-create.json](command:{0}) or [list it](command:{1})',
      commands.renameToRequest,
      commands.listRequest,
    ),
  };
}

/** VS Code shows each item on one line, in the order of the ids, and truncates what is too long. */
interface Line {
  readonly id: 'a-request' | 'b-profile' | 'c-meeting';
  readonly text: string;
  /** VS Code turns `[label](command:id)` into links: never put text from a file in here. */
  readonly detail: string;
  readonly command?: vscode.Command;
  readonly severity?: vscode.LanguageStatusSeverity;
}

function createItem(document: vscode.TextDocument, line: Line): vscode.LanguageStatusItem {
  // The pattern is a glob: special characters are literal in brackets.
  const pattern = document.uri.fsPath.replace(/[[\]{}*?!]/g, '[$&]');
  const selector = { language: document.languageId, pattern, scheme: document.uri.scheme };
  const item = vscode.languages.createLanguageStatusItem(`${serverName}.${line.id}`, selector);
  item.name = displayName;
  item.text = line.text;
  item.detail = line.detail;
  item.command = line.command;
  item.severity = line.severity ?? vscode.LanguageStatusSeverity.Information;
  return item;
}

async function linesOf(status: Status): Promise<readonly Line[]> {
  const accounts = await accountsBeside(status.profile);
  return [
    requestLine(status),
    status.profile ? profileLine(status.profile, status, accounts.length > 0) : noProfile(),
    ...meetingLine(status),
  ];
}

function requestLine(status: Status): Line {
  const { profile, unknown } = status;
  const detail = profile && unknown.length > 0 ? vscode.l10n.t('unknown: {0}', unknown.join(', ')) : '';
  const command = { title: vscode.l10n.t('Explain'), command: commands.explain };
  return { id: 'a-request', text: headline(status), detail, command };
}

function headline({ requests, operation, scenario }: Status): string {
  if (requests > 1) return vscode.l10n.t('{0} Zoom requests', requests);
  if (operation === 'either') return vscode.l10n.t('Zoom create or update');
  if (scenario === null) return operation === 'create' ? vscode.l10n.t('Zoom create') : vscode.l10n.t('Zoom update');
  return operation === 'create'
    ? vscode.l10n.t('Zoom create, scenario {0}', scenario)
    : vscode.l10n.t('Zoom update, scenario {0}', scenario);
}

function profileLine(uri: string, status: Status, hasAccounts: boolean): Line {
  const { profileProblem, profileAge } = status;
  const state = profileProblem ? [withoutLinks(profileProblem)] : profileAge ? [ageWords(profileAge)] : [];
  return {
    id: 'b-profile',
    text: withoutLinks(vscode.workspace.asRelativePath(vscode.Uri.parse(uri))),
    detail: [...(hasAccounts ? [switchLink()] : []), ...state].join(' · '),
    command: { title: vscode.l10n.t('Open'), command: commands.openProfile, arguments: [uri] },
    severity: profileSeverity(status),
  };
}

function switchLink(): string {
  return vscode.l10n.t('[switch account](command:{0})', commands.switchAccount);
}

function profileSeverity({ profileProblem, profileAge }: Status): vscode.LanguageStatusSeverity {
  if (profileProblem !== null) return vscode.LanguageStatusSeverity.Error;
  return profileAge?.stale ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}

function ageWords({ days, stale }: NonNullable<Status['profileAge']>): string {
  if (stale) return vscode.l10n.t('{0} days old, maybe outdated', days);
  if (days === 0) return vscode.l10n.t('captured today');
  return days === 1 ? vscode.l10n.t('captured yesterday') : vscode.l10n.t('captured {0} days ago', days);
}

function noProfile(): Line {
  return {
    id: 'b-profile',
    text: vscode.l10n.t('No Zoom lock profile'),
    detail: vscode.l10n.t(
      '[import one](command:{0}) or [write one](command:{1})',
      commands.importProfile,
      commands.writeProfile,
    ),
  };
}

function meetingLine({ meetingProblem }: Status): readonly Line[] {
  if (!meetingProblem) return [];
  const command = { title: vscode.l10n.t('Add'), command: commands.addMeeting };
  const text = vscode.l10n.t('The meeting before the update');
  return [{ id: 'c-meeting', text, detail: withoutLinks(meetingProblem), command }];
}
