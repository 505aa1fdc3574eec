import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, pushed } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

/** A server in a worker: every file comes from the editor, and every reading takes its time. */

const profile = 'vscode-vfs://github/owner/repo/zoom-lock-profile.json';
const request = 'vscode-vfs://github/owner/repo/a.zoom-create.json';
const roots = ['vscode-vfs://github/owner/repo'];
const on = profileWith('W locked on · P unlocked · A unlocked');
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';

for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
  describe(`${way}: a server without a disk`, () => {
    it('finds, fixes and follows the profile', async (test) => {
      const lens = await startPair(test, { files: { [profile]: `\uFEFF${on}` }, roots, capabilities, inWorker: true });
      lens.open(request, body);
      await lens.settle();
      assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
      lens.disk(profile, '{}');
      await lens.settle();
      assert.deepEqual(await lens.codes(request), []);
    });

    it('says why a profile cannot be read', async (test) => {
      const files = { [profile]: { unreadable: 'is locked away' } };
      const lens = await startPair(test, { files, roots, capabilities, inWorker: true });
      lens.open(request, body);
      assert.equal((await lens.status(request))?.profileProblem, 'is locked away');
      lens.connection.onRequest('zoomRequestLens/readFile', () => {
        throw new Error('no such thing');
      });
      lens.disk(profile, on);
      assert.equal((await lens.status(request))?.profileProblem, 'cannot be read');
    });

    it('quick changes of text and profile end in what was last', async (test) => {
      const lens = await startPair(test, { files: { [profile]: on }, roots, capabilities, inWorker: true });
      lens.open(request, body);
      for (let round = 0; round < 20; round++) {
        lens.disk(profile, round % 2 ? on : '{}');
        lens.type(request, 'false', 'true');
        lens.type(request, 'true', 'false');
      }
      await lens.settle();
      await lens.settle();
      assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
    });
  });
}
