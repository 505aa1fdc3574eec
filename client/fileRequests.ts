import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { skippedPattern } from '../shared/fileKind.ts';
import {
  type ListFilesParams,
  listFilesRequest,
  loadReadersRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
} from '../shared/protocol.ts';

/** Reads and lists files for a server that has no disk of its own. */
export function answerReads(client: BaseLanguageClient, extension: vscode.Uri): void {
  client.onRequest<readonly string[] | null, void>(listFilesRequest, listFiles);
  client.onRequest<ReadFileAnswer, void>(readFileRequest, readFile);
  client.onRequest<string, void>(loadReadersRequest, async () => {
    const code = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'containers.cjs'));
    return new TextDecoder().decode(code);
  });
}

/** Only plain files of limited size are read: where a link leads, for one, cannot be determined here. */
async function readFile({ uri, atMost }: ReadFileParams): Promise<ReadFileAnswer> {
  try {
    const file = vscode.Uri.parse(uri);
    const { type, size } = await vscode.workspace.fs.stat(file);
    if (type & vscode.FileType.Directory) return { state: 'unreadable', reason: vscode.l10n.t('is a folder') };
    if (type !== vscode.FileType.File) return { state: 'unreadable', reason: vscode.l10n.t('is not a plain file') };
    if (size > atMost) return { state: 'tooLarge' };
    return { state: 'bytes', bytes: await vscode.workspace.fs.readFile(file) };
  } catch (error) {
    return failure(error);
  }
}

/** By VS Code's search, which works in every file system; the server reads git's ignore files itself. */
async function listFiles({ folder, pattern, atMost }: ListFilesParams): Promise<readonly string[] | null> {
  const uri = vscode.Uri.parse(folder);
  const files = new vscode.RelativePattern(uri, pattern);
  const found = await vscode.workspace.findFiles(files, skippedPattern, atMost + 1);
  if (found.length > atMost) return null;
  return found.map(({ path }) => path.slice(uri.path.replace(/\/$/, '').length + 1));
}

function failure(error: unknown): ReadFileAnswer {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (code === 'FileNotFound' || code === 'FileNotADirectory') return { state: 'missing' };
  const reason = code === 'FileIsADirectory' ? vscode.l10n.t('is a folder') : vscode.l10n.t('cannot be read');
  return { state: 'unreadable', reason };
}
