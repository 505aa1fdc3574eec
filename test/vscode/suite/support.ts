import * as vscode from 'vscode';

/** Where the extension runs: in Node, also in an untrusted workspace, or in a web worker. */
export type ExtensionHost = 'node' | 'restricted' | 'worker';

/** All stories are told in Node. `also`: where the same could come out otherwise. */
export type Story = readonly [title: string, also: readonly ExtensionHost[], tell: () => Promise<void>];

/** The rest is the same code on the same texts. */
export const nowhereElse: readonly ExtensionHost[] = [];

/** What touches files, which a worker reaches in another way, and one story of each feature. */
export const inWorker: readonly ExtensionHost[] = ['worker'];

/** What a workspace without trust might keep from an extension: to start, to read, to write, to follow a setting. */
export const everywhere: readonly ExtensionHost[] = ['worker', 'restricted'];

export function extensionHost(): ExtensionHost {
  if ('importScripts' in globalThis) return 'worker';
  return vscode.workspace.isTrusted ? 'node' : 'restricted';
}

export const extensionId = 'zoom-request-lens.zoom-request-lens';

const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;

const unlocked = { enabled: true, locked: false };
export const lockedOn = { enabled: true, locked: true };

/** A lock profile by the rules of 2020 with nothing locked, but for `more`. */
export function profile(more: object): string {
  const nothingLocked = { waitingRoom: unlocked, passcode: unlocked, authentication: unlocked };
  return JSON.stringify({ rules: '2020-12-20', ...nothingLocked, ...more }, null, 2);
}

export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), path);
}

/** Writes to the disk, behind the editor's back. Folders that are missing are made first. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  await makeFolder(vscode.Uri.joinPath(uriOf(path), '..'));
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
  return uriOf(path);
}

/**
 * On Linux, VS Code's watcher begins to watch a new folder once it has heard of it, and never hears of the folders that
 * came into it before: what happens in those goes unnoticed for good. So folders are made one by one.
 */
async function makeFolder(uri: vscode.Uri): Promise<void> {
  if (await isThere(uri)) return;
  const parent = vscode.Uri.joinPath(uri, '..');
  await makeFolder(parent);
  const toldOf = watch(`**/${uri.path.slice(parent.path.length + 1)}`);
  await vscode.workspace.fs.createDirectory(uri);
  await eventually(() => check(toldOf.has(uri.path), `VS Code has not seen ${uri.path}`));
  toldOf.dispose();
}

/** The workbench is there before its watcher: what happens until then, VS Code does not report. */
export async function untilWatching(): Promise<void> {
  const probe = uriOf('watching');
  const toldOf = watch('**/watching');
  await eventually(async () => {
    await vscode.workspace.fs.writeFile(probe, new TextEncoder().encode(`${Date.now()}`));
    check(toldOf.has(probe.path), 'VS Code does not watch the workspace');
  });
  toldOf.dispose();
  await vscode.workspace.fs.delete(probe);
}

/** The paths that VS Code reports as new or changed from now on, and an end to it. */
function watch(glob: string): { has(path: string): boolean; dispose(): void } {
  const told = new Set<string>();
  const watcher = vscode.workspace.createFileSystemWatcher(glob);
  watcher.onDidCreate(({ path }) => told.add(path));
  watcher.onDidChange(({ path }) => told.add(path));
  return { has: (path) => told.has(path), dispose: () => watcher.dispose() };
}

export async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

export async function open(path: string, text?: string): Promise<vscode.TextDocument> {
  const uri = text === undefined ? uriOf(path) : await write(path, text);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Replaces the whole text in the editor, without saving it. */
export async function type(document: vscode.TextDocument, text: string): Promise<void> {
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, all, text);
  check(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

export async function revertAndClose(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Without saving. What is open is looked at anew with each change. */
export async function closeAll(): Promise<void> {
  for (const _ of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs))
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** The lens' findings, not those of VS Code's own JSON support: `line:from-to code`, with the text that is underlined. */
export function findings(document: vscode.TextDocument): string[] {
  return ours(document).map(({ code, range }) => `${codeOf(code)} on ${document.getText(range)}`);
}

export function ours(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Zoom');
}

export function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the findings are exactly these; fails with those that are there after a while. */
export async function expectFindings(document: vscode.TextDocument, expected: string[]): Promise<void> {
  await eventually(() => {
    const found = findings(document).sort();
    check(
      same(found, [...expected].sort()),
      `${document.uri.path}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`,
    );
  });
}

/** Opens a request that has a finding under any profile, and waits for it: what was opened before has its findings by then. */
export async function expectLater(path: string): Promise<vscode.TextDocument> {
  const document = await open(path, '{ "type": 4, "settings": { "waiting_room": "no" } }\n');
  await eventually(() => check(findings(document).includes('field-type on "no"'), `${findings(document)}`));
  return document;
}

/** What VS Code's own JSON support underlines. */
export function complaints(document: vscode.TextDocument): string[] {
  const others = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'Zoom');
  return others.map(({ range }) => document.getText(range)).sort();
}

/** VS Code's JSON support misses a file that is opened while the window is busy, until something is typed in it. */
export async function expectComplaints(document: vscode.TextDocument, expected: string[]): Promise<void> {
  const complained = () => check(same(complaints(document), expected), JSON.stringify(complaints(document)));
  await eventually(complained, 5000).catch(async () => {
    await type(document, `${document.getText()}\n`);
    await eventually(complained);
  });
}

export async function actionsAt(
  document: vscode.TextDocument,
  text: string,
  kind?: string,
  which: (action: vscode.CodeAction) => boolean = ({ edit }) => edit !== undefined,
): Promise<vscode.CodeAction[]> {
  const start = document.positionAt(document.getText().indexOf(text));
  const range = new vscode.Range(start, start);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind,
  );
  return actions.filter(which);
}

export async function applyAction(actions: vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((each) => each.title === title);
  check(action?.edit, `no action "${title}" among: ${actions.map((each) => each.title).join(' | ')}`);
  check(await vscode.workspace.applyEdit(action.edit), 'the edit was refused');
}

export async function hoverText(document: vscode.TextDocument, text: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((each) => (typeof each === 'string' ? each : each.value)))
    .join('\n');
}

/** Tries until it goes well, and fails as the last attempt has after so many milliseconds. */
export async function eventually(attempt: () => void | Promise<void>, most = 60_000): Promise<void> {
  for (const end = Date.now() + most; ; await pause(50)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= end) throw error;
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
