/** Answers each text that comes in once every feature has answered about it. In a thread, since it may be about to hang. */
import assert from 'node:assert/strict';
import { parentPort } from 'node:worker_threads';
import { askEverything, startFor } from './everyFeature.ts';
import type { HostileText } from './hostileTexts.ts';

const client = await startFor({ after: () => undefined });
assert.ok(parentPort);
parentPort.on('message', async ({ uri, texts }: { readonly uri: string; readonly texts: readonly HostileText[] }) => {
  for (const { name, text, offset } of texts) {
    parentPort?.postMessage({ name });
    await askEverything(client, uri, text, offset);
  }
  parentPort?.postMessage('done');
});
