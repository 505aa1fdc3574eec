import { globSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';

/**
 * `npm run test:fast` runs each lane in a process of its own, two at a time: all tests of a lane share one load of the
 * engine. The longest lane first, so that none is waited for at the end. What is in no lane is in the last one.
 */
const lanes = {
  rules: ['shared/{rules,explain,import,writing}/**/*.test.ts'],
  engine: ['spec/**/*.test.ts', 'shared/{engine,model,json}/**/*.test.ts'],
  lsp: ['server/lsp/**/*.test.ts'],
} as const;

const folder = join(import.meta.dirname, '..');
const inVsCode = ['vscode/**'];

/**
 * The first test lasts until every file is loaded: the runner, which ends a process once all the tests it knows of have
 * ended (`--test-force-exit`), would otherwise leave out those of files that are still to come.
 */
export function runLane(name: keyof typeof lanes | 'others'): void {
  const files = name === 'others' ? others() : globSync(lanes[name], { cwd: folder });
  const loaded = load([...files].sort());
  it(`the lane ${name} is loaded, ${files.length} files`, () => loaded);
}

/** Called outside of any test, so that none becomes part of another. */
async function load(files: readonly string[]): Promise<void> {
  for (const file of files) await import(pathToFileURL(join(folder, file)).href);
}

function others(): readonly string[] {
  const taken = new Set(globSync(Object.values(lanes).flat(), { cwd: folder }));
  return globSync('**/*.test.ts', { cwd: folder, exclude: inVsCode }).filter((file) => !taken.has(file));
}
