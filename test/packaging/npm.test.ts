import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { folderWith } from '../support/cliRun.ts';

/** Needs `dist/`: node esbuild.mjs. */

const project = join(import.meta.dirname, '../..');

describe('the npm package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'npm package '));
  const tarball = join(folder, 'zoom-request-lens-0.1.0.tgz');
  let hashes: readonly string[] = [];
  before(() => {
    hashes = [packed(folder, tarball), packed(folder, tarball)];
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has the same bytes each time it is made', () => {
    assert.equal(hashes[0], hashes[1]);
  });

  it('runs by npx in a folder where nothing is installed, with Node and nothing else', (test) => {
    const empty = folderWith(test, {
      'zoom-lock-profile.json': '{ "rules": "2025-03-24", "waitingRoom": { "enabled": true, "locked": true } }',
      'a.zoom-create.json': '{ "password": "abc123", "settings": { "waiting_room": false } }',
    });
    const args = ['--yes', '--offline', '--package', tarball, 'zoom-request-lens', 'predict', 'a.zoom-create.json'];
    const out = npm('npx', args, empty);
    assert.match(out, /waiting_room +false +true/);
  });

  it('has nothing to install, no script, and the version of the project', () => {
    const manifest = JSON.parse(readFileSync(join(project, 'dist/npm/package.json'), 'utf8'));
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    assert.equal(manifest.version, version);
    for (const key of ['dependencies', 'scripts', 'main', 'contributes']) assert.equal(manifest[key], undefined);
    assert.equal(manifest.engines.node, '>=20.12');
  });

  it('holds the programs, the pages, the schemas, the licences, and no source', () => {
    const files = globSync('**/*', { cwd: join(project, 'dist/npm') }).map((each) => each.replaceAll('\\', '/'));
    const needed = [
      'dist/server.cjs',
      'dist/serve.cjs',
      'dist/containers.cjs',
      'dist/sbom.cdx.json',
      'docs/rules/json-syntax.md',
      'README.md',
      'LICENSE',
    ];
    for (const path of [...needed, 'THIRD-PARTY-NOTICES.txt', 'docs/schemas/zoom-create.schema.json'])
      assert.ok(files.includes(path), path);
    assert.deepEqual(
      files.filter((each) => /\.ts$|^(test|client|shared|examples)\//.test(each)),
      [],
    );
  });

  it('each link of its pages leads to a file of the package', () => {
    const root = join(project, 'dist/npm');
    for (const page of globSync('{README.md,SUPPORT.md,SECURITY.md,docs/**/*.md}', { cwd: root })) {
      const text = readFileSync(join(root, page), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\((?!https:|#)([^)#]+)/g))
        assert.ok(existsSync(join(root, dirname(page), target)), `${page}: ${target}`);
    }
  });
});

/** Makes the package; returns the hash of the tarball. */
function packed(folder: string, tarball: string): string {
  execFileSync(process.execPath, [join(project, 'packaging/npm.ts')]);
  npm('npm', ['pack', '--offline', '--pack-destination', folder], join(project, 'dist/npm'));
  return createHash('sha256').update(readFileSync(tarball)).digest('hex');
}

function npm(command: 'npm' | 'npx', args: readonly string[], cwd: string): string {
  const env = { ...process.env, npm_config_update_notifier: 'false', npm_config_loglevel: 'error' };
  const isWindows = process.platform === 'win32';
  const quoted = isWindows ? args.map((each) => `"${each}"`) : args;
  return execFileSync(command, quoted, { cwd, encoding: 'utf8', env, shell: isWindows });
}
