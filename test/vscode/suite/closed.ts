import * as vscode from 'vscode';
import { check, codeOf, eventually, everywhere, inWorker, open, type Story, same, uriOf, write } from './support.ts';

const lock = JSON.stringify({ waitingRoom: { enabled: true, locked: true } });
const body = '{ "settings": { "waiting_room": false } }\n';

/** Files that are not open. */
export const closed: Story[] = [
  [
    'closed requests are checked, and again with the profile wherever it goes',
    everywhere,
    async () => {
      await write('closed/deep/a.zoom-create.json', body);
      await write('closed/b.zoom-create.json', body);
      await write('closed/zoom-lock-profile.json', lock);
      await expectClosed({ 'closed/deep/a.zoom-create.json': true, 'closed/b.zoom-create.json': true });
      const [above, nearer] = [uriOf('closed/zoom-lock-profile.json'), uriOf('closed/deep/zoom-lock-profile.json')];
      await vscode.workspace.fs.rename(above, nearer);
      await expectClosed({ 'closed/deep/a.zoom-create.json': true, 'closed/b.zoom-create.json': false });
      await vscode.workspace.fs.delete(nearer);
      await expectClosed({ 'closed/deep/a.zoom-create.json': false, 'closed/b.zoom-create.json': false });
    },
  ],
  [
    'a request that is opened and closed keeps its findings, once',
    inWorker,
    async () => {
      await write('reopened/zoom-lock-profile.json', lock);
      const document = await open('reopened/a.zoom-create.json', body);
      await expectClosed({ 'reopened/a.zoom-create.json': true });
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await expectClosed({ 'reopened/a.zoom-create.json': true });
      await write('reopened/a.zoom-create.json', body.replace('false', 'true'));
      await expectClosed({ 'reopened/a.zoom-create.json': false });
    },
  ],
  [
    'the lenses over a profile count what it overwrites, and references lead there',
    inWorker,
    async () => {
      await write('counted/a.zoom-create.json', body);
      await write('counted/b.zoom-create.json', body);
      const document = await open('counted/zoom-lock-profile.json', lock);
      await eventually(async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
        );
        const titles = lenses.map(({ command }) => command?.title);
        check(titles.includes('Overwrites 2 fields in 2 files'), `${titles}`);
      });
      const places = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        document.positionAt(document.getText().indexOf('waitingRoom')),
      );
      const files = places.map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
      check(same(files.sort(), ['a.zoom-create.json', 'b.zoom-create.json']), `${files}`);
    },
  ],
];

/** Whether `waiting-room-overwritten` is reported for each file; exactly once where it is. */
async function expectClosed(expected: Readonly<Record<string, boolean>>): Promise<void> {
  await eventually(() => {
    for (const [path, told] of Object.entries(expected)) {
      const ours = vscode.languages.getDiagnostics(uriOf(path)).filter(({ source }) => source === 'Zoom');
      const found = ours.map(({ code }) => codeOf(code)).filter((code) => code === 'waiting-room-overwritten');
      check(found.length === (told ? 1 : 0), `${path}: ${found}`);
    }
  });
}
