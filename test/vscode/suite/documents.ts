import * as vscode from 'vscode';
import {
  actionsAt,
  applyAction,
  check,
  eventually,
  expectFindings,
  hoverText,
  inWorker,
  nowhereElse,
  open,
  revertAndClose,
  type Story,
  write,
} from './support.ts';

const profile = `{
  "rules": "2025-03-24",
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": true, "locked": false },
  "authentication": { "enabled": false, "locked": false }
}`;

const markdown = `# Meetings

\`POST https://api.zoom.us/v2/users/me/meetings\`

\`\`\`json
{
  "password": "q8zXw2Lt",
  "settings": { "waiting_room": false }
}
\`\`\`
`;

const typescript = `interface Body {
  password: string | undefined;
  settings: { waiting_room: boolean };
}

export async function createMeeting(passcode: string) {
  const body: Body = {
    password: passcode,
    settings: { waiting_room: false },
  };
  return fetch('https://api.zoom.us/v2/users/me/meetings', { method: 'POST', body: JSON.stringify(body) });
}
`;

const python = `import requests


def create_meeting(passcode):
    body = {"password": passcode, "settings": {"waiting_room": False}}
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=body)
`;

const writeTrue = 'Write waiting_room: true, as Zoom will store it';

/** Requests in documents and in code, beside the support that their languages have. */
export const documents: Story[] = [
  [
    'a request in Markdown has a finding, a lens, a hint and a fix',
    inWorker,
    async () => {
      await write('documents/zoom-lock-profile.json', profile);
      const document = await open('documents/README.md', markdown);
      await expectFindings(document, ['waiting-room-overwritten on false']);
      await expectLens(document, 'Zoom changes waiting_room to true');
      await expectHint(document, '→ true');
      check((await hoverText(document, 'waiting_room')).includes('Lock profile'), 'no hover');
      await applyAction(await actionsAt(document, 'false'), writeTrue);
      check(document.getText() === markdown.replace('false', 'true'), document.getText());
      await expectFindings(document, []);
      await revertAndClose(document);
    },
  ],
  [
    'a request in TypeScript has them, too',
    nowhereElse,
    async () => {
      await write('documents/zoom-lock-profile.json', profile);
      const document = await open('documents/createMeeting.ts', typescript);
      await expectFindings(document, ['waiting-room-overwritten on false']);
      await expectLens(document, 'Zoom changes waiting_room to true');
      await expectHint(document, '→ true');
      check((await hoverText(document, 'waiting_room: false')).includes('Lock profile'), 'no hover');
      await applyAction(await actionsAt(document, 'false'), writeTrue);
      check(document.getText() === typescript.replace('false', 'true'), document.getText());
      await expectFindings(document, []);
      await revertAndClose(document);
    },
  ],
  [
    'a request in Python has a fix in its language, and a diff as JSON',
    inWorker,
    async () => {
      await write('documents/zoom-lock-profile.json', profile);
      const document = await open('documents/create_meeting.py', python);
      await expectFindings(document, ['waiting-room-overwritten on False']);
      await expectHint(document, '→ true');
      await vscode.commands.executeCommand('zoomRequestLens.showStored');
      await eventually(() => {
        const shown = vscode.window.visibleTextEditors.map((each) => each.document.getText());
        for (const value of ['false', 'true'])
          check(
            shown.some((text) => text.includes(`"waiting_room": ${value}`)),
            `not in the diff: ${value}`,
          );
      });
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await applyAction(await actionsAt(document, 'False'), writeTrue);
      check(document.getText() === python.replace('False', 'True'), document.getText());
      await revertAndClose(document);
    },
  ],
];

async function expectLens(document: vscode.TextDocument, title: string): Promise<void> {
  await eventually(async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    const titles = lenses.map(({ command }) => command?.title);
    check(titles.includes(title), `lenses: ${titles.join(' | ')}`);
  });
}

async function expectHint(document: vscode.TextDocument, label: string): Promise<void> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await eventually(async () => {
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      all,
    );
    const labels = hints.map((each) => String(each.label));
    check(labels.includes(label), `hints: ${labels.join(' | ')}`);
  });
}
