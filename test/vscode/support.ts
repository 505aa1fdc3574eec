import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Host } from '../host/vscode.ts';
import type { ExtensionHost } from './suite/support.ts';

export const project = join(import.meta.dirname, '..', '..');
export const suite = join(project, 'dist', 'test', 'suite.cjs');

/** A throw-away copy of the files, in a folder whose name begins with `name`. */
export async function withWorkspace<T>(
  name: string,
  files: Record<string, string>,
  use: (workspace: string) => Promise<T>,
): Promise<T> {
  const workspace = await makeWorkspace(name, files);
  try {
    return await use(workspace);
  } finally {
    await removeWorkspace(workspace);
  }
}

export async function makeWorkspace(name: string, files: Record<string, string>): Promise<string> {
  const workspace = await mkdtemp(join(tmpdir(), `${name}-`));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  return workspace;
}

export function removeWorkspace(workspace: string): Promise<void> {
  return rm(workspace, { recursive: true, force: true });
}

/** Runs the stories of test/vscode/suite that the folder's name picks, and fails with what they printed. */
export async function expectStories(host: Host, workspace: string, extensionHost: ExtensionHost): Promise<void> {
  const { ok, output } = await host.runTests({ workspace, tests: suite });
  assert.ok(ok, `${basename(workspace)}:\n${output.join('\n')}`);
  const told = new RegExp(`^[1-9]\\d* stories are told in ${extensionHost}$`);
  assert.ok(
    output.some((line) => told.test(line)),
    `not all stories were told:\n${output.join('\n')}`,
  );
}
