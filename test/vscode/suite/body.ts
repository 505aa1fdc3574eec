import * as vscode from 'vscode';
import {
  check,
  eventually,
  expectComplaints,
  expectFindings,
  hoverText,
  nowhereElse,
  open,
  type Story,
  write,
} from './support.ts';

const unlocked = { enabled: true, locked: false };

/** What the schemas add: VS Code's own JSON support, for all that the lens does not look at. */
export const body: Story[] = [
  [
    "VS Code's JSON support checks and completes the rest of the body, and leaves the security fields to the lens",
    nowhereElse,
    async () => {
      await write(
        'body/zoom-lock-profile.json',
        JSON.stringify({ rules: '2020-12-20', waitingRoom: unlocked, passcode: unlocked, authentication: unlocked }),
      );
      const text = '{\n  "type": 4,\n  "password": "abc123",\n  "settings": { "jbh_time": 7, "waiting_room": 1 }\n}\n';
      const document = await open('body/a.zoom-create.json', text);
      await expectComplaints(document, ['4', '7']);
      const inBody = await labels(document, '"type"');
      check(inBody.includes('start_time') && inBody.includes('default_password'), `${inBody}`);
      const inSettings = await labels(document, '"jbh_time"');
      check(inSettings.includes('host_video') && inSettings.includes('show_join_info'), `${inSettings}`);
      const hover = await hoverText(document, 'jbh_time');
      check(hover.includes('How early participants may join'), hover);
      await expectFindings(document, ['field-type on 1']);
    },
  ],
  [
    'an empty update proposes bodies to begin with',
    nowhereElse,
    async () => {
      const document = await open('body/a.zoom-update.jsonc', '// soon\n');
      await eventually(async () => {
        const found = await labels(document, '\n', 1);
        check(found.includes('Change the time') && !found.includes('Meeting'), `${found}`);
      });
    },
  ],
];

/** What is proposed before the first place where the text stands, or so many characters later. */
async function labels(document: vscode.TextDocument, text: string, later = 0): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(document.getText().indexOf(text) + later),
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
