import * as vscode from 'vscode';
import { accountOf, profileName } from '../shared/fileKind.ts';
import { type AccountParams, accountChanged } from '../shared/protocol.ts';
import { showInformation } from './messages.ts';
import { type StartServer, statusOf } from './server.ts';
import { baseName, documentFor } from './target.ts';

/** Several lock profiles that lie together, one for each account: which of them counts is kept for the workspace. */

const key = 'account';

/** Undefined: the plain profile. */
export function chosenAccount({ workspaceState }: vscode.ExtensionContext): string | undefined {
  return workspaceState.get<string>(key);
}

/** Asks which account counts, of those with a profile beside that of the active file. */
export async function switchAccount(context: vscode.ExtensionContext, start: StartServer): Promise<void> {
  const profile = await profileOfActive(start);
  if (!profile) return;
  const chosen = chosenAccount(context);
  const plain = { label: profileName, description: vscode.l10n.t('default'), account: undefined };
  const others = (await accountsBeside(profile)).map((account) => ({ label: account, description: '', account }));
  const items = [plain, ...others].map((each) => ({ ...each, iconPath: iconFor(each.account === chosen) }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which account do the requests of this workspace go to?'),
    placeHolder: vscode.l10n.t('Each NAME.zoom-lock-profile.json beside the lock profile is an account'),
  });
  if (!picked) return;
  await context.workspaceState.update(key, picked.account);
  const client = await start();
  const params: AccountParams = { account: picked.account ?? null };
  await client.sendNotification(accountChanged, params);
}

function iconFor(isChosen: boolean): vscode.ThemeIcon {
  return new vscode.ThemeIcon(isChosen ? 'check' : 'blank');
}

/** Its URI; undefined, with a message, where no profile governs the active file. */
async function profileOfActive(start: StartServer): Promise<string | undefined> {
  const document = await documentFor(undefined);
  if (!document) return undefined;
  const status = await statusOf(await start(), document.uri);
  if (status?.profile) return status.profile;
  await showInformation(vscode.l10n.t('No lock profile applies to this file.'));
  return undefined;
}

/** "staging", "production": those with a profile in the folder of this one, given by its URI; none where there is no profile. */
export async function accountsBeside(profile: string | null | undefined): Promise<readonly string[]> {
  if (!profile) return [];
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(profile), '..');
  const pattern = new vscode.RelativePattern(folder, `*.${profileName}`);
  const uris = await vscode.workspace.findFiles(pattern, null, 50);
  return uris.flatMap((uri) => accountOf(baseName(uri)) ?? []).sort();
}
