import * as vscode from 'vscode';
import { type CompareParams, compareRequest } from '../shared/protocol.ts';
import { accountsBeside } from './accounts.ts';
import { renderedPage } from './htmlPage.ts';
import { showError, showInformation } from './messages.ts';
import { identify, type StartServer, statusOf } from './server.ts';
import { baseName, documentFor } from './target.ts';

/** Shows what Zoom will store under the lock profile of each account, in a page beside the file. */
export async function compareAccounts(start: StartServer, target?: vscode.Uri | string): Promise<void> {
  const document = await documentFor(target);
  if (!document) return;
  try {
    const client = await start();
    const status = await statusOf(client, document.uri);
    const accounts = await accountsBeside(status?.profile);
    if (accounts.length === 0) {
      await showInformation(
        vscode.l10n.t('There is no second lock profile. Add one named NAME.zoom-lock-profile.json.'),
      );
      return;
    }
    const params: CompareParams = { textDocument: identify(client, document.uri), accounts };
    const page = await client.sendRequest<string | null>(compareRequest, params);
    if (page === null) throw new Error(vscode.l10n.t('It contains no Zoom request.'));
    const title = vscode.l10n.t('{0} compared', baseName(document.uri));
    const panel = vscode.window.createWebviewPanel('zoomRequestLens.compared', title, vscode.ViewColumn.Beside);
    panel.webview.html = await renderedPage(page);
  } catch (error) {
    await showError(vscode.l10n.t('The accounts cannot be compared: {0}', (error as Error).message));
  }
}
