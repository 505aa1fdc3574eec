/**
 * Writes the .vsix: `node packaging/vsix.ts [FILE]`. What is packed is the allow-list in .vscodeignore, with a README of its own.
 * The same files give the same bytes: their date is SOURCE_DATE_EPOCH, in seconds since 1970, else that of the last commit.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packedPages } from './packedPages.ts';

const root = join(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? '.');
const left = /^(\.git|\.vscode-host|\.vscode-test|node_modules|packaging|test)$|\.vsix$/;

// A copy, since vsce takes the README from where the manifest is.
const folder = mkdtempSync(join(tmpdir(), 'package-'));
try {
  cpSync(root, folder, { recursive: true, filter: (path) => !left.test(path.slice(root.length + 1)) });
  const { readme, overview } = packedPages(readFileSync(join(root, 'README.md'), 'utf8'));
  writeFileSync(join(folder, 'README.md'), readme);
  writeFileSync(join(folder, 'docs', 'overview.md'), overview);
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const flags = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', out];
  const env = { SOURCE_DATE_EPOCH: dateOfCommit(), ...process.env };
  execFileSync(process.execPath, [vsce, 'package', ...flags], { cwd: folder, stdio: 'inherit', env });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function dateOfCommit(): string {
  return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim();
}
