import * as vscode from 'vscode';

export type Story = readonly [title: string, tell: () => Promise<void>];

export const extensionId = 'zoom-request-lens.zoom-request-lens';

const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;

export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), path);
}

/** Writes to the disk, behind the editor's back. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
  return uriOf(path);
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

export async function eventually(attempt: () => void | Promise<void>, most = 300): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= most) throw error;
      await pause(100);
    }
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
