/** Runs every feature on each text it receives, then answers. In a thread, which can be ended if it hangs. */
import assert from 'node:assert/strict';
import { parentPort } from 'node:worker_threads';
import { askEverything, startFor } from './everyFeature.ts';
import type { HostileText } from './hostileTexts.ts';

const client = await startFor({ after: () => undefined });
assert.ok(parentPort);

export interface HostileFile extends HostileText {
  readonly uri: string;
}

parentPort.on('message', async (files: readonly HostileFile[]) => {
  for (const { uri, part, where, text, offset } of files) {
    parentPort?.postMessage({ name: `${uri}: ${part} ${where}` });
    await askEverything(client, uri, text, offset);
  }
  parentPort?.postMessage('done');
});
