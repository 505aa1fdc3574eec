import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, it, type TestContext } from 'node:test';
import { build } from 'esbuild';
import { notices } from '../../packaging/notices.ts';
import { bundledPackages as packagesOf } from '../../packaging/packages.ts';
import { folderWith } from '../support/cliRun.ts';

/** Needs THIRD-PARTY-NOTICES.txt: node esbuild.mjs. */

const project = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');

describe('THIRD-PARTY-NOTICES.txt', () => {
  const written = read('THIRD-PARTY-NOTICES.txt');
  let bundled: readonly string[] = [];
  before(async () => {
    bundled = await bundledPackages();
  });

  it('has every bundled package, with its version, its licence and the whole text of it', () => {
    assert.ok(bundled.length > 5, bundled.join());
    for (const folder of bundled) {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const heading = `\n${name} ${version} (${license})\n\n`;
      assert.ok(written.includes(heading), `${heading.trim()} is missing`);
      const after = written.slice(written.indexOf(heading) + heading.length);
      assert.ok(after.startsWith(licenceText(folder)), `${name} is not followed by its licence`);
    }
  });

  it('has no other package', () => {
    assert.equal(written.match(/^-{100}$/gm)?.length, bundled.length);
  });

  it('names no place on the machine that it was built on', () => {
    assert.ok(!written.includes(project));
    assert.doesNotMatch(written, /node_modules|file:\/\//);
  });

  it('is in the package of the extension', () => {
    assert.ok(read('.vscodeignore').split('\n').includes('!THIRD-PARTY-NOTICES.txt'));
  });
});

describe('notices', () => {
  const metafiles = (...paths: string[]) => [{ inputs: Object.fromEntries(paths.map((path) => [path, {}])) }];
  const packageOf = (test: TestContext, files: Readonly<Record<string, string>>) =>
    folderWith(test, Object.fromEntries(Object.entries(files).map(([name, text]) => [`node_modules/${name}`, text])));

  it('a package without a licence, without its text, or with an empty one: nothing is built', (test) => {
    for (const files of [
      { 'a/package.json': '{ "name": "a", "version": "1.0.0", "license": "MIT" }' },
      { 'a/package.json': '{ "name": "a", "version": "1.0.0", "license": "MIT" }', 'a/LICENSE': '\n' },
      { 'a/package.json': '{ "name": "a", "version": "1.0.0" }', 'a/LICENSE': 'You may.' },
    ]) {
      const project = packageOf(test, files);
      assert.throws(() => packagesOf(project, metafiles('node_modules/a/lib/a.js')), {
        message: 'a 1.0.0 comes without a licence or its text',
      });
    }
  });

  it('each package once, in the order of names; scopes, packages inside packages, every text of a package', (test) => {
    const project = packageOf(test, {
      'b/package.json': '{ "name": "b", "version": "2.0.0", "license": "Apache-2.0" }',
      'b/NOTICE': 'Made by B.',
      'b/License.md': 'You may,\r\nif you say so.',
      '@s/a/package.json': '{ "name": "@s/a", "version": "1.0.0", "license": "ISC" }',
      '@s/a/COPYING': 'Copy it.',
      'b/node_modules/@s/a/package.json': '{ "name": "@s/a", "version": "0.9.0", "license": "ISC" }',
      'b/node_modules/@s/a/LICENCE': 'Copy it, too.',
    });
    const [first, second] = ['node_modules/b/index.js', 'node_modules/b/node_modules/@s/a/x/y.js'];
    const built = [...metafiles('server/main.ts', first, second), ...metafiles('node_modules/@s/a/a.js', first)];
    const written = notices(packagesOf(project, built));
    assert.deepEqual(written.split(/\n-{100}\n\n/).slice(1), [
      '@s/a 0.9.0 (ISC)\n\nCopy it, too.\n',
      '@s/a 1.0.0 (ISC)\n\nCopy it.\n',
      'b 2.0.0 (Apache-2.0)\n\nYou may,\nif you say so.\n\nMade by B.\n',
    ]);
  });
});

/** The folders of the packages that a bundler finds from the entries of the product. */
async function bundledPackages(): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: ['client/main.ts', 'server/main.ts', 'server/worker.ts'],
    outdir: 'nowhere',
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    conditions: ['browser'],
    external: ['vscode'],
    mainFields: ['module', 'main'],
  });
  const folders = Object.keys(metafile.inputs).map((path) => innermostPackage(join(project, path)));
  return [...new Set(folders)].filter((folder) => folder !== project);
}

/** The folder above the file that has the name and the version; some packages have further package.json files below. */
function innermostPackage(path: string): string {
  const folder = dirname(path);
  const manifest = join(folder, 'package.json');
  const isPackage = existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version;
  return isPackage ? folder : innermostPackage(folder);
}

function licenceText(folder: string): string {
  const names = ['LICENSE', 'LICENSE.md', 'License.txt', 'LICENSE.txt', 'LICENCE', 'license', 'COPYING'];
  const name = names.find((each) => existsSync(join(folder, each))) ?? assert.fail(`${folder} has no licence`);
  return readFileSync(join(folder, name), 'utf8').trim().replaceAll('\r\n', '\n');
}
