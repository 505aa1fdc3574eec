import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { it } from './untracked.ts';

/**
 * `npm run test:fast` runs each lane in a process of its own: all tests of a lane share one load of the engine. Three run at
 * once, the longest first, so that no core waits while one of them does, or for the last one at the end. What is in no lane is
 * in `others`.
 */
const lanes = {
  rules: ['shared/{rules,explain,import,writing}/**/*.test.ts'],
  engine: ['spec/**/*.test.ts', 'shared/{engine,model,json,containers}/**/*.test.ts'],
  lsp: ['server/lsp/**/*.test.ts'],
  cli: ['server/cli/**/*.test.ts'],
} as const;

const folder = join(import.meta.dirname, '..');
const inVsCode = ['vscode/**'];

export async function runLane(name: keyof typeof lanes | 'others'): Promise<void> {
  const files = name === 'others' ? others() : globSync(lanes[name], { cwd: folder });
  for (const file of [...files].sort()) await import(pathToFileURL(join(folder, file)).href);
  it(`the lane ${name}: ${files.length} files`, endSoon);
}

/**
 * A test that hung may leave something that keeps the process alive; that is a failure, too. Not `--test-force-exit`: it
 * ends a process before all that was found is reported.
 */
function endSoon(): void {
  setTimeout(() => process.exit(1), 30_000).unref();
}

function others(): readonly string[] {
  const taken = new Set(globSync(Object.values(lanes).flat(), { cwd: folder }));
  return globSync('**/*.test.ts', { cwd: folder, exclude: inVsCode }).filter((file) => !taken.has(file));
}
