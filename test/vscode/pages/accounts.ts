import assert from 'node:assert/strict';
import { it } from 'node:test';
import { webviewText } from '../../host/webview.ts';
import { languageStatus, openFile, question, runCommand } from '../../host/workbench.ts';
import { inVsCode } from './host.ts';

/** Several accounts for the same requests: one is chosen, all are compared. */

const profileOf = (locked: boolean) => `{
  "rules": "2025-03-24",
  "waitingRoom": { "enabled": ${locked}, "locked": ${locked} },
  "passcode": { "enabled": true, "locked": false },
  "authentication": { "enabled": false, "locked": false }
}
`;
const files = {
  'zoom-lock-profile.json': profileOf(false),
  'staging.zoom-lock-profile.json': profileOf(true),
  'standup.zoom-create.json': '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }\n',
};

it(
  'a person switches the account in the language status, and sees all of them side by side',
  inVsCode(files, async (page) => {
    await openFile(page, 'standup.zoom-create.json');
    const status = await languageStatus(page, 'zoom-lock-profile.json');
    await status.locator('a', { hasText: 'switch account' }).click();
    await (await question(page, 'Which account')).choose('staging');
    await page.locator('.view-line', { hasText: '→ true' }).waitFor();
    await languageStatus(page, 'staging.zoom-lock-profile.json');
    await runCommand(page, 'Zoom Requests: Compare Under All Profiles');
    const text = await webviewText(page, 'under 2 lock profiles');
    assert.match(text, /≠ waiting_room\s+false\s+false\s+true/);
  }),
);
