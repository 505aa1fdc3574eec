/** A Postman collection of 10 MB and 5,000 requests: JSON.parse of its text is the measure. */
import type { Contained } from '../../shared/containers/containers.ts';
import { readPostman } from '../../shared/containers/postman.ts';
import { contained } from '../support/contained.ts';
import { collectionOf } from './bodies.ts';
import { keyToDiagnostics } from './typing.ts';

const rounds = 20;

export async function benchCollection(server: string, folder: string, say: (line: string) => void): Promise<void> {
  const text = collectionOf(5_000, 1_700);
  const baseline = medianOf(() => JSON.parse(text));
  const trees = new Map();
  let found: Contained | undefined;
  const whole = medianOf(() => (found = contained(readPostman, text, 'json')));
  let typed = text;
  const at = text.indexOf('Weekly', text.length / 2);
  found = contained(readPostman, text, 'json', undefined, trees);
  const again = medianOf(() => {
    typed = `${typed.slice(0, at)}x${typed.slice(at)}`;
    found = contained(readPostman, typed, 'json', found, trees);
  });
  const name = 'zoom.postman_collection.json';
  const lens = { name: 'Request Lens', args: [server, 'lsp', '--stdio'] };
  const typing = await keyToDiagnostics(lens, text, rounds, folder, { name, from: text.length / 2 });
  const row = (what: string, time: number) => `${what} ${time.toFixed(1)} (${(time / baseline).toFixed(2)})`;
  say(
    `A collection of ${(text.length / 1e6).toFixed(1)} MB, in milliseconds, and as ratio to JSON.parse, ${baseline.toFixed(1)}:`,
  );
  say(`  ${row('read', whole)}, ${row('read after a key', again)}, ${row('key to findings', typing)}`);
}

function medianOf(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[rounds / 2] as number;
}
