import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  askedBy,
  editorText,
  gotoLine,
  hoverOver,
  lightBulb,
  openFile,
  pressFor,
  question,
} from '../../host/workbench.ts';
import { inVsCode } from './host.ts';

/** Without a lock profile, and on the way to one. */

const body = `{
  "topic": "Standup",
  "settings": {
    "waiting_room": false
  }
}
`;

describe('without a profile', () => {
  const files = { 'standup.zoom-create.json': body };

  it(
    'the hover says what may happen, and the bulb leads to a profile',
    inVsCode(files, async (page) => {
      await openFile(page, 'standup.zoom-create.json');
      await page.locator('.codelens-decoration', { hasText: 'no lock profile' }).waitFor();
      const hover = await hoverOver(page, 'false');
      assert.match(
        hover,
        /^No lock profile: what the account locks is unknown\.\n+waiting_room: sent false\. Zoom stores:/,
      );
      assert.match(hover, /true if the account has the Waiting Room on and locked\n/);
      assert.match(hover, /maybe true if the account has passcodes off, or Zoom's tables of December 2020 apply:/);
      assert.match(hover, /Add a passcode: then Zoom changes it only if /);

      await gotoLine(page, 4, 24);
      const bulb = await lightBulb(page);
      assert.deepEqual(bulb.titles, ['Write a lock profile', 'Import a lock profile…']);
      await bulb.choose('Import a lock profile…');
      await (await question(page, "Saved responses of Zoom's settings endpoints")).cancel();
      await (await openBulb(page)).choose('Write a lock profile');
      await (await question(page, 'Lock profile (1/5)')).cancel();
    }),
  );

  it(
    'the cases to compare with are labelled by what is stored',
    inVsCode(files, async (page) => {
      await openFile(page, 'standup.zoom-create.json');
      await page.locator('.codelens-decoration', { hasText: 'no lock profile' }).waitFor();
      const cases = await askedBy(page, 'Zoom Requests: Show What Zoom Will Store', 'Show what Zoom will store');
      assert.equal(new Set(cases.choices).size, cases.choices.length);
      await cases.choose('waiting_room true');
      await page.locator('.editor.modified .view-line', { hasText: '"waiting_room": true' }).waitFor();
      await page.locator('.tab.active', { hasText: 'Sent ↔ stored (waiting_room true): standup' }).waitFor();
    }),
  );
});

function openBulb(page: Page) {
  return gotoLine(page, 4, 24).then(() => lightBulb(page));
}

describe('with a profile', () => {
  const profile = `{
  "rules": "2020-12-20",
  "waitingRoom": { "enabled": true, "locked": true },
  "requests": [{ "operation": "create", "files": "" }]
}
`;
  const files = {
    'zoom-lock-profile.json': profile,
    'standup.zoom-create.json': body,
    'package.json': '{}',
    'bodies/a.json': body,
    'bodies/b.json': body,
  };

  it(
    'the hover on a value with a finding does not repeat it',
    inVsCode(files, async (page) => {
      await openFile(page, 'standup.zoom-create.json');
      await page.locator('.view-line', { hasText: '→ true' }).waitFor();
      const hover = await hoverOver(page, 'false');
      assert.equal(hover.split('the account has the Waiting Room on and locked').length, 2, hover);
      assert.match(hover, /documented · .*Lock profile: zoom-lock-profile\.json/);
      assert.doesNotMatch(hover, /sent false/);
    }),
  );

  it(
    'it proposes the files that it can list',
    inVsCode(files, async (page) => {
      await openFile(page, 'zoom-lock-profile.json');
      await gotoLine(page, 4, '  "requests": [{ "operation": "create", "files": "'.length + 1);
      const row = (label: string) => page.locator('.suggest-widget .monaco-list-row', { hasText: label });
      await pressFor(page, 'ControlOrMeta+Space', row('package.json'));
      await row('bodies/*.json').click();
      await page.locator('.view-line', { hasText: '"files": "bodies/*.json"' }).waitFor();
      assert.equal((await editorText(page)).trim(), profile.replace('""', '"bodies/*.json"').trim());
    }),
  );
});
