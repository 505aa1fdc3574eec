import * as vscode from 'vscode';
import { profileName } from '../shared/fileKind.ts';
import { columnForFile } from './target.ts';

const request = 'example.zoom-create.json';

/** Opens a copy of the example beside the walkthrough: a request with findings, and behind it the lock profile that causes them. */
export async function tryExample({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<void> {
  const source = vscode.Uri.joinPath(extensionUri, 'docs', 'walkthrough', 'example');
  const folder = vscode.Uri.joinPath(globalStorageUri, 'example');
  for (const name of [profileName, request]) {
    const text = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(source, name));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), text);
  }
  const first = { viewColumn: columnForFile(), preview: false };
  const { viewColumn = first.viewColumn } = await vscode.window.showTextDocument(
    vscode.Uri.joinPath(folder, profileName),
    first,
  );
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, request), { viewColumn, preview: false });
}
