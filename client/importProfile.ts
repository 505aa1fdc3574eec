import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { profileName } from '../shared/fileKind.ts';
import { type ImportAnswer, type ImportParams, importRequest } from '../shared/protocol.ts';
import { currentText, writeAfterDiff } from './overwrite.ts';
import { pickResponses } from './pickResponses.ts';
import { targetFolder } from './targetFolder.ts';

/** Starts the server unless it runs. */
export type StartServer = () => Promise<BaseLanguageClient>;

type Profile = Extract<ImportAnswer, { state: 'profile' }>;

/**
 * Makes a lock profile of saved responses of Zoom's settings endpoints: picked (unless a keybinding or another extension
 * names them), asked about where needed, shown, written.
 */
export async function importProfile(start: StartServer, files?: readonly vscode.Uri[]): Promise<void> {
  const folder = await targetFolder();
  const picked = folder && (files ?? (await pickResponses(folder)));
  if (!folder || !picked) return;
  try {
    const client = await start();
    const target = vscode.Uri.joinPath(folder, profileName);
    const existing = await currentText(target);
    // The Swedish way to write a date is the one that profiles have.
    const capturedAt = new Date().toLocaleDateString('sv');
    const params = { files: await readAll(picked), capturedAt, ...(existing === undefined ? {} : { existing }) };
    const answer = await converse((each) => client.sendRequest(importRequest, each), params);
    if (answer && (await writeAfterDiff(target, answer.text))) await tell(answer);
  } catch (error) {
    await vscode.window.showErrorMessage(`The lock profile cannot be imported: ${(error as Error).message}`);
  }
}

/** Named as short as they can be told apart: by the file, or, where two have one name, by the path. */
async function readAll(uris: readonly vscode.Uri[]): Promise<ImportParams['files']> {
  const base = ({ path }: vscode.Uri) => path.slice(path.lastIndexOf('/') + 1);
  const isUnique = (uri: vscode.Uri) => uris.filter((each) => base(each) === base(uri)).length === 1;
  return Promise.all(
    uris.map(async (uri) => {
      const bytes = await vscode.workspace.fs.readFile(uri);
      const name = isUnique(uri) ? base(uri) : vscode.workspace.asRelativePath(uri);
      return { name, text: new TextDecoder().decode(bytes) };
    }),
  );
}

/** Asks the server, and the user for what the server cannot tell. Undefined where the user gives up, or nothing can be made. */
async function converse(
  ask: (params: ImportParams) => Promise<ImportAnswer>,
  params: ImportParams,
): Promise<Profile | undefined> {
  const answer = await ask(params);
  if (answer.state === 'problems') {
    await vscode.window.showErrorMessage(answer.problems.join(' '));
    return undefined;
  }
  if (answer.state === 'level') {
    const levels = await pickLevels(answer.files);
    const files = params.files.map((file) => ({ ...file, ...levels?.get(file.name) }));
    return levels && converse(ask, { ...params, files });
  }
  if (answer.modelMatters.length === 0 || params.groups) return answer;
  const picked = await pickModel(answer.modelMatters);
  return picked?.model ? converse(ask, { ...params, groups: picked.model }) : picked && answer;
}

type Level = NonNullable<ImportParams['files'][number]['level']>;

async function pickLevels(names: readonly string[]): Promise<Map<string, { readonly level: Level }> | undefined> {
  const levels = new Map<string, { readonly level: Level }>();
  for (const name of names) {
    const level = await vscode.window.showQuickPick(['account', 'group', 'user'] satisfies Level[], {
      title: `Whose settings are in ${name}?`,
      placeHolder: 'Neither its name nor its content tells',
    });
    if (!level) return undefined;
    levels.set(name, { level: level as Level });
  }
  return levels;
}

/** Without a model where the user does not know it: then the settings stay unknown. Undefined where the user gives up. */
async function pickModel(settings: readonly string[]): Promise<{ readonly model: ImportParams['groups'] } | undefined> {
  return vscode.window.showQuickPick(
    [
      {
        label: 'Legacy groups',
        detail: 'The first group is the primary one; what any group locks is locked',
        model: 'legacy' as const,
      },
      {
        label: 'New groups with priorities',
        detail: 'The first group that manages a setting decides',
        model: 'priority' as const,
      },
      { label: 'I do not know', detail: 'These settings stay unknown', model: undefined },
    ],
    { title: `How does the account manage groups? It matters for: ${settings.join(', ')}` },
  );
}

/** What is left open, and which call would tell: a message, and all of it as a document for those who ask. */
async function tell({ unresolved, notes }: Profile): Promise<void> {
  if (unresolved.length === 0 && notes.length === 0) return;
  const message =
    unresolved.length === 0
      ? 'The lock profile is imported. There is something to know about it.'
      : `The lock profile is imported. ${unresolved.length === 1 ? 'One more call' : `${unresolved.length} more calls`} would settle what it leaves open.`;
  const show = 'Show';
  if ((await vscode.window.showInformationMessage(message, show)) !== show) return;
  const lines = [
    '# Import of the lock profile',
    ...(unresolved.length > 0
      ? ['', 'Not settled by these responses:', '', ...unresolved.map((each) => `- ${each}`)]
      : []),
    ...(notes.length > 0 ? ['', ...notes.map((each) => `- ${each}`)] : []),
    '',
  ];
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: lines.join('\n') });
  await vscode.window.showTextDocument(document, { preview: false });
}
