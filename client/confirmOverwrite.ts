import * as vscode from 'vscode';
import { askBefore, showInformation } from './messages.ts';
import { baseName } from './target.ts';

/** The texts of the confirmation before a file is overwritten. */
export interface OverwriteWords {
  /** Of the diff editor. */
  readonly title: string;
  readonly question: string;
}

type Overwritten = 'written' | 'unchanged' | 'declined';

/**
 * Writes the file. If it exists with another text, a diff is shown first, and it is overwritten only if the user agrees.
 */
export async function writeAfterDiff(target: vscode.Uri, text: string, words: OverwriteWords): Promise<Overwritten> {
  const before = await currentText(target);
  if (before !== undefined && withoutReturns(before) === withoutReturns(text)) return 'unchanged';
  if (before !== undefined && !(await confirm(target, text, words))) return 'declined';
  await replace(target, text, before !== undefined);
  return 'written';
}

export async function showUnchanged(target: vscode.Uri): Promise<void> {
  await showInformation(vscode.l10n.t('Nothing changed in {0}.', baseName(target)));
}

/** An editor keeps the line ends of its file, and a diff does not show them. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** With unsaved changes of the editor; undefined where there is no file. */
export async function currentText(target: vscode.Uri): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.stat(target);
  } catch {
    return undefined;
  }
  return (await vscode.workspace.openTextDocument(target)).getText();
}

/** The new text is shown in a virtual document, so that VS Code does not ask to save it. */
async function confirm(target: vscode.Uri, text: string, { title, question }: OverwriteWords): Promise<boolean> {
  const scheme = 'zoom-request-lens-new';
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: () => text,
  });
  // VS Code caches documents by URI: each comparison needs a URI of its own.
  const fresh = target.with({ scheme, query: String(Date.now()) });
  try {
    await vscode.commands.executeCommand('vscode.diff', target, fresh, title);
    const overwrite = vscode.l10n.t('Overwrite');
    const answer = await askBefore(question, overwrite, vscode.l10n.t('Cancel'));
    await closeDiff(fresh);
    return answer === overwrite;
  } finally {
    provider.dispose();
  }
}

async function closeDiff(fresh: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const isDiff = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputTextDiff && input.modified.toString() === fresh.toString();
  await vscode.window.tabGroups.close(tabs.filter(isDiff), true);
}

/** As an edit where the file exists or is open, so that it can be undone. */
async function replace(target: vscode.Uri, text: string, exists: boolean): Promise<void> {
  if (!exists) return vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(target, whole, text);
  if (!(await vscode.workspace.applyEdit(edit)) || !(await document.save()))
    throw new Error(vscode.l10n.t('it cannot be written.'));
}
