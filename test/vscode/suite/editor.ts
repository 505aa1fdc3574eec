import * as vscode from 'vscode';
import { check, eventually, everywhere, inWorker, open, type Story, same, type, write } from './support.ts';

const profile = JSON.stringify({
  rules: '2020-12-20',
  waitingRoom: { enabled: true, locked: true },
  passcode: { enabled: true, locked: false },
  authentication: { enabled: false, locked: false },
});
const body = '{\n  "topic": "Weekly",\n  "settings": {\n    "waiting_room": false\n  }\n}\n';
const setting = 'zoomRequestLens.inlayHints.enabled';

/** What the editor shows inside of the text, over it and while it is typed. */
export const editor: Story[] = [
  [
    'an inlay hint shows what Zoom will store, until the setting turns it off',
    everywhere,
    async () => {
      await write('hints/zoom-lock-profile.json', profile);
      const document = await open('hints/a.zoom-create.json', body);
      await eventually(async () => expectSame(await hints(document), ['→ true behind false']));
      await vscode.workspace.getConfiguration().update(setting, false, vscode.ConfigurationTarget.Workspace);
      await eventually(async () => expectSame(await hints(document), []));
      await vscode.workspace.getConfiguration().update(setting, undefined, vscode.ConfigurationTarget.Workspace);
      await eventually(async () => expectSame(await hints(document), ['→ true behind false']));
      await write('hints/zoom-lock-profile.json', profile.replace('"locked":true', '"locked":false'));
      await type(document, body.replace('{\n', '{\n  "password": "abc123",\n'));
      await eventually(async () => expectSame(await hints(document), []));
    },
  ],
  [
    'a line over the body sums it up',
    inWorker,
    async () => {
      await write('line/zoom-lock-profile.json', profile);
      const { uri } = await open('line/a.zoom-create.json', body);
      await eventually(async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
        const titles = lenses.map(({ command }) => command?.title);
        expectSame(titles, ['Zoom changes waiting_room to true']);
      });
    },
  ],
  [
    'what is read is coloured, and what is overwritten is marked',
    inWorker,
    async () => {
      await write('marks/zoom-lock-profile.json', profile);
      const { uri } = await open('marks/a.zoom-create.json', body);
      await eventually(async () => {
        const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
          'vscode.provideDocumentSemanticTokens',
          uri,
        );
        // Line 3 from 0, character 4, the length of `"waiting_room"`, the second type; then 16 characters on, the length of
        // `false`, the first type, deprecated and overwritten.
        expectSame([...tokens.data], [...[3, 4, 14, 1, 0], ...[0, 16, 5, 0, 0b011]]);
      });
    },
  ],
  [
    'completion offers each field once, with what Zoom makes of it, and writes it whole',
    inWorker,
    async () => {
      await write('complete/zoom-lock-profile.json', profile);
      const text = '{\n  "settings": {\n    ""\n    "audio": "both"\n  }\n}\n';
      const document = await open('complete/a.zoom-create.json', text);
      const inQuotes = document.positionAt(text.indexOf('""') + 1);
      await eventually(async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          inQuotes,
        );
        const rooms = list.items.map(labelOf).filter((label) => label.startsWith('waiting_room:'));
        expectSame(rooms, ['waiting_room: true · stored as sent', 'waiting_room: false · stored: true']);
      });
      const [shown] = vscode.window.visibleTextEditors.filter((each) => each.document === document);
      check(shown, 'the document is not shown');
      shown.selection = new vscode.Selection(inQuotes, inQuotes);
      await eventually(async () => {
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        expectSame([document.getText()], [text.replace('""', '"waiting_room": true,')]);
      });
    },
  ],
];

async function hints(document: vscode.TextDocument): Promise<string[]> {
  const range = new vscode.Range(0, 0, document.lineCount, 0);
  const { uri } = document;
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, range);
  return found.map(
    ({ label, position }) => `${label} behind ${document.getText(document.getWordRangeAtPosition(position))}`,
  );
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : `${label.label} · ${label.description}`;
}

function expectSame(found: readonly unknown[], expected: readonly unknown[]): void {
  check(same(found, expected), `${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}
