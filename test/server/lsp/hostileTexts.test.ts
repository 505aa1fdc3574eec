/** No text can keep the server from answering, whatever stands before and behind the cursor. */
import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { Worker } from 'node:worker_threads';
import { type HostileText, hostileTexts } from '../../support/hostileTexts.ts';

/** Far more than all texts take together, and far less than the centuries that an expression which goes back would. */
const limit = 120_000;

/** Rejects with the name of the text about which the server does not answer. */
function answered(test: TestContext, uris: readonly string[], texts: readonly HostileText[]): Promise<number> {
  const worker = new Worker(new URL('../../support/hostileWorker.ts', import.meta.url));
  test.after(() => worker.terminate());
  return new Promise((resolve, reject) => {
    let latest = '';
    let count = 0;
    const timer = setTimeout(() => reject(new Error(`no answer about ${latest}`)), limit);
    worker.on('error', reject);
    worker.on('message', (message: 'done' | { readonly name: string }) => {
      if (message !== 'done') {
        latest = message.name;
        count++;
        return;
      }
      clearTimeout(timer);
      resolve(count);
    });
    worker.postMessage({ uris, texts });
  });
}

const texts = hostileTexts(2_000);
const uris = [
  'file:///ws/a.zoom-create.json',
  'file:///ws/a.zoom-update.jsonc',
  'file:///ws/zoom-lock-profile.json',
  'file:///ws/a.zoom-meeting.json',
];

it('every feature answers about each kind of file', { timeout: limit }, async (test) => {
  assert.equal(await answered(test, uris, texts), uris.length * texts.length);
});
