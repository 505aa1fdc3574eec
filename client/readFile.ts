import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ReadFileAnswer, type ReadFileParams, readFileRequest } from '../shared/protocol.ts';

/** Reads files for a server that has no disk of its own. */
export function answerReads(client: BaseLanguageClient): void {
  client.onRequest<ReadFileAnswer, void>(readFileRequest, async ({ uri }: ReadFileParams) => {
    try {
      return { state: 'bytes', bytes: await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)) };
    } catch (error) {
      return failure(error);
    }
  });
}

function failure(error: unknown): ReadFileAnswer {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (code === 'FileNotFound' || code === 'FileNotADirectory') return { state: 'missing' };
  const reason = code === 'FileIsADirectory' ? vscode.l10n.t('is a folder') : vscode.l10n.t('cannot be read');
  return { state: 'unreadable', reason };
}
