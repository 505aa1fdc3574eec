import * as vscode from 'vscode';
import { fileKind, literalGlob, profileName, skippedPattern } from '../shared/fileKind.ts';
import { largestBody, looksLikeBody } from '../shared/model/looksLikeBody.ts';
import { say } from '../shared/text.ts';
import {
  type AskedProfile,
  askedProfile,
  type ListedRequest,
  type SettingAnswer,
} from '../shared/writing/profileTemplate.ts';
import { baseName, columnForFile, profileAbove, targetFolder } from './target.ts';
import { today } from './today.ts';

/** Opens the profile that governs the active file; where there is none, asks for the account's settings and writes one. */
export async function openOrWriteProfile(): Promise<void> {
  const folder = await targetFolder();
  if (!folder) return;
  const known = await profileInForce(folder);
  if (known) await vscode.window.showTextDocument(known, { preview: false, viewColumn: columnForFile() });
  else await writeProfile(folder);
}

/** For the active file, if it is in the workspace folder, else for that. */
async function profileInForce(root: vscode.Uri): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const isInside = active?.path.startsWith(`${root.path}/`);
  return profileAbove(active && isInside ? active : vscode.Uri.joinPath(root, profileName));
}

/** Asks what the account enforces, and writes and opens the profile. Nothing is written if any question is cancelled. */
export async function writeProfile(folder: vscode.Uri, listed: readonly ListedRequest[] = []): Promise<void> {
  const asked = await askAccount();
  const requests = asked && [...listed, ...((await askRequests(folder, listed)) ?? [])];
  if (!requests) return;
  const uri = vscode.Uri.joinPath(folder, profileName);
  const text = say(askedProfile({ ...asked, requests, capturedAt: today() }), vscode.l10n.bundle);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text), ignoreIfExists: true });
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(uri, { preview: false, viewColumn: columnForFile() });
}

type Account = Omit<AskedProfile, 'requests' | 'capturedAt'>;

/** Undefined where the user cancels. */
async function askAccount(): Promise<Account | undefined> {
  const plan = await pick(1, vscode.l10n.t('The plan of the Zoom account'), plans());
  const waitingRoom = plan && (await askSetting(2, vscode.l10n.t('Waiting Room')));
  // Basic accounts always have passcodes, and cannot change that.
  const alwaysOn: Answer<SettingAnswer> = { value: { enabled: true, locked: true } };
  const passcode =
    waitingRoom && (plan.value === 'basic' ? alwaysOn : await askSetting(3, vscode.l10n.t('Meeting passcode')));
  const authentication = passcode && (await askSetting(4, vscode.l10n.t('Only authenticated users can join meetings')));
  const rules = authentication && (await pick(5, vscode.l10n.t("Which of Zoom's rules apply?"), ruleSets()));
  if (!plan || !waitingRoom || !passcode || !authentication || !rules) return undefined;
  return {
    plan: plan.value,
    waitingRoom: waitingRoom.value,
    passcode: passcode.value,
    authentication: authentication.value,
    rules: rules.value,
  };
}

/** The value is undefined where the user does not know. */
interface Answer<T> {
  readonly value: T | undefined;
}

type Choice<T> = vscode.QuickPickItem & Answer<T>;

function pick<T>(
  step: number,
  question: string,
  choices: readonly Choice<T>[],
  placeHolder?: string,
): Thenable<Choice<T> | undefined> {
  const title = vscode.l10n.t('Lock profile ({0}/5): {1}', step, question);
  return vscode.window.showQuickPick(choices, {
    title,
    ignoreFocusOut: true,
    ...(placeHolder === undefined ? {} : { placeHolder }),
  });
}

function askSetting(step: number, name: string): Thenable<Choice<SettingAnswer> | undefined> {
  const place = vscode.l10n.t('Zoom web portal: Account Management > Account Settings > Meeting > Security');
  return pick(step, name, states(), place);
}

function states(): readonly Choice<SettingAnswer>[] {
  return [
    {
      label: vscode.l10n.t('On and locked'),
      detail: vscode.l10n.t('Every meeting has it'),
      value: { enabled: true, locked: true },
    },
    {
      label: vscode.l10n.t('Off and locked'),
      detail: vscode.l10n.t('No meeting has it'),
      value: { enabled: false, locked: true },
    },
    {
      label: vscode.l10n.t('On, not locked'),
      detail: vscode.l10n.t('A request can turn it off'),
      value: { enabled: true, locked: false },
    },
    {
      label: vscode.l10n.t('Off, not locked'),
      detail: vscode.l10n.t('A request can turn it on'),
      value: { enabled: false, locked: false },
    },
    unknown(),
  ];
}

function unknown(): Choice<never> {
  return {
    label: vscode.l10n.t('I do not know'),
    detail: vscode.l10n.t('The lens checks every case, and reports what is true in all of them'),
    value: undefined,
  };
}

function plans(): readonly Choice<string>[] {
  const names = ['Basic', 'Pro', 'Business', 'Enterprise', 'Education', 'API', 'Trial'];
  return [...names.map((label) => ({ label, value: label.toLowerCase() })), unknown()];
}

function ruleSets(): readonly Choice<string>[] {
  return [
    {
      label: vscode.l10n.t('Current rules'),
      detail: vscode.l10n.t('API reference: Zoom also applies what the account turns on'),
      value: '2025-03-24',
    },
    {
      label: vscode.l10n.t('Rules of December 2020'),
      detail: vscode.l10n.t("Zoom's tables of scenarios, as they are written"),
      value: '2020-12-20',
    },
    unknown(),
  ];
}

/** Proposes the files that look like requests and are not called so. Undefined where the user cancels. */
async function askRequests(
  folder: vscode.Uri,
  listed: readonly ListedRequest[],
): Promise<readonly ListedRequest[] | undefined> {
  const known = listed.map(({ files }) => files);
  const found = (await unnamedBodies(folder)).filter(({ files }) => !known.includes(files));
  if (found.length === 0) return [];
  const items = found.map((each) => ({ label: each.path, description: each.operation, picked: true, request: each }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('These files look like meeting bodies: which are requests to Zoom?'),
    placeHolder: vscode.l10n.t('Whether they create or update is guessed from their names'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked?.map(({ request: { files, operation } }) => ({ files, operation }));
}

/** More files than this are not looked at, nor proposed. */
const mostLookedAt = 500;
const mostProposed = 50;

async function unnamedBodies(folder: vscode.Uri) {
  const pattern = new vscode.RelativePattern(folder, '**/*.{json,jsonc}');
  const uris = await vscode.workspace.findFiles(pattern, skippedPattern, mostLookedAt);
  const candidates = uris.filter((uri) => fileKind(baseName(uri)) === undefined);
  const looked = await Promise.all(candidates.map(async (uri) => ((await isBody(uri)) ? [uri] : [])));
  return looked
    .flat()
    .map((uri) => uri.path.slice(folder.path.length + 1))
    .sort()
    .slice(0, mostProposed)
    .map((path) => ({ path, files: literalGlob(path), operation: operationIn(path) }));
}

async function isBody(uri: vscode.Uri): Promise<boolean> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size <= largestBody && looksLikeBody(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return false; // It is gone, or may not be read.
  }
}

function operationIn(path: string): ListedRequest['operation'] {
  return /update|patch|edit|change/i.test(path) ? 'update' : 'create';
}
