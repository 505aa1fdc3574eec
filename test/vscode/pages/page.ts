import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { picturesOf, webviewText } from '../../host/webview.ts';
import {
  askedBy,
  editorText,
  gotoLine,
  hoverOver,
  languageStatus,
  lightBulb,
  openFile,
  openProblems,
  runCommand,
} from '../../host/workbench.ts';
import { project } from '../support.ts';
import { expectDiff, inOwnVsCode, inVsCode } from './host.ts';

/** The product as a person sees it: panel, hover and light bulb of the real workbench. */

const files = {
  'zoom-lock-profile.json': `{
  "rules": "2025-03-24",
  "waitingRoom": { "enabled": false, "locked": false },
  "passcode": { "enabled": false, "locked": false },
  "authentication": { "enabled": false, "locked": false },
  "capturedAt": "${new Date().toLocaleDateString('sv')}",
}
`,
  'standup.zoom-create.json': `{
  "topic": "Standup",
  "settings": {
    "waiting_room": false
  }
}
`,
  'settings.json': '{ "settings": { "waiting_room": false } }\n',
};

async function seesTheFinding(page: Page): Promise<void> {
  await openFile(page, 'standup.zoom-create.json');
  const problems = await openProblems(page, 'waiting-room-overwritten');
  assert.deepEqual(problems, [
    'standup.zoom-create.json 1',
    'Zoom will store waiting_room as true: nothing else secures the meeting, and Zoom requires one security option. Zoom waiting-room-overwritten [Ln 4, Col 21]',
  ]);
}

async function openRule(page: Page): Promise<void> {
  const link = page.locator('.markers-panel a', { hasText: 'waiting-room-overwritten' });
  await link.click({ modifiers: ['ControlOrMeta'] });
}

describe('a request with a finding', () => {
  it(
    'a person finds, understands and fixes the overwritten Waiting Room',
    inVsCode(files, async (page) => {
      await seesTheFinding(page);

      const hover = await hoverOver(page, 'waiting_room');
      assert.match(hover, /waiting_room: sent false → stored true/);
      assert.match(hover, /Nothing else secures the meeting, and Zoom requires one security option\. \(documented\)/);
      assert.match(hover, /Zoom's create scenario 23/);

      await gotoLine(page, 4, 22);
      const bulb = await lightBulb(page);
      assert.deepEqual(bulb.titles, [
        'Add a passcode: no Waiting Room',
        'Turn on the Waiting Room',
        'Require authentication: no Waiting Room',
        'Ignore waiting-room-overwritten here, in the lock profile',
        'Ignore waiting-room-overwritten everywhere',
      ]);
      await bulb.choose('Add a passcode: no Waiting Room');
      await page.locator('.markers-panel', { hasText: 'No problems have been detected' }).waitFor();
      await page.locator('.view-line', { hasText: '→' }).waitFor({ state: 'hidden' });
      assert.match(
        await editorText(page),
        /"password": "[A-Za-z0-9@_*-]{8,10}",\n {2}"settings": \{\n {4}"waiting_room": false/,
      );
    }),
  );

  it(
    'the link behind the code opens the page of the rule',
    inVsCode(files, async (page) => {
      await seesTheFinding(page);
      await openRule(page);
      await page.locator('.tab.active[data-resource-name="waiting-room-overwritten.md"]').waitFor();
    }),
  );

  it(
    'the language status names scenario, profile and its age, and opens the profile',
    inVsCode(files, async (page) => {
      await seesTheFinding(page);
      await languageStatus(page, 'Zoom create, scenario 23');
      const profile = await languageStatus(page, 'zoom-lock-profile.json');
      assert.match((await profile.allInnerTexts()).join(), /captured today/);
      await profile.locator('a', { hasText: 'Open' }).click();
      await page.locator('.tab.active[data-resource-name="zoom-lock-profile.json"]').waitFor();
    }),
  );

  it(
    'the button over a request opens the diff with what Zoom will store',
    inVsCode(files, async (page) => {
      await seesTheFinding(page);
      const button = page.locator('.editor-actions .action-label[aria-label^="Show What Zoom Will Store"]');
      await button.click();
      await expectDiff(page, 'standup.zoom-create.json', '"waiting_room": true');
      await button.waitFor({ state: 'hidden' });
      await openFile(page, 'settings.json');
      await button.waitFor({ state: 'hidden' });
    }),
  );

  it(
    'a plain JSON file shows nothing',
    inVsCode(files, async (page) => {
      await openFile(page, 'standup.zoom-create.json');
      await openProblems(page, 'waiting-room-overwritten');
      await openFile(page, 'settings.json');
      await runCommand(page, 'View: Close Other Editors in Group');
      // The request is closed now, and still reported.
      assert.deepEqual(await openProblems(page, 'waiting-room-overwritten'), [
        'standup.zoom-create.json 1',
        'Zoom will store waiting_room as true: nothing else secures the meeting, and Zoom requires one security option. Zoom waiting-room-overwritten [Ln 4, Col 21]',
      ]);
    }),
  );

  it(
    'what Zoom does not store is struck through, also where the theme asks for no marks',
    inVsCode(files, async (page) => {
      await openFile(page, 'standup.zoom-create.json');
      const themes = await askedBy(page, 'Preferences: Color Theme');
      // The list shows the theme meanwhile; choosing it would set it for the other pages, too.
      await page.keyboard.type('Light High Contrast');
      await page.locator('.monaco-editor.hc-light').waitFor();
      await page.locator('.view-line .mtks', { hasText: /^false$/ }).waitFor();
      await themes.cancel();
    }),
  );
});

it('the packaged extension works when installed: findings, the page of a rule, and the page about itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vsix-'));
  try {
    const vsix = join(folder, 'lens.vsix');
    await promisify(execFile)(process.execPath, [join(project, 'packaging', 'vsix.ts'), vsix], { cwd: project });
    await inOwnVsCode({ vsix }, files, async (page) => {
      await seesTheFinding(page);
      await openRule(page);
      await webviewText(page, 'Zoom stores the opposite of the waiting_room that the request sends.');
      await runCommand(page, 'Extensions: Show Installed Extensions');
      await page.locator('.extension-list-item', { hasText: 'Request Lens' }).first().click();
      assert.deepEqual(await picturesOf(page, 'opens the pages that are named here'), { shown: 0, broken: 0 });
      await (await askedBy(page, 'Zoom Requests: Show Documentation…', 'Show the page about')).choose(
        'Request Lens for Zoom Meetings',
      );
      await page.locator('.tab.active', { hasText: 'overview.md' }).waitFor();
      assert.deepEqual(await picturesOf(page, 'The same engine answers'), { shown: 1, broken: 0 });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
