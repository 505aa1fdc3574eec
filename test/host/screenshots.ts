/** Takes the README's pictures in the real VS Code: `npm run screenshots`, on a machine with DejaVu fonts. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { withPalette } from './palette.ts';
import { projectRoot } from './paths.ts';
import { startHost } from './vscode.ts';
import { gotoLine, hoverOver, openFile, runCommand } from './workbench.ts';

const profile = `{
  "rules": "2025-03-24",
  "account": { "plan": "business", "licenses": 40 },
  "requireSecurityOption": { "enabled": true, "locked": true },
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": true, "locked": true },
  "authentication": { "enabled": false, "locked": false },
  "capturedAt": "${new Date().toLocaleDateString('sv')}"
}
`;

const standup = `{
  "topic": "Standup",
  "type": 2,
  "settings": {
    "waiting_room": false,
    "join_before_host": true,
    "mute_upon_entry": true
  }
}
`;

const retro = `{
  "topic": "Retrospective",
  "password": "look4ward",
  "settings": {
    "waiting_room": false
  }
}
`;

const createMeeting = `export async function createMeeting(topic: string, token: string) {
  const body = {
    topic,
    type: 2,
    settings: {
      waiting_room: false,
      mute_upon_entry: true,
    },
  };
  return fetch('https://api.zoom.us/v2/users/me/meetings', {
    method: 'POST',
    headers: { Authorization: \`Bearer \${token}\`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
`;

const files = {
  'zoom-lock-profile.json': profile,
  'standup.zoom-create.json': standup,
  'retro.zoom-create.json': retro,
};

async function takeAll(page: Page, workspace: string): Promise<void> {
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await openFile(page, 'standup.zoom-create.json');
  await gotoLine(page, 5, 22);
  await page.locator('.codelens-decoration', { hasText: 'Zoom changes' }).waitFor();
  await page.locator('.view-line', { hasText: '→ true' }).waitFor();
  await page.locator('.view-line .mtks', { hasText: 'false' }).waitFor();
  await hoverOver(page, '"waiting_room"');
  await take(page, 'hover.png', 375);

  await runCommand(page, 'Zoom Requests: Show What Zoom Will Store');
  await page.locator('.editor.modified .view-line', { hasText: '"waiting_room": true' }).waitFor();
  await page.locator('.editor.original .view-line', { hasText: '→ true' }).waitFor();
  await take(page, 'stored.png', 260);

  await runCommand(page, 'View: Close All Editors');
  await openFile(page, 'zoom-lock-profile.json');
  await page.locator('.codelens-decoration', { hasText: 'Overwrites 2 fields in 2 files' }).waitFor();
  await hoverOver(page, '"waitingRoom"');
  await take(page, 'profile.png', 300);

  // Only now: what is over the profile counts it, too.
  await writeFile(join(workspace, 'createMeeting.ts'), createMeeting);
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, 'createMeeting.ts');
  await gotoLine(page, 6, 22);
  await page.locator('.codelens-decoration', { hasText: 'Zoom changes' }).waitFor();
  await page.locator('.view-line', { hasText: 'waiting_room: false→ true' }).waitFor();
  await hoverOver(page, 'waiting_room');
  await take(page, 'code.png', 360);
}

/** Only the editor area, from the top: nothing else shows anything about a request. */
async function take(page: Page, name: string, height: number): Promise<void> {
  const box = await page.locator('.part.editor').boundingBox();
  if (!box) throw new Error('There is no editor.');
  const picture = await page.screenshot({ clip: { ...box, height }, animations: 'disabled', caret: 'hide' });
  await writeFile(join(projectRoot, 'docs', 'images', name), withPalette(picture));
}

const workspace = await mkdtemp(join(tmpdir(), 'screenshots-'));
try {
  for (const [name, text] of Object.entries(files)) await writeFile(join(workspace, name), text);
  const host = await startHost({
    extension: projectRoot,
    settings: {
      'breadcrumbs.enabled': false,
      'diffEditor.useInlineViewWhenSpaceIsLimited': false,
      'diffEditor.renderOverviewRuler': false,
      'editor.hover.above': false,
      'editor.matchBrackets': 'never',
      'editor.minimap.enabled': false,
      'editor.occurrencesHighlight': 'off',
      'editor.scrollBeyondLastLine': false,
    },
  });
  try {
    const { page } = await host.open(workspace, { viewport: { width: 900, height: 700 }, scale: 2 });
    await takeAll(page, workspace);
  } finally {
    await host.close();
  }
} finally {
  await rm(workspace, { recursive: true, force: true });
}
