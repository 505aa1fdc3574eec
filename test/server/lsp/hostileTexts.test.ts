/** No text can keep the server from answering, whatever is before and behind the cursor. */
import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { Worker } from 'node:worker_threads';
import { hostileTexts } from '../../support/hostileTexts.ts';
import type { HostileFile } from '../../support/hostileWorker.ts';
import { itMeetsEveryPair, rowsOf, triesAll } from '../../support/rotation.ts';

/** Far more than all texts take together, and far less than the centuries that an expression which goes back would. */
const limit = 120_000;

/** Rejects with the name of the text about which the server does not answer. */
function answered(test: TestContext, files: readonly HostileFile[]): Promise<number> {
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
    worker.postMessage(files);
  });
}

const texts = hostileTexts(triesAll ? 2_000 : 1_000);
const uris = [
  'file:///ws/a.zoom-create.json',
  'file:///ws/a.zoom-update.jsonc',
  'file:///ws/zoom-lock-profile.json',
  'file:///ws/a.zoom-meeting.json',
];

const tried = {
  part: [...new Set(texts.map(({ part }) => part))],
  where: [...new Set(texts.map(({ where }) => where))],
  uri: uris,
};
const rows = rowsOf(tried);
itMeetsEveryPair(tried, rows);

it('every feature answers about each kind of file', { timeout: limit }, async (test) => {
  const files = rows.flatMap((row) =>
    texts
      .filter(({ part, where }) => part === row.part && where === row.where)
      .map((each) => ({ ...each, uri: row.uri })),
  );
  assert.equal(files.length, rows.length);
  assert.equal(await answered(test, files), rows.length);
});
