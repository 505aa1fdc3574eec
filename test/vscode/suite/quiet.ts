import * as vscode from 'vscode';
import {
  check,
  eventually,
  expectComplaints,
  extensionId,
  nowhereElse,
  open,
  type Story,
  same,
  uriOf,
  write,
} from './support.ts';

/** A workspace without any Zoom file: of the extension, only what waits for one is loaded. */
export const quiet: Story[] = [
  [
    'a plain JSON file loads next to nothing, and a request that is written later the rest',
    nowhereElse,
    async () => {
      const document = await open('settings.json', '{ "settings": { "waiting_room": false, } }\n');
      // By then VS Code has woken those who wait for JSON, and has looked through the folder for what wakes others.
      await expectComplaints(document, [',']);
      check((await vscode.workspace.findFiles('**/*.json')).length === 1, 'the file is not found');
      const extension = vscode.extensions.getExtension(extensionId);
      check(extension, 'the extension is not installed');
      await eventually(() => check(extension.isActive, 'the extension does not wait for a Zoom file'));
      // A document with requests is offered a profile, by the same little.
      await open('requests.md', 'POST https://api.zoom.us/v2/users/me/meetings\n');
      check(same(await loadedBundles(), ['main.cjs']), `loaded: ${await loadedBundles()}`);
      await write('later.zoom-create.json', '{ "settings": { "waiting_room": 5 } }\n');
      await eventually(async () => check((await loadedBundles()).includes('client.cjs'), 'the lens has not started'));
      await vscode.workspace.fs.delete(uriOf('later.zoom-create.json'));
    },
  ],
  [
    "every command of VS Code's own that the walkthrough names is there",
    nowhereElse,
    async () => {
      const { walkthroughs } = vscode.extensions.getExtension(extensionId)?.packageJSON.contributes ?? {};
      const named = JSON.stringify(walkthroughs).matchAll(/(?:\(command:(?:toSide:)?|onCommand:)([\w.]+)/g);
      const known = await vscode.commands.getCommands();
      const others = [...named]
        .map(([, command]) => command ?? '')
        .filter((each) => !each.startsWith('zoomRequestLens.'));
      const missing = others.filter((each) => !known.includes(each));
      check(walkthroughs && missing.length === 0, `missing: ${missing}`);
    },
  ],
  [
    'an import wakes it, starts the server and writes the profile',
    nowhereElse,
    async () => {
      await importWith(true);
      await eventually(async () => check(/"enabled": true, "locked": true/.test(await profileText()), 'no profile'));
      await eventually(() =>
        check(vscode.window.activeTextEditor?.document.uri.path.endsWith(profileName), 'not shown'),
      );
    },
  ],
  [
    'an import over a profile shows the difference, and overwrites it when told to',
    nowhereElse,
    async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      await importWith(false);
      await eventually(() => check(diffs().length === 1, 'no diff'));
      check(/"enabled": true/.test(await profileText()), 'overwritten without a question');
      await eventually(async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        check(/"enabled": false, "locked": true/.test(await profileText()), 'not overwritten');
      });
      await eventually(() => check(diffs().length === 0, 'the diff is still there'));
      await vscode.commands.executeCommand('notifications.clearAll');
    },
  ],
];

/** In the Node extension host, which all extensions share. */
async function loadedBundles(): Promise<readonly string[]> {
  const { default: modules } = await import('node:module');
  const paths = Object.keys((modules as unknown as { readonly _cache: object })._cache);
  const folder = `${vscode.extensions.getExtension(extensionId)?.extensionPath}/dist/`;
  const ours = paths.filter((path) => path.startsWith(folder) && !path.startsWith(`${folder}test/`));
  return ours.map((path) => path.slice(folder.length)).sort();
}

const profileName = 'zoom-lock-profile.json';

/** The Waiting Room of the account is locked, on or off. Does not wait for the end, which is a message to the user. */
async function importWith(waitingRoom: boolean): Promise<void> {
  const security = (on: boolean) => JSON.stringify({ meeting_security: { waiting_room: on } });
  const files = [
    await write('account-settings.json', security(waitingRoom)),
    await write('account-lock_settings.json', security(true)),
  ];
  void vscode.commands.executeCommand('zoomRequestLens.importProfile', files);
}

async function profileText(): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(profileName)));
}

function diffs(): readonly vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff);
}
