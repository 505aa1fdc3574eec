/** Runs every feature on each text it receives, then answers. In a thread, which can be ended if it hangs. */
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
