import * as vscode from 'vscode';
import { profileName } from '../shared/fileKind.ts';
import { type ImportAnswer, type ImportParams, importRequest } from '../shared/protocol.ts';
import { currentText, type OverwriteWords, showUnchanged, writeAfterDiff } from './confirmOverwrite.ts';
import { showError, showInformation } from './messages.ts';
import { pickResponses } from './pickResponses.ts';
import type { StartServer } from './server.ts';
import { baseName, columnForFile, targetFolder } from './target.ts';
import { today } from './today.ts';

type Profile = Extract<ImportAnswer, { state: 'profile' }>;

/**
 * Makes a lock profile from saved responses of Zoom's settings endpoints. The user picks them (unless a keybinding or
 * another extension names them), answers what they leave open, reviews the result, and has it written.
 */
export async function importProfile(start: StartServer, files?: readonly vscode.Uri[]): Promise<void> {
  const folder = await targetFolder();
  const picked = folder && (files ?? (await pickResponses(folder)));
  if (!folder || !picked) return;
  try {
    const client = await start();
    const target = vscode.Uri.joinPath(folder, profileName);
    const existing = await currentText(target);
    const params = {
      files: await readAll(picked),
      capturedAt: today(),
      ...(existing === undefined ? {} : { existing }),
    };
    const answer = await converse((each) => client.sendRequest(importRequest, each), params);
    const result = answer && (await writeAfterDiff(target, answer.text, words()));
    if (!answer || result === 'declined') return;
    await vscode.window.showTextDocument(target, { preview: false, viewColumn: columnForFile() });
    if (result === 'unchanged') await showUnchanged(target);
    else await showUnresolved(answer);
  } catch (error) {
    const { message } = error as Error;
    await showError(vscode.l10n.t('The lock profile cannot be imported: {0}', message));
  }
}

function words(): OverwriteWords {
  return {
    title: vscode.l10n.t('Lock profile: current ↔ imported'),
    question: vscode.l10n.t('Overwrite the current lock profile with the imported one?'),
  };
}

/** With the shortest names that are distinct: file names, or paths where two files have the same name. */
async function readAll(uris: readonly vscode.Uri[]): Promise<ImportParams['files']> {
  const isUnique = (uri: vscode.Uri) => uris.filter((each) => baseName(each) === baseName(uri)).length === 1;
  return Promise.all(
    uris.map(async (uri) => {
      const bytes = await vscode.workspace.fs.readFile(uri);
      const name = isUnique(uri) ? baseName(uri) : vscode.workspace.asRelativePath(uri);
      return { name, text: new TextDecoder().decode(bytes) };
    }),
  );
}

/** Asks the server, and the user whatever the server cannot know. Undefined where the user gives up, or no profile can be made. */
async function converse(
  ask: (params: ImportParams) => Promise<ImportAnswer>,
  params: ImportParams,
): Promise<Profile | undefined> {
  const answer = await ask(params);
  if (answer.state === 'problems') {
    await showError(answer.problems.join(' '));
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
    const picked = await vscode.window.showQuickPick(levelItems(), {
      title: vscode.l10n.t('Whose settings are in {0}?', name),
      placeHolder: vscode.l10n.t('The file does not say'),
    });
    if (!picked) return undefined;
    levels.set(name, { level: picked.level });
  }
  return levels;
}

function levelItems(): readonly (vscode.QuickPickItem & { readonly level: Level })[] {
  return [
    { label: vscode.l10n.t('account'), level: 'account' },
    { label: vscode.l10n.t('group'), level: 'group' },
    { label: vscode.l10n.t('user'), level: 'user' },
  ];
}

/** No model where the user does not know it: the settings stay unknown then. Undefined where the user gives up. */
async function pickModel(settings: readonly string[]): Promise<{ readonly model: ImportParams['groups'] } | undefined> {
  return vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('Legacy groups'),
        detail: vscode.l10n.t('The first group is the primary one; what any group locks is locked'),
        model: 'legacy' as const,
      },
      {
        label: vscode.l10n.t('New groups with priorities'),
        detail: vscode.l10n.t('The first group that manages a setting decides'),
        model: 'priority' as const,
      },
      {
        label: vscode.l10n.t('I do not know'),
        detail: vscode.l10n.t('These settings remain unknown'),
        model: undefined,
      },
    ],
    { title: vscode.l10n.t('How does the account manage groups? This decides: {0}', settings.join(', ')) },
  );
}

/** Reports what is left open and which calls would settle it: in a message, with all of it in a document on request. */
async function showUnresolved({ unresolved, notes }: Profile): Promise<void> {
  if (unresolved.length === 0 && notes.length === 0) return;
  const show = vscode.l10n.t('Show');
  if ((await showInformation(summary(unresolved.length), show)) !== show) return;
  const list = (lines: readonly string[]) => lines.map((each) => `- ${each}`);
  const lines = [
    `# ${vscode.l10n.t('Import of the lock profile')}`,
    ...(unresolved.length > 0 ? ['', vscode.l10n.t('Not known from these responses:'), '', ...list(unresolved)] : []),
    ...(notes.length > 0 ? ['', ...list(notes)] : []),
    '',
  ];
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: lines.join('\n') });
  await vscode.window.showTextDocument(document, { preview: false });
}

function summary(calls: number): string {
  switch (calls) {
    case 0:
      return vscode.l10n.t('The lock profile is imported. See the notes.');
    case 1:
      return vscode.l10n.t('The lock profile is imported. One more call can complete it.');
    default:
      return vscode.l10n.t('The lock profile is imported. {0} more calls can complete it.', calls);
  }
}
