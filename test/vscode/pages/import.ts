import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { answerNotification, askedBy, editorText, languageStatus, openFile, question } from '../../host/workbench.ts';
import { inVsCode } from './host.ts';

/** An import as a person does it: the dialog, what it asks, what it shows, and each way to give up. */

const command = 'Zoom Requests: Import Lock Profile…';
const profileName = 'zoom-lock-profile.json';
const dialog = "Saved responses of Zoom's settings endpoints";
const which = 'Which of these responses';
const request = { 'a.zoom-create.json': '{}\n' };
const waitingRoom = (on: boolean) => JSON.stringify({ meeting_security: { waiting_room: on } });

interface Scene {
  readonly page: Page;
  /** What is on the disk; undefined: no such file. */
  readonly profile: () => string | undefined;
}

function importing(files: Record<string, string>, story: (scene: Scene) => Promise<void>): () => Promise<void> {
  return inVsCode({ ...request, ...files }, async (page, workspace) => {
    const path = join(workspace, profileName);
    await openFile(page, 'a.zoom-create.json');
    await story({ page, profile: () => (existsSync(path) ? readFileSync(path, 'utf8') : undefined) });
  });
}

/** Picks a response in the dialog and says yes to those beside it that are checked. */
async function pickResponses(page: Page, name: string): Promise<void> {
  await (await askedBy(page, command, dialog)).choose(name);
  await (await question(page, which)).accept();
}

/** Until VS Code has done what it was told, a round through the extension host included. */
async function settled({ page }: Scene): Promise<void> {
  await openFile(page, 'a.zoom-create.json');
  await languageStatus(page, 'Zoom create');
}

describe('responses that do not say whose they are', () => {
  const unclear = { 'ours-settings.json': waitingRoom(true), 'ours-lock_settings.json': waitingRoom(true) };

  it(
    'who gives up on any question gets no profile',
    importing(unclear, async (scene) => {
      const { page } = scene;
      await (await askedBy(page, command, dialog)).cancel();
      await (await askedBy(page, command, dialog)).choose('ours-settings.json');
      await (await question(page, which)).cancel();
      await pickResponses(page, 'ours-settings.json');
      await (await question(page, 'Whose settings are in ours-settings.json?')).cancel();
      await settled(scene);
      assert.equal(scene.profile(), undefined);
    }),
  );

  it(
    'what the files do not say is asked, and what is left open is shown to those who ask',
    importing(unclear, async ({ page, profile }) => {
      await (await askedBy(page, command, dialog)).choose('ours-settings.json');
      const beside = await question(page, which);
      assert.deepEqual(beside.choices, ['ours-settings.json', 'ours-lock_settings.json']);
      await beside.toggle('ours-lock_settings.json');
      await beside.accept();
      for (const name of ['ours-settings.json', 'ours-lock_settings.json']) {
        const level = await question(page, `Whose settings are in ${name}?`);
        assert.deepEqual(level.choices, ['account', 'group', 'user']);
        assert.equal(profile(), undefined);
        await level.choose('account');
      }
      await page.locator(`.tab.active[data-resource-name="${profileName}"]`).waitFor();
      assert.match(profile() ?? '', /"waitingRoom": \{ "enabled": true, "locked": true \}/);

      await answerNotification(page, 'The lock profile is imported.', 'Show');
      await page.locator('.tab.active', { hasText: 'Import of the lock profile' }).waitFor();
      const report = await editorText(page);
      assert.match(report, /^# Import of the lock profile\n\nNot known from these responses:\n\n- [^\n:]+: GET \//);
      assert.match(report, /\n- No group response was given: the profile applies to hosts that are in no group\./);
    }),
  );
});

const twoGroups = {
  'account-settings.json': waitingRoom(true),
  'account-lock_settings.json': waitingRoom(false),
  'group-a-settings.json': waitingRoom(false),
  'group-a-lock_settings.json': waitingRoom(false),
  'group-b-settings.json': waitingRoom(true),
  'group-b-lock_settings.json': waitingRoom(true),
};

it(
  'the model of the groups is asked where it matters',
  importing(twoGroups, async (scene) => {
    const { page, profile } = scene;
    const model = 'How does the account manage groups? This decides: the Waiting Room';
    await pickResponses(page, 'account-settings.json');
    const asked = await question(page, model);
    assert.deepEqual(asked.choices, ['Legacy groups', 'New groups with priorities', 'I do not know']);
    await asked.cancel();
    await settled(scene);
    assert.equal(profile(), undefined);

    await pickResponses(page, 'account-settings.json');
    await (await question(page, model)).choose('Legacy groups');
    await page.locator(`.tab.active[data-resource-name="${profileName}"]`).waitFor();
    // Legacy: b locks it, but a, the primary group, has it off: to which value it is locked is not known.
    assert.match(profile() ?? '', /"waitingRoom": \{ "locked": true \}/);
  }),
);

describe('a profile that is there', () => {
  const before = '{\n  // by hand\n  "waitingRoom": { "enabled": true, "locked": false }\n}\n';
  const files = {
    'account-settings.json': waitingRoom(false),
    'account-lock_settings.json': waitingRoom(true),
    [profileName]: before,
  };

  it(
    'is compared first, and stays unless the answer is Overwrite',
    importing(files, async (scene) => {
      const { page, profile } = scene;
      const diff = page.locator('.tab', { hasText: 'current ↔ imported' });
      const overwrite = 'Overwrite the current lock profile with the imported one?';

      await pickResponses(page, 'account-settings.json');
      await diff.waitFor();
      await answerNotification(page, overwrite, 'Cancel');
      await diff.waitFor({ state: 'detached' });
      await settled(scene);
      assert.equal(profile(), before);

      await pickResponses(page, 'account-settings.json');
      await diff.waitFor();
      const sides = page.locator('.diff-editor-container, .monaco-diff-editor');
      await sides.locator('.view-line', { hasText: '"waitingRoom": { "enabled": false, "locked": true }' }).waitFor();
      assert.equal(profile(), before);
      await answerNotification(page, overwrite, 'Overwrite');
      await diff.waitFor({ state: 'detached' });
      await page.locator(`.tab.active[data-resource-name="${profileName}"]`).waitFor();
      assert.match(profile() ?? '', /"waitingRoom": \{ "enabled": false, "locked": true \}/);
    }),
  );
});
