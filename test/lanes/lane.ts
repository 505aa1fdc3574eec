import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Runs these test files in this process, which loads the engine once for all of them. */
export async function runAll(...patterns: readonly string[]): Promise<void> {
  const folder = join(import.meta.dirname, '..');
  for (const file of globSync(patterns, { cwd: folder }).sort()) await import(pathToFileURL(join(folder, file)).href);
}
