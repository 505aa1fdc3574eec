import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/paths.ts';

const folder = join(projectRoot, 'test', 'syntaxes');
const tool = join(projectRoot, 'node_modules', 'vscode-tmgrammar-test', 'dist', 'unit.js');

export const drawings = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/** Compares our grammar, injected into those at `base` as the manifest says, with a file of test/syntaxes in which scopes are drawn. */
export function expectScopes(drawing: string, base: readonly string[]) {
  const grammars = base.flatMap((path) => ['-g', path]);
  const args = [tool, '--config', join(projectRoot, 'package.json'), ...grammars, '--compact', drawing];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, /run successfuly/, stdout + stderr);
}
