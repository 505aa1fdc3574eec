import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runTests, type TestOptions } from '../host/vscode.ts';

export const project = join(import.meta.dirname, '..', '..');
export const suite = join(project, 'dist', 'test', 'suite.cjs');

/** A throw-away copy of the files, in a folder whose name begins with `name`. */
export async function withWorkspace<T>(
  name: string,
  files: Record<string, string>,
  use: (workspace: string) => Promise<T>,
): Promise<T> {
  const workspace = await mkdtemp(join(tmpdir(), `${name}-`));
  try {
    for (const [path, text] of Object.entries(files)) await writeFile(join(workspace, path), text);
    return await use(workspace);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

export async function withExamples<T>(use: (workspace: string) => Promise<T>): Promise<T> {
  return withWorkspace('examples', {}, async (workspace) => {
    await cp(join(project, 'examples'), workspace, { recursive: true });
    return use(workspace);
  });
}

/** Runs the stories of test/vscode/suite in a real VS Code and fails with what they printed. */
export async function expectStories(options: Omit<TestOptions, 'tests'>): Promise<readonly string[]> {
  const { ok, output } = await runTests({ ...options, tests: suite });
  const told = output.filter((line) => /^(ok|not ok|\d+ of)/.test(line));
  assert.ok(ok, `${basename(options.workspace)}:\n${output.join('\n')}`);
  assert.ok(
    told.some((line) => /^[1-9]\d* of/.test(line)),
    `no story was told:\n${output.join('\n')}`,
  );
  return told;
}
