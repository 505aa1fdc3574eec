import * as vscode from 'vscode';

/** Asks for one of the pages in the extension's folder, and shows it as it is meant to be read. */
export async function showDocumentation(extension: vscode.Uri): Promise<void> {
  const docs = vscode.Uri.joinPath(extension, 'docs');
  const files = { label: vscode.l10n.t('Files and editors'), kind: vscode.QuickPickItemKind.Separator };
  const findings = { label: vscode.l10n.t('Findings'), kind: vscode.QuickPickItemKind.Separator };
  const rules = vscode.Uri.joinPath(docs, 'rules');
  const items = [files, ...(await pagesIn(docs)), findings, ...(await pagesIn(rules))];
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly page?: vscode.Uri }>(items, {
    title: vscode.l10n.t('Show the page about …'),
  });
  if (picked?.page) await vscode.commands.executeCommand('markdown.showPreview', picked.page);
}

async function pagesIn(folder: vscode.Uri) {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const names = entries.map(([name]) => name).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => ({ label: name.slice(0, -3), page: vscode.Uri.joinPath(folder, name) }));
}
