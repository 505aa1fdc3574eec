import * as vscode from 'vscode';
import {
  actionsAt,
  check,
  eventually,
  everywhere,
  findings,
  inWorker,
  isThere,
  lockedOn,
  nowhereElse,
  open,
  ours,
  profile,
  type Story,
  uriOf,
  write,
} from './support.ts';

/** The files around a request: explained, added, begun. */

const update = '{\n  "password": "",\n  "settings": { "waiting_room": false, "meeting_authentication": false }\n}\n';

/** As GET /meetings/{meetingId} answers. */
function answer(waiting_room: boolean): string {
  const secrets = { start_url: 'https://zoom.example.com/s/1?zak=token', password: 'S3cretPw' };
  return JSON.stringify({ id: 1, ...secrets, settings: { waiting_room, meeting_authentication: false } }, null, 2);
}

export const files: Story[] = [
  [
    'a file is explained beside it, once; test/vscode/pages reads the page',
    inWorker,
    async () => {
      const document = await open('explain/a.zoom-create.json', '{ "settings": { "waiting_room": false } }\n');
      for (const _ of [1, 2]) await vscode.commands.executeCommand('zoomRequestLens.explain', document.uri);
      const pages = () => tabs().filter(({ label }) => label === 'a.zoom-create.json explained');
      await eventually(() => check(pages().length === 1, `${tabs().map(({ label }) => label)}`));
      const [page] = pages();
      check(page?.group.viewColumn === vscode.ViewColumn.Two, 'not beside the file');
      check(vscode.window.activeTextEditor?.document === document, 'the file is no longer active');
      await vscode.window.tabGroups.close(page);
    },
  ],
  [
    'the meeting file comes from the clipboard, without secrets, and makes the finding certain',
    inWorker,
    async () => {
      await write('added/zoom-lock-profile.json', profile({}));
      const document = await open('added/a.zoom-update.json', update);
      await eventually(() => check(/Information/.test(severities(document)), severities(document)));
      const offered = await actionsAt(document, 'false', 'quickfix', ({ command }) => command !== undefined);
      const action = offered.find(({ title }) => title === 'Add the meeting file');
      check(action?.command, `not offered: ${offered.map(({ title }) => title).join()}`);
      await vscode.env.clipboard.writeText(answer(true));
      void vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
      const text = await eventuallyText('added/a.zoom-meeting.json');
      check(!/S3cret|zak|zoom\.example/.test(text) && /"waiting_room": true/.test(text), text);
      // An attempt to turn all off: the Waiting Room that the meeting has stays.
      await eventually(() => check(severities(document) === 'Warning', severities(document)));
    },
  ],
  [
    'a meeting file that is there is compared first, and overwritten when told to',
    inWorker,
    async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      await write('again/a.zoom-meeting.json', '{ "settings": { "waiting_room": false } }\n');
      const document = await open('again/a.zoom-update.json', update);
      await vscode.env.clipboard.writeText(answer(true));
      void vscode.commands.executeCommand('zoomRequestLens.addMeeting', document.uri);
      await eventually(() => check(diffs().length === 1, 'no diff'));
      check(!/set, not kept/.test(await textOf('again/a.zoom-meeting.json')), 'overwritten without a question');
      await eventually(async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        check(/set, not kept/.test(await textOf('again/a.zoom-meeting.json')), 'not overwritten');
      });
      await eventually(() => check(diffs().length === 0, 'the diff is still there'));
      await vscode.commands.executeCommand('notifications.clearAll');
    },
  ],
  [
    'responses of Zoom come from the clipboard, one after the other, and are held against the prediction',
    inWorker,
    async () => {
      await write('answered/zoom-lock-profile.json', profile({ waitingRoom: lockedOn }));
      const sent = '{ "password": "S3cretPw", "settings": { "waiting_room": false } }\n';
      const document = await open('answered/a.zoom-create.json', sent);
      const add = async (response: string) => {
        await vscode.env.clipboard.writeText(response);
        void vscode.commands.executeCommand('zoomRequestLens.addResponse', document.uri);
      };
      await add(answer(true));
      const text = await eventuallyText('answered/a.zoom-response.json');
      check(!/S3cret|zak|zoom\.example/.test(text) && /"waiting_room": true/.test(text), text);
      await add(answer(false));
      await eventuallyText('answered/a.2.zoom-response.json');
      const [agreeing, other] = await Promise.all(
        ['a', 'a.2'].map((name) => vscode.workspace.openTextDocument(uriOf(`answered/${name}.zoom-response.json`))),
      );
      check(agreeing && other, 'not opened');
      await eventually(() => check(`${findings(other)}` === 'prediction-mismatch on false', `${findings(other)}`));
      check(findings(agreeing).length === 0, `${findings(agreeing)}`);
    },
  ],
  [
    'a clipboard without a meeting leads to a box to paste into',
    nowhereElse,
    async () => {
      const document = await open('paste/a.zoom-update.json', update);
      await vscode.env.clipboard.writeText('no meeting');
      const ended = vscode.commands.executeCommand('zoomRequestLens.addMeeting', document.uri);
      // The box waits for the user; once it is closed, the command ends and has written nothing.
      await endedBy('workbench.action.closeQuickOpen', ended);
      check(!(await isThere(uriOf('paste/a.zoom-meeting.json'))), 'written');
    },
  ],
  [
    'a new create request has no finding, and its topic is selected',
    everywhere,
    async () => {
      await write('new/zoom-lock-profile.json', profile({ waitingRoom: lockedOn }));
      await vscode.commands.executeCommand('zoomRequestLens.newCreateRequest', uriOf('new'), 'Team day');
      const editor = vscode.window.activeTextEditor;
      check(editor, 'nothing is shown');
      check(editor.document.uri.path.endsWith('/new/team-day.zoom-create.json'), `${editor.document.uri}`);
      check(editor.document.getText(editor.selection) === 'Team day', 'not selected');
      check(!editor.document.isDirty, 'not saved');
      const { password, settings } = JSON.parse(editor.document.getText());
      check(password?.length >= 8 && settings.waiting_room === true, editor.document.getText());
      await eventually(() => check(findings(editor.document).length === 0, `${findings(editor.document)}`));
    },
  ],
  [
    'a new request overwrites no file',
    inWorker,
    async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      await write('kept/a.zoom-create.json', '{ "topic": "mine" }\n');
      const ended = vscode.commands.executeCommand('zoomRequestLens.newCreateRequest', uriOf('kept'), 'a');
      // It says so, and ends once that is read.
      await endedBy('notifications.clearAll', ended);
      check((await textOf('kept/a.zoom-create.json')) === '{ "topic": "mine" }\n', 'overwritten');
    },
  ],
  [
    'a new update request takes its meeting from the clipboard at once',
    inWorker,
    async () => {
      await write('both/zoom-lock-profile.json', profile({}));
      await vscode.env.clipboard.writeText(answer(true));
      void vscode.commands.executeCommand('zoomRequestLens.newUpdateRequest', uriOf('both'), 'Retro');
      await eventuallyText('both/retro.zoom-update.json');
      // The first choice of the list that comes up.
      await eventually(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        check(await isThere(uriOf('both/retro.zoom-meeting.json')), 'no meeting file');
      });
      await vscode.commands.executeCommand('notifications.clearAll');
    },
  ],
];

/** Closes what the command shows, whenever it does, until it has ended. */
async function endedBy(closing: string, command: Thenable<unknown>): Promise<void> {
  let over = false;
  void command.then(() => {
    over = true;
  });
  await eventually(async () => {
    await vscode.commands.executeCommand(closing);
    check(over, `still there after ${closing}`);
  });
}

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

function diffs(): readonly vscode.Tab[] {
  return tabs().filter(({ input }) => input instanceof vscode.TabInputTextDiff);
}

function severities(document: vscode.TextDocument): string {
  return [...new Set(ours(document).map(({ severity }) => vscode.DiagnosticSeverity[severity]))].join();
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

async function eventuallyText(path: string): Promise<string> {
  await eventually(async () => check(await isThere(uriOf(path)), `${path} is not there`));
  return textOf(path);
}
