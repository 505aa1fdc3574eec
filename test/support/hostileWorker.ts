/** Runs every feature on each text it receives, then answers. In a thread, which can be ended if it hangs. */
import assert from 'node:assert/strict';
import { parentPort } from 'node:worker_threads';
import { askEverything, startFor } from './everyFeature.ts';
import type { HostileText } from './hostileTexts.ts';

const client = await startFor({ after: () => undefined });
assert.ok(parentPort);

interface Work {
  readonly uris: readonly string[];
  readonly texts: readonly HostileText[];
}

parentPort.on('message', async ({ uris, texts }: Work) => {
  for (const uri of uris)
    for (const { name, text, offset } of texts) {
      parentPort?.postMessage({ name: `${uri}: ${name}` });
      await askEverything(client, uri, text, offset);
    }
  parentPort?.postMessage('done');
});
