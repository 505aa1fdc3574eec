import * as vscode from 'vscode';
import {
  actionsAt,
  applyAction,
  check,
  eventually,
  expectFindings,
  expectLater,
  hoverText,
  inWorker,
  nowhereElse,
  open,
  ours,
  revertAndClose,
  type Story,
  same,
  uriOf,
  write,
} from './support.ts';

const profile = `{
  "rules": "2025-03-24",
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": true, "locked": false },
  "authentication": { "enabled": false, "locked": false }
}`;

const profilePath = 'documents/zoom-lock-profile.json';

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


def create_meeting():
    body = {"password": "q8zXw2Lt", "settings": {"waiting_room": False}}
    return requests.post("https://api.zoom.us/v2/users/me/meetings", json=body)
`;

const writeTrue = 'Write waiting_room: true, as Zoom will store it';

/** Requests in documents and in code, beside the support that their languages have. */
export const documents: Story[] = [
  [
    'without a lock profile, nothing is said of a document and of code, until there is one',
    inWorker,
    async () => {
      const document = await open('documents/README.md', markdown);
      const code = await open('documents/createMeeting.ts', typescript);
      await revertAndClose(await expectLater('documents/later.zoom-create.json'));
      for (const each of [document, code]) {
        const said = [await lenses(each), await hints(each), await actionsAt(each, 'false'), ours(each)];
        check(same(said, [[], [], [], []]), `said of ${each.uri.path}: ${JSON.stringify(said)}`);
        check(!(await hoverText(each, 'waiting_room')).includes('Lock profile'), 'a hover');
      }
      await write(profilePath, profile);
      await expectFindings(document, ['waiting-room-overwritten on false']);
      await expectFindings(code, ['waiting-room-overwritten on false']);
      await vscode.workspace.fs.delete(uriOf(profilePath));
      await expectFindings(document, []);
      await expectFindings(code, []);
      await revertAndClose(code);
      await revertAndClose(document);
    },
  ],
  [
    'a request in Markdown has a finding, a lens, a hint and a fix',
    inWorker,
    async () => {
      await write(profilePath, profile);
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
      await write(profilePath, profile);
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
      await write(profilePath, profile);
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
    const titles = await lenses(document);
    check(titles.includes(title), `lenses: ${titles.join(' | ')}`);
  });
}

async function expectHint(document: vscode.TextDocument, label: string): Promise<void> {
  await eventually(async () => {
    const labels = await hints(document);
    check(labels.includes(label), `hints: ${labels.join(' | ')}`);
  });
}

/** The titles of all of them; where the editor has none, it answers nothing. */
async function lenses({ uri }: vscode.TextDocument): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>(
    'vscode.executeCodeLensProvider',
    uri,
    20,
  );
  return (found ?? []).map(({ command }) => command?.title ?? '');
}

async function hints({ uri, lineCount }: vscode.TextDocument): Promise<readonly string[]> {
  const all = new vscode.Range(0, 0, lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
    'vscode.executeInlayHintProvider',
    uri,
    all,
  );
  return (found ?? []).map((each) => String(each.label));
}
