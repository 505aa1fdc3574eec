import * as vscode from 'vscode';
import { type NewRequestParams, newRequestRequest } from '../shared/protocol.ts';
import { addMeeting } from './addMeeting.ts';
import type { StartServer } from './importProfile.ts';
import { showError } from './messages.ts';
import { exists, targetFolder } from './target.ts';

type Operation = 'create' | 'update';

/** Asks for a name, writes a first body that Zoom would store as it is, and opens it. Never overwrites a file. */
export async function newRequest(
  start: StartServer,
  operation: Operation,
  given?: vscode.Uri,
  name?: string,
): Promise<void> {
  const folder = given ?? (await folderOfActive());
  const topic = name ?? (folder && (await askName(folder, operation)));
  if (!folder || !topic) return;
  try {
    const file = fileFor(folder, topic, operation);
    const client = await start();
    const params: NewRequestParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(file) }, topic };
    const text = await client.sendRequest<string | null>(newRequestRequest, params);
    if (text === null) throw new Error(vscode.l10n.t('its name is not that of a request.'));
    await create(file, text);
    await show(file, JSON.stringify(topic));
    if (operation === 'update') await askMeeting(start, file);
  } catch (error) {
    const reason = (error as Error).message;
    await showError(vscode.l10n.t('The request cannot be written: {0}', reason));
  }
}

async function folderOfActive(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const inWorkspace = active && vscode.workspace.getWorkspaceFolder(active);
  return inWorkspace ? vscode.Uri.joinPath(active, '..') : targetFolder();
}

function fileFor(folder: vscode.Uri, name: string, operation: Operation): vscode.Uri {
  return vscode.Uri.joinPath(folder, `${name}.zoom-${operation}.json`);
}

async function askName(folder: vscode.Uri, operation: Operation): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: operation === 'create' ? vscode.l10n.t('New create request') : vscode.l10n.t('New update request'),
    prompt: vscode.l10n.t('What is the meeting about? The file is named after it.'),
    placeHolder: vscode.l10n.t('Weekly standup'),
    ignoreFocusOut: true,
    validateInput: async (typed) => {
      const trimmed = typed.trim();
      // Not allowed in file names on at least one operating system.
      if (/[\\/:*?"<>|\p{Cc}]/u.test(trimmed)) return vscode.l10n.t('A file name cannot contain \\ / : * ? " < > |');
      if (trimmed === '' || !(await exists(fileFor(folder, trimmed, operation)))) return undefined;
      return vscode.l10n.t('A request with this name already exists.');
    },
  });
  return name?.trim();
}

/** Throws if the file exists by now. */
async function create(file: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('the file cannot be created.'));
}

async function show(file: vscode.Uri, topic: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const start = document.getText().indexOf(topic) + 1;
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(start + topic.length - 2));
  await vscode.window.showTextDocument(document, { preview: false, selection });
}

/** Without its meeting file, an update is predicted for every meeting that it may be sent to. */
async function askMeeting(start: StartServer, update: vscode.Uri): Promise<void> {
  const clipboard = {
    label: vscode.l10n.t('From the clipboard'),
    detail: vscode.l10n.t('The copied response of GET /meetings/…'),
  };
  const file = { label: vscode.l10n.t('From a file…'), detail: vscode.l10n.t('The saved response of GET /meetings/…') };
  const later = { label: vscode.l10n.t('Later'), detail: vscode.l10n.t('With the command Add Meeting File') };
  const title = vscode.l10n.t('The meeting before the update: the result depends on it');
  const picked = await vscode.window.showQuickPick([clipboard, file, later], { title });
  if (picked === clipboard) await addMeeting(start, update);
  if (picked !== file) return;
  const [saved] =
    (await vscode.window.showOpenDialog({
      title,
      filters: { JSON: ['json'] },
      defaultUri: vscode.Uri.joinPath(update, '..'),
    })) ?? [];
  if (saved) await addMeeting(start, update, new TextDecoder().decode(await vscode.workspace.fs.readFile(saved)));
}
