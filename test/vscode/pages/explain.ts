import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { clickInWebview, webviewText } from '../../host/webview.ts';
import { gotoLine, openFile, question, runCommand } from '../../host/workbench.ts';
import { inVsCode } from './host.ts';

/** The page about a file, as a person reads it and clicks on it. */

const folder = 'my (a#1) %23';
const request = 'standup.zoom-create.json';
const files = {
  'zoom-lock-profile.json': `{
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": true, "locked": false },
  "authentication": { "enabled": true, "locked": false }
}
`,
  [`${folder}/${request}`]: `{
  "settings": {
    "waiting_room": false,
    "authentication_option": ""
  }
}
`,
  'settings.json': '{ "settings": { "waiting_room": false } }\n',
};

const explain = 'Zoom Requests: Explain This File';

async function expectCursor(page: Page, file: string, line: number): Promise<void> {
  const tab = page.locator(`.tab.active[data-resource-name="${file}"]`);
  const group = page.locator('.editor-group-container', { has: tab });
  // Not the status bar, which has no cursor while the web view holds the focus.
  await group.locator('.line-numbers.active-line-number', { hasText: new RegExp(`^${line}$`) }).waitFor();
}

describe('the page about a file', () => {
  it(
    'the page opens beside the file, and its links lead to the lines of the file and to the profile',
    inVsCode(files, async (page) => {
      await openFile(page, `${folder}/${request}`);
      await runCommand(page, explain);
      const text = await webviewText(page, 'Step by step');
      assert.match(text, /^\s*Create request\n/);
      assert.equal(await page.locator('.editor-group-container').count(), 2);
      await clickInWebview(page, 'Step by step', 'line 3');
      await expectCursor(page, request, 3);
      await clickInWebview(page, 'Step by step', 'zoom-lock-profile.json');
      await expectCursor(page, 'zoom-lock-profile.json', 1);
      await clickInWebview(page, 'Step by step', 'authentication_option');
      await expectCursor(page, request, 4);
      assert.equal(await page.locator('.editor-group-container').count(), 2);
    }),
  );

  it(
    'a slow browser shows what is typed fast as a page that is opened afterwards does',
    inVsCode(files, async (page) => {
      await openFile(page, `${folder}/${request}`);
      await runCommand(page, explain);
      await webviewText(page, 'Step by step');
      await openFile(page, `${folder}/${request}`);
      await gotoLine(page, 4, 31);
      const browser = await page.context().newCDPSession(page);
      await browser.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      // Not one key after the other: what a person types queues up in a slow browser.
      for (let round = 0; round < 8; round += 1) {
        const keys = ['s', 'i', 'g', 'n', 'I', 'n', 'Backspace', 'Backspace', `${round}`];
        await Promise.all(keys.map((key) => page.keyboard.press(key)));
      }
      await browser.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      const sent = 'sent: sign0sign1sign2sign3sign4sign5sign6sign7';
      const followed = await webviewText(page, sent);
      await runCommand(page, 'View: Close All Editors');
      await page.keyboard.press('Escape');
      await openFile(page, `${folder}/${request}`);
      await runCommand(page, explain);
      assert.equal(followed, await webviewText(page, sent));
    }),
  );

  it(
    'what is not looked at can be renamed from the page, which then explains the request',
    inVsCode(files, async (page) => {
      await openFile(page, 'settings.json');
      await runCommand(page, explain);
      await clickInWebview(page, 'Not checked', 'rename it');
      await (await question(page, 'Rename to a Zoom request')).choose('It creates a meeting');
      await page.locator('.tab', { hasText: 'settings.zoom-create.json explained' }).waitFor();
      await webviewText(page, 'Create request');
    }),
  );
});
