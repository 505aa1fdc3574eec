import * as vscode from 'vscode';
import { commands, type DocumentParams, explainRequest } from '../shared/protocol.ts';
import { htmlPage, renderedPage } from './htmlPage.ts';
import { oneAtATime } from './oneAtATime.ts';
import { identify, type StartServer } from './server.ts';
import { baseName, documentFor } from './target.ts';

/** The explanation of a file, beside it, which follows what is typed. */
interface Page {
  renew(): void;
  reveal(): void;
  /** The file has another name now. */
  follow(source: vscode.Uri): void;
}

/** What the links of a page may run. */
const linked = [
  commands.showLine,
  commands.writeProfile,
  commands.addMeeting,
  commands.renameToRequest,
  commands.listRequest,
];

/** Returns the command that explains a file. `changed` fires when any page may be outdated. */
export function explanations(
  { subscriptions }: vscode.ExtensionContext,
  start: StartServer,
  changed: vscode.Event<void>,
): (target?: vscode.Uri | string) => Promise<void> {
  const pages = new Map<string, Page>();
  subscriptions.push(
    vscode.workspace.onDidChangeTextDocument(({ document }) => pages.get(document.uri.toString())?.renew()),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) pages.get(oldUri.toString())?.follow(newUri);
    }),
    changed(() => {
      for (const page of pages.values()) page.renew();
    }),
  );
  return async (target) => {
    const document = await documentFor(target);
    if (!document) return;
    const page = pages.get(document.uri.toString()) ?? openPage(document.uri, start, pages);
    page.reveal();
  };
}

/** A web view rather than a preview of Markdown: there, links run no commands, and edits that come fast garble the text. */
function openPage(file: vscode.Uri, start: StartServer, pages: Map<string, Page>): Page {
  let source = file;
  let isOpen = true;
  const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const options = { enableCommandUris: linked, enableFindWidget: true };
  const panel = vscode.window.createWebviewPanel('zoomRequestLens.explained', titleOf(file), column, options);
  const renew = oneAtATime(
    async () => {
      const html = await pageOf(source, start);
      if (isOpen && panel.webview.html !== html) panel.webview.html = html;
    },
    () => new Promise((resolve) => setTimeout(resolve, typingPause)),
  );
  const page: Page = {
    renew,
    reveal: () => panel.reveal(undefined, true),
    follow: (renamed) => {
      pages.delete(source.toString());
      pages.set(renamed.toString(), page);
      source = renamed;
      panel.title = titleOf(source);
      renew();
    },
  };
  panel.onDidDispose(() => {
    isOpen = false;
    pages.delete(source.toString());
  });
  pages.set(source.toString(), page);
  renew();
  return page;
}

/** In milliseconds: what is typed quickly is explained once. */
const typingPause = 150;

function titleOf(source: vscode.Uri): string {
  return vscode.l10n.t('{0} explained', baseName(source));
}

async function pageOf(source: vscode.Uri, start: StartServer): Promise<string> {
  try {
    const client = await start();
    const params: DocumentParams = { textDocument: identify(client, source) };
    const answer = await client.sendRequest<string | null>(explainRequest, params);
    const markdown = answer ?? vscode.l10n.t('Open this file as JSON first, or add it to the workspace.');
    return await renderedPage(markdown);
  } catch (error) {
    const reason = (error as Error).message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return htmlPage(vscode.l10n.t('This file cannot be explained: {0}', reason));
  }
}

/** Counted from 1, in the group where the file is open. */
export async function showLine(uri: string, line: number): Promise<void> {
  const file = vscode.Uri.parse(uri);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString());
  const start = new vscode.Position(line - 1, 0);
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(file, { viewColumn, selection: new vscode.Range(start, start) });
}
