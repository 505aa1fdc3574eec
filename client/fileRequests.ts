import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ListFilesParams,
  listFilesRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
} from '../shared/protocol.ts';

/** Reads and lists files for a server that has no disk of its own. */
export function answerReads(client: BaseLanguageClient): void {
  client.onRequest<readonly string[] | null, void>(listFilesRequest, listFiles);
  client.onRequest<ReadFileAnswer, void>(readFileRequest, async ({ uri }: ReadFileParams) => {
    try {
      return { state: 'bytes', bytes: await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)) };
    } catch (error) {
      return failure(error);
    }
  });
}

/** By VS Code's search, which knows how to do it anywhere. */
async function listFiles({ folder, atMost }: ListFilesParams): Promise<readonly string[] | null> {
  const uri = vscode.Uri.parse(folder);
  const files = new vscode.RelativePattern(uri, '**/*.{json,jsonc}');
  const found = await vscode.workspace.findFiles(files, '**/{node_modules,.git}/**', atMost + 1);
  if (found.length > atMost) return null;
  return found.map(({ path }) => path.slice(uri.path.replace(/\/$/, '').length + 1));
}

function failure(error: unknown): ReadFileAnswer {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (code === 'FileNotFound' || code === 'FileNotADirectory') return { state: 'missing' };
  const reason = code === 'FileIsADirectory' ? vscode.l10n.t('is a folder') : vscode.l10n.t('cannot be read');
  return { state: 'unreadable', reason };
}
