import * as vscode from 'vscode';
import { explainRequest } from '../shared/protocol.ts';
import type { StartServer } from './importProfile.ts';
import { baseName, documentFor } from './target.ts';

const scheme = 'zoom-request-lens-explained';

/** Opens the explanation of a file: a page that is updated as the file changes. */
export async function explain(target?: vscode.Uri | string): Promise<void> {
  const document = await documentFor(target);
  if (!document) return;
  const path = `/${vscode.l10n.t('{0} explained', baseName(document.uri))}.md`;
  const page = vscode.Uri.from({ scheme, path, query: document.uri.toString() });
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

/** The pages are virtual documents, so that VS Code does not ask to save them. `changed` fires when any may be outdated. */
export function registerExplanations(
  { subscriptions }: vscode.ExtensionContext,
  start: StartServer,
  changed: vscode.Event<void>,
): void {
  const outdated = new vscode.EventEmitter<vscode.Uri>();
  const renew = (concerns: (source: string) => boolean) => {
    const pages = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme && concerns(uri.query));
    for (const { uri } of pages) outdated.fire(uri);
  };
  subscriptions.push(
    outdated,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: outdated.event,
      provideTextDocumentContent: ({ query }) => explanationOf(vscode.Uri.parse(query), start),
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => renew((source) => source === document.uri.toString())),
    changed(() => renew(() => true)),
  );
}

async function explanationOf(source: vscode.Uri, start: StartServer): Promise<string> {
  try {
    const client = await start();
    const textDocument = { uri: client.code2ProtocolConverter.asUri(source) };
    const answer = await client.sendRequest<string | null>(explainRequest, { textDocument });
    return answer ?? vscode.l10n.t('Open this file as JSON first, or add it to the workspace.');
  } catch (error) {
    return vscode.l10n.t('This file cannot be explained: {0}', (error as Error).message);
  }
}
