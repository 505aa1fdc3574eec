import * as vscode from 'vscode';

/**
 * Writes the file and opens it. A file that is there is compared with the new text first, and overwritten only if the
 * user says so. False where it stays as it was because the user wants it to.
 */
export async function writeAfterDiff(target: vscode.Uri, text: string): Promise<boolean> {
  const before = await currentText(target);
  if (before !== undefined && before !== text && !(await confirm(target, text))) return false;
  if (before !== text) await replace(target, text, before !== undefined);
  await vscode.window.showTextDocument(target, { preview: false });
  return true;
}

/** As the editor has it, unsaved changes included; undefined where there is no file. */
export async function currentText(target: vscode.Uri): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.stat(target);
  } catch {
    return undefined;
  }
  return (await vscode.workspace.openTextDocument(target)).getText();
}

/** The new text stands in a document of no file, so that nothing asks to save it. */
async function confirm(target: vscode.Uri, text: string): Promise<boolean> {
  const scheme = 'zoom-request-lens-import';
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: () => text,
  });
  // VS Code keeps documents by their address: each import has its own.
  const imported = target.with({ scheme, query: String(Date.now()) });
  try {
    const title = vscode.l10n.t('Lock profile: what is there ↔ what was imported');
    await vscode.commands.executeCommand('vscode.diff', target, imported, title);
    const overwrite = vscode.l10n.t('Overwrite');
    const question = vscode.l10n.t('Overwrite the lock profile that is there with the imported one?');
    const answer = await vscode.window.showWarningMessage(question, overwrite, vscode.l10n.t('Cancel'));
    await closeDiff(imported);
    return answer === overwrite;
  } finally {
    provider.dispose();
  }
}

async function closeDiff(imported: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const isDiff = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputTextDiff && input.modified.toString() === imported.toString();
  await vscode.window.tabGroups.close(tabs.filter(isDiff), true);
}

/** As an edit where the file was open or there, so that it can be undone. */
async function replace(target: vscode.Uri, text: string, exists: boolean): Promise<void> {
  if (!exists) return vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(target, whole, text);
  if (!(await vscode.workspace.applyEdit(edit)) || !(await document.save()))
    throw new Error(vscode.l10n.t('it cannot be written.'));
}
