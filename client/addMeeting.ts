import * as vscode from 'vscode';
import { responseName } from '../shared/fileKind.ts';
import {
  type MeetingFileAnswer,
  type MeetingFileParams,
  meetingFileRequest,
  responseFileRequest,
} from '../shared/protocol.ts';
import { withoutLinks } from '../shared/text.ts';
import { showUnchanged, writeAfterDiff } from './confirmOverwrite.ts';
import { showError, showInformation } from './messages.ts';
import { identify, type StartServer } from './server.ts';
import { baseName, documentFor, exists } from './target.ts';

/** From Zoom's answer to the file that is kept of it, by the server. */
type Make = (response: string) => Promise<MeetingFileAnswer | null>;

/** What is made of an answer of Zoom, and how it is called. */
interface Kind {
  readonly request: string;
  readonly title: () => string;
  readonly prompt: (problem: string) => string;
  readonly onlyFor: () => string;
  readonly failed: (reason: string) => string;
  /** Where it is put, given its usual place. */
  readonly placeOf: (usual: vscode.Uri, request: vscode.Uri) => Promise<vscode.Uri> | vscode.Uri;
}

const meeting: Kind = {
  request: meetingFileRequest,
  title: () => vscode.l10n.t('Add the meeting before the update'),
  prompt: (problem) =>
    vscode.l10n.t('No meeting in the clipboard. {0} Copy the response of GET /meetings/… and paste it here.', problem),
  onlyFor: () => vscode.l10n.t('Only a saved update request can have a meeting file.'),
  failed: (reason) => vscode.l10n.t('The meeting file cannot be added: {0}', reason),
  placeOf: (usual) => usual,
};

const response: Kind = {
  request: responseFileRequest,
  title: () => vscode.l10n.t("Add Zoom's response to the request"),
  prompt: (problem) =>
    vscode.l10n.t(
      'No response in the clipboard. {0} Copy the response of the create request, or of GET /meetings/… after the update, and paste it here.',
      problem,
    ),
  onlyFor: () => vscode.l10n.t('Only a saved request can have a response file.'),
  failed: (reason) => vscode.l10n.t('The response file cannot be added: {0}', reason),
  placeOf: nextFree,
};

/**
 * Makes an update's meeting file from the answer to GET /meetings/{meetingId}: the given answer, else the one in the
 * clipboard, else one that the user pastes.
 */
export async function addMeeting(start: StartServer, target?: vscode.Uri | string, answer?: string): Promise<void> {
  return add(meeting, start, target, answer);
}

/** Stores Zoom's response to a request, without secrets: a further one where there are some already. */
export async function addResponse(start: StartServer, target?: vscode.Uri | string): Promise<void> {
  return add(response, start, target);
}

async function add(kind: Kind, start: StartServer, target?: vscode.Uri | string, answer?: string): Promise<void> {
  const document = await documentFor(target);
  if (!document) return;
  try {
    const client = await start();
    const textDocument = identify(client, document.uri);
    const make: Make = (text) => {
      const params: MeetingFileParams = { textDocument, response: text };
      return client.sendRequest<MeetingFileAnswer | null>(kind.request, params);
    };
    const made = await makeOf(kind, answer, make);
    if (!made) return;
    await put(await kind.placeOf(client.protocol2CodeConverter.asUri(made.uri), document.uri), made.text);
  } catch (error) {
    await showError(kind.failed((error as Error).message));
  }
}

/** Undefined where the user gives up, or where the reason has been shown. */
async function makeOf(kind: Kind, answer: string | undefined, make: Make) {
  const first = await make(answer ?? (await clipboard()));
  if (!first) {
    await showInformation(kind.onlyFor());
    return undefined;
  }
  if (first.state === 'meeting') return first;
  if (first.state === 'refused') {
    await showError(first.reason);
    return undefined;
  }
  if (answer === undefined) return paste(kind, first.problem, make);
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
async function paste(kind: Kind, problem: string, make: Make) {
  const text = await vscode.window.showInputBox({
    title: kind.title(),
    prompt: kind.prompt(withoutLinks(problem)),
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

async function nextFree(usual: vscode.Uri, request: vscode.Uri): Promise<vscode.Uri> {
  let place = usual;
  for (let number = 2; await exists(place); number++)
    place = vscode.Uri.joinPath(usual, '..', responseName(baseName(request), number));
  return place;
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
