import * as vscode from 'vscode';
import { type ListRequestAnswer, type ListRequestParams, listRequestRequest } from '../shared/protocol.ts';
import { showError } from './messages.ts';
import { identify, type StartServer } from './server.ts';
import { baseName, documentFor, exists, targetFolder } from './target.ts';
import { writeProfile } from './writeProfile.ts';

/** The two ways to say that a file is a request: by its name, and by an entry of the lock profile. */

type Operation = ListRequestParams['operation'];

/** Renames `standup.json` to `standup.zoom-create.json`, or as an update. */
export async function renameToRequest(target?: vscode.Uri | string): Promise<void> {
  const document = await documentFor(target);
  const operation = document && (await askOperation(vscode.l10n.t('Rename to a Zoom request')));
  if (!operation) return;
  const ending = /\.[^.]*$/.exec(baseName(document.uri))?.[0] ?? '.json';
  const name = baseName(document.uri).slice(0, -ending.length || undefined);
  const renamed = vscode.Uri.joinPath(document.uri, '..', `${name}.zoom-${operation}${ending}`);
  if (await exists(renamed)) {
    await showError(vscode.l10n.t('A file with this name exists: {0}.', baseName(renamed)));
    return;
  }
  // Where it was: what was clicked may be the page about it, which would be hidden.
  const viewColumn = vscode.window.visibleTextEditors.find((each) => each.document === document)?.viewColumn;
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(document.uri, renamed);
  if (await vscode.workspace.applyEdit(edit)) {
    await vscode.window.showTextDocument(renamed, { preview: false, ...(viewColumn && { viewColumn }) });
  } else await showError(vscode.l10n.t('{0} cannot be renamed.', baseName(document.uri)));
}

/** Adds the file to the lock profile that governs it; where there is none, asks for one that lists it. */
export async function listRequest(start: StartServer, target?: vscode.Uri | string): Promise<void> {
  const document = await documentFor(target);
  const operation = document && (await askOperation(vscode.l10n.t('List in the lock profile')));
  if (!operation) return;
  try {
    const client = await start();
    const textDocument = identify(client, document.uri);
    const params: ListRequestParams = { textDocument, operation };
    const answer = await client.sendRequest<ListRequestAnswer>(listRequestRequest, params);
    if (answer.state === 'refused') throw new Error(answer.reason);
    if (answer.state === 'edit') {
      await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit));
      await vscode.workspace.save(vscode.Uri.parse(answer.profile));
      return;
    }
    const folder = await targetFolder();
    if (folder) await writeProfile(folder, [{ files: answer.files, operation }]);
  } catch (error) {
    await showError(vscode.l10n.t('The request cannot be listed: {0}', (error as Error).message));
  }
}

async function askOperation(title: string): Promise<Operation | undefined> {
  const items = [
    {
      label: vscode.l10n.t('It creates a meeting'),
      description: 'POST /users/{userId}/meetings',
      operation: 'create',
    },
    {
      label: vscode.l10n.t('It updates a meeting'),
      description: 'PATCH /meetings/{meetingId}',
      operation: 'update',
    },
  ] as const;
  return (await vscode.window.showQuickPick(items, { title }))?.operation;
}
