import * as vscode from 'vscode';
import { fileKind } from '../shared/fileKind.ts';
import { baseName } from './target.ts';

/** Saved responses of Zoom's settings endpoints, as the user picks them; undefined where the user gives up. */
export async function pickResponses(defaultUri: vscode.Uri): Promise<readonly vscode.Uri[] | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t("Saved responses of Zoom's settings endpoints"),
    openLabel: vscode.l10n.t('Import'),
    canSelectMany: true,
    filters: { JSON: ['json'] },
    defaultUri,
  });
  const [first, second] = picked ?? [];
  return first && !second && takesOneAtATime() ? pickFromItsFolder(first) : picked;
}

/** For files on another machine VS Code shows its own dialog, in which only one file can be selected. */
function takesOneAtATime(): boolean {
  const { remoteName, uiKind } = vscode.env;
  const chosen = vscode.workspace.getConfiguration('files').get('simpleDialog.enable') === true;
  return remoteName !== undefined || uiKind === vscode.UIKind.Web || chosen;
}

/** One response settles little: the others in its folder are offered too, preselected where they are named like responses. */
async function pickFromItsFolder(uri: vscode.Uri): Promise<readonly vscode.Uri[] | undefined> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const own = baseName(uri);
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  const others = names.filter((name) => name !== own && /\.json$/i.test(name) && !fileKind(name)).sort();
  if (others.length === 0) return [uri];
  const picked = await vscode.window.showQuickPick(
    [own, ...others].map((label) => ({ label, picked: label === own || isNamedAsResponse(label) })),
    {
      title: vscode.l10n.t('Which of these responses belong to the same account?'),
      placeHolder: vscode.l10n.t('Each response gives a part of the profile'),
      canPickMany: true,
    },
  );
  return picked && picked.length > 0 ? picked.map(({ label }) => vscode.Uri.joinPath(folder, label)) : undefined;
}

/** A level, followed somewhere by "settings". */
function isNamedAsResponse(name: string): boolean {
  const level = name.search(/\b(account|group|user)\b/i);
  return level >= 0 && name.toLowerCase().includes('settings', level);
}
