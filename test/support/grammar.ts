import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../host/paths.ts';

const folder = join(projectRoot, 'test', 'syntaxes');
const tool = join(projectRoot, 'node_modules', 'vscode-tmgrammar-test', 'dist', 'unit.js');

const ours = 'keyword.control.zoom-request-lens';

export const drawings = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/**
 * Compares our grammar, injected into a JSON grammar as in the manifest, with a file of test/syntaxes that has the scopes
 * drawn under its lines. The scopes of JSON with comments have different names, so only ours are compared there.
 */
export function expectScopes(drawing: string, base: readonly string[], scope: 'source.json' | 'source.json.comments') {
  const drawn = readFileSync(join(folder, drawing), 'utf8');
  assert.ok(drawn.includes(ours));
  const temporary = mkdtempSync(join(tmpdir(), 'grammar-'));
  try {
    writeFileSync(join(temporary, drawing), scope === 'source.json' ? drawn : withOurScopesOnly(drawn));
    const grammars = base.flatMap((path) => ['-g', path]);
    const args = [tool, '--config', join(projectRoot, 'package.json'), ...grammars, '--compact', drawing];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: temporary, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /run successfuly/, stdout + stderr);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function withOurScopesOnly(drawn: string): string {
  const isAssertion = (line: string) => /^\/\/ *(\^|<-)/.test(line);
  return drawn
    .replace('"source.json"', '"source.json.comments"')
    .split('\n')
    .filter((line) => !isAssertion(line) || line.includes(ours))
    .map((line) => (isAssertion(line) ? line.replaceAll(/ [\w.-]+\.js(on)?(?= |$)/g, '') : line))
    .join('\n');
}
