import * as vscode from 'vscode';
import { type MeetingFileAnswer, type MeetingFileParams, meetingFileRequest } from '../shared/protocol.ts';
import { withoutLinks } from '../shared/text.ts';
import { showUnchanged, writeAfterDiff } from './confirmOverwrite.ts';
import { showError, showInformation } from './messages.ts';
import { identify, type StartServer } from './server.ts';
import { baseName, documentFor } from './target.ts';

/** From Zoom's answer to the meeting file, by the server. */
type Make = (response: string) => Promise<MeetingFileAnswer | null>;

/**
 * Makes an update's meeting file from the answer to GET /meetings/{meetingId}: the given answer, else the one in the
 * clipboard, else one that the user pastes.
 */
export async function addMeeting(start: StartServer, target?: vscode.Uri | string, response?: string): Promise<void> {
  const document = await documentFor(target);
  if (!document) return;
  try {
    const client = await start();
    const textDocument = identify(client, document.uri);
    const make: Make = (text) => {
      const params: MeetingFileParams = { textDocument, response: text };
      return client.sendRequest<MeetingFileAnswer | null>(meetingFileRequest, params);
    };
    const made = await makeOf(response, make);
    if (made) await put(client.protocol2CodeConverter.asUri(made.uri), made.text);
  } catch (error) {
    const reason = (error as Error).message;
    await showError(vscode.l10n.t('The meeting file cannot be added: {0}', reason));
  }
}

/** Undefined where the user gives up, or where the reason has been shown. */
async function makeOf(response: string | undefined, make: Make) {
  const first = await make(response ?? (await clipboard()));
  if (!first) {
    await showInformation(vscode.l10n.t('Only a saved update request can have a meeting file.'));
    return undefined;
  }
  if (first.state === 'meeting') return first;
  if (first.state === 'refused') {
    await showError(first.reason);
    return undefined;
  }
  if (response === undefined) return paste(first.problem, make);
  await showError(first.problem);
  return undefined;
}

/** Empty where a browser refuses to read it. */
async function clipboard(): Promise<string> {
  try {
    return await vscode.env.clipboard.readText();
  } catch {
    return '';
  }
}

/** One line is enough, since JSON needs no line breaks. It is masked like a passcode, since it may contain one. */
async function paste(problem: string, make: Make) {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add the meeting before the update'),
    prompt: vscode.l10n.t(
      'No meeting in the clipboard. {0} Copy the response of GET /meetings/… and paste it here.',
      withoutLinks(problem),
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: async (value) => {
      const made = value.trim() === '' ? undefined : await make(value);
      return made?.state === 'problem' ? withoutLinks(made.problem) : undefined;
    },
  });
  const made = text ? await make(text) : undefined;
  return made?.state === 'meeting' ? made : undefined;
}

async function put(file: vscode.Uri, text: string): Promise<void> {
  const name = baseName(file);
  const words = {
    title: vscode.l10n.t('Current ↔ from Zoom: {0}', name),
    question: vscode.l10n.t('Overwrite {0}?', name),
  };
  const result = await writeAfterDiff(file, text, words);
  if (result === 'unchanged') await showUnchanged(file);
  if (result !== 'written') return;
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t(
    '{0} is written. It contains what a prediction needs, and no passcode, link or name.',
    name,
  );
  if ((await showInformation(message, open)) === open) await vscode.window.showTextDocument(file);
}
