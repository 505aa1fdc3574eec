import * as vscode from 'vscode';

interface PageItem extends vscode.QuickPickItem {
  readonly page?: vscode.Uri;
}

/** Asks for one of the pages in the extension's folder, and shows it as it is meant to be read. */
export async function showDocumentation(extension: vscode.Uri): Promise<void> {
  const docs = vscode.Uri.joinPath(extension, 'docs');
  const files = { label: vscode.l10n.t('Files and editors'), kind: vscode.QuickPickItemKind.Separator };
  const findings = { label: vscode.l10n.t('Findings'), kind: vscode.QuickPickItemKind.Separator };
  const [pages, rules] = await Promise.all([pagesIn(docs), pagesIn(vscode.Uri.joinPath(docs, 'rules'))]);
  const items: readonly PageItem[] = [
    files,
    ...pages.map(({ page, name, title }) => ({ label: title, description: name, page })),
    findings,
    ...rules.map(({ page, title, summary }) => ({ label: title, description: summary, page })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Show the page about …'),
    matchOnDescription: true,
  });
  if (picked?.page) await vscode.commands.executeCommand('markdown.showPreview', picked.page);
}

interface Page {
  readonly page: vscode.Uri;
  readonly name: string;
  /** Its heading. */
  readonly title: string;
  /** Its first paragraph; of the page of a rule, one sentence. */
  readonly summary: string;
}

/** In the order of their titles. */
async function pagesIn(folder: vscode.Uri): Promise<readonly Page[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const names = entries.map(([name]) => name).filter((name) => name.endsWith('.md'));
  const pages = await Promise.all(names.map((name) => readPage(vscode.Uri.joinPath(folder, name), name)));
  return pages.sort((one, other) => one.title.localeCompare(other.title));
}

async function readPage(page: vscode.Uri, name: string): Promise<Page> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
  const [heading = '', paragraph = ''] = text.split(/\r?\n\r?\n/, 2);
  return { page, name, title: heading.replace(/^# /, ''), summary: paragraph.replaceAll('`', '') };
}
