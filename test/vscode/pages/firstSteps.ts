import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { askedBy, gotoLine, languageStatus, lightBulb, openFile, question } from '../../host/workbench.ts';
import { inVsCode } from './host.ts';

/** A new user in a workspace that has a request and nothing else. */

const files = { 'standup.zoom-create.json': '{ "topic": "Standup" }\n' };

it(
  'without a profile, the language status offers to import one, and to write one of what the user knows',
  inVsCode(files, async (page, workspace) => {
    await openFile(page, 'standup.zoom-create.json');
    const offer = await languageStatus(page, 'No Zoom lock profile');
    await offer.locator('a', { hasText: 'import one' }).click();
    await (await question(page, "Saved responses of Zoom's settings endpoints")).cancel();
    await languageStatus(page, 'No Zoom lock profile');
    await offer.locator('a', { hasText: 'write one' }).click();
    await describeAccount(page);
    await page.locator('.tab.active[data-resource-name="zoom-lock-profile.json"]').waitFor();
    const { capturedAt, ...written } = JSON.parse(profileIn(workspace).replace(/^ *\/\/.*$/gm, ''));
    assert.deepEqual(written, {
      rules: '2025-03-24',
      account: { plan: 'pro' },
      waitingRoom: { enabled: true, locked: true },
      authentication: { enabled: false, locked: false },
    });
    assert.match(capturedAt, /^\d{4}-\d\d-\d\d$/);
  }),
);

function profileIn(workspace: string): string {
  return readFileSync(join(workspace, 'zoom-lock-profile.json'), 'utf8');
}

/** A Pro account with the Waiting Room locked on, whose passcode setting nobody remembers. */
async function describeAccount(page: Page): Promise<void> {
  const answers = ['Pro', 'On and locked', 'I do not know', 'Off, not locked', 'Current rules'];
  for (const [index, answer] of answers.entries()) {
    await (await question(page, `Lock profile (${index + 1}/5)`)).choose(answer);
  }
}

const body = '{ "topic": "Standup", "settings": { "waiting_room": false } }\n';

it(
  'a body in a file of any name gets from nothing to the answer in four steps',
  inVsCode({ 'create-meeting.json': body, 'other.json': '{ "settings": {} }\n' }, async (page) => {
    await openFile(page, 'other.json');
    await openFile(page, 'create-meeting.json');
    const offer = await languageStatus(page, 'Looks like a Zoom meeting body');
    await offer.locator('a', { hasText: 'list it' }).waitFor();
    await offer.locator('a', { hasText: 'Rename to' }).click();
    await (await question(page, 'Rename to a Zoom request')).choose('It creates a meeting');
    await page.locator('.tab.active[data-resource-name="create-meeting.zoom-create.json"]').waitFor();
    const status = await languageStatus(page, 'No Zoom lock profile');
    await status.locator('a', { hasText: 'write one' }).click();
    await describeAccount(page);
    await page.locator('.tab.active[data-resource-name="zoom-lock-profile.json"]').waitFor();
    await openFile(page, 'create-meeting.zoom-create.json');
    await page.locator('.view-line', { hasText: '→ true' }).waitFor();
  }),
);

it(
  'a body that is listed keeps its name; the profile that lists it is asked for',
  inVsCode({ 'bodies/[1] create.json': body }, async (page, workspace) => {
    await openFile(page, 'bodies/[1] create.json');
    const offer = await languageStatus(page, 'Looks like a Zoom meeting body');
    await offer.locator('a', { hasText: 'list it' }).click();
    await (await question(page, 'List in the lock profile')).choose('It creates a meeting');
    await describeAccount(page);
    await page.locator('.tab.active[data-resource-name="zoom-lock-profile.json"]').waitFor();
    assert.match(profileIn(workspace), /"files": "bodies\/\\\\\[1\\\\\] create.json", "operation": "create"/);
    await openFile(page, 'bodies/[1] create.json');
    await page.locator('.view-line', { hasText: '→ true' }).waitFor();
  }),
);

it(
  'the walkthrough leads from an example with a finding to the account of its reader',
  inVsCode(files, async (page) => {
    const list = await askedBy(page, 'Welcome: Open Walkthrough...');
    await list.choose('Get Started with Request Lens for Zoom Meetings');

    await button(page, 'Try It With an Example').click();
    await page.locator('.tab.active[data-resource-name="example.zoom-create.json"]').waitFor();
    await page.locator('.view-line', { hasText: '→ true' }).waitFor();
    await done(page, 'try').waitFor();

    await gotoLine(page, 4, 22);
    const bulb = await lightBulb(page);
    await bulb.choose('Turn on the Waiting Room');
    await page.locator('.view-line', { hasText: '→ true' }).waitFor({ state: 'hidden' });
    await step(page, 'mend').click();
    await done(page, 'mend').waitFor();

    await step(page, 'profile').click();
    await button(page, 'Write Lock Profile').click();
    await describeAccount(page);
    await page.locator('.tab.active[data-resource-name="zoom-lock-profile.json"]').last().waitFor();
    await done(page, 'profile').waitFor();

    await step(page, 'request').click();
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'standup.zoom-create.json' });
    const request = page.locator('.tab[data-resource-name="standup.zoom-create.json"]').last();
    // The list closes, now and then under the mouse, where the step is still opening and takes the focus.
    await clickFor(button(page, 'Open a Request…'), request, () => row.first().click({ timeout: 5000 }));
  }),
);

const stepId = (name: string) => `zoom-request-lens.zoom-request-lens#start#${name}`;

function step(page: Page, name: string): Locator {
  return page.locator(`.getting-started-step[data-step-id="${stepId(name)}"]`);
}

function button(page: Page, label: string): Locator {
  return page.locator('.getting-started-step.expanded .monaco-button', { hasText: label });
}

/** Begins anew where nothing answers. */
async function clickFor(target: Locator, answer: Locator, then: () => Promise<void> = async () => {}): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await target.click();
    try {
      await then();
      return await answer.waitFor({ timeout: 5000 });
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

function done(page: Page, name: string): Locator {
  return page.locator(`.codicon.complete[data-done-step-id="${stepId(name)}"]`);
}
