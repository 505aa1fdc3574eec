import * as vscode from 'vscode';
import { requestFileName } from '../shared/fileKind.ts';
import { type NewRequestParams, newRequestRequest } from '../shared/protocol.ts';
import { addMeeting } from './addMeeting.ts';
import { showError } from './messages.ts';
import { identify, type StartServer } from './server.ts';
import { columnForFile, exists, targetFolder } from './target.ts';

type Operation = 'create' | 'update';

/** Asks for a topic, writes a first body that Zoom would store as it is, and opens it. Never overwrites a file. */
export async function newRequest(
  start: StartServer,
  operation: Operation,
  given?: vscode.Uri,
  givenTopic?: string,
): Promise<void> {
  const folder = given ?? (await folderOfActive());
  const topic = givenTopic ?? (folder && (await askTopic(folder, operation)));
  const name = topic && requestFileName(topic, operation);
  if (!folder || !name) return;
  try {
    const file = vscode.Uri.joinPath(folder, name);
    const client = await start();
    const params: NewRequestParams = { textDocument: identify(client, file), topic };
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

async function askTopic(folder: vscode.Uri, operation: Operation): Promise<string | undefined> {
  const topic = await vscode.window.showInputBox({
    title: operation === 'create' ? vscode.l10n.t('New create request') : vscode.l10n.t('New update request'),
    prompt: vscode.l10n.t('What is the meeting about? The file is named after it.'),
    placeHolder: vscode.l10n.t('Weekly standup'),
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() === '' ? undefined : remarkOn(folder, typed, operation)),
  });
  return topic?.trim();
}

/** The file that will be written, or why none can be. */
async function remarkOn(
  folder: vscode.Uri,
  topic: string,
  operation: Operation,
): Promise<vscode.InputBoxValidationMessage> {
  const name = requestFileName(topic, operation);
  const { Error: error, Info: info } = vscode.InputBoxValidationSeverity;
  if (!name) return { message: vscode.l10n.t('A topic needs a letter or a digit.'), severity: error };
  return (await exists(vscode.Uri.joinPath(folder, name)))
    ? { message: vscode.l10n.t('{0} exists already.', name), severity: error }
    : { message: vscode.l10n.t('Creates {0}', name), severity: info };
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
  await vscode.window.showTextDocument(document, { preview: false, selection, viewColumn: columnForFile() });
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
