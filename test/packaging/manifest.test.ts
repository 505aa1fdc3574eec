import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { commands, isRequestKey } from '../../shared/protocol.ts';

const project = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const manifest = JSON.parse(read('package.json'));

it('the manifest contributes no command that the code does not know', () => {
  const contributed = manifest.contributes.commands.map(({ command }: { command: string }) => command);
  const known: string[] = Object.values(commands);
  assert.deepEqual(
    contributed.filter((each: string) => !known.includes(each)),
    [],
  );
});

it('what is for requests alone is shown there alone', () => {
  const items = ['commandPalette', 'editor/title'].flatMap((menu) => manifest.contributes.menus[menu]);
  const shown = items.filter(({ command }) => command === commands.showStored);
  assert.deepEqual(
    shown.map(({ when }) => when.split(' ')[0]),
    [isRequestKey, isRequestKey],
  );
});

it('nothing needs to be installed with the package: all is bundled', () => {
  assert.equal(manifest.dependencies, undefined);
});

it('the bundles are named in the manifest and in the allow-list of the package', () => {
  const ignore = read('.vscodeignore').split('\n');
  assert.equal(
    ignore.find((line) => line && !line.startsWith('#')),
    '**',
    'the list does not begin with nothing',
  );
  for (const path of [manifest.main, manifest.browser, manifest.bin['zoom-request-lens']]) {
    assert.ok(ignore.includes(`!${path.replace('./', '')}`), path);
  }
});

it('each schema belongs to the files that the lens knows by that name, and to no others', () => {
  assert.deepEqual(manifest.contributes.jsonValidation, [
    { fileMatch: 'zoom-lock-profile.json', url: './docs/schemas/zoom-lock-profile.schema.json' },
    {
      fileMatch: ['*.zoom-create.json', '*.zoom-create.jsonc'],
      url: './docs/schemas/zoom-create.schema.json',
    },
    {
      fileMatch: ['*.zoom-update.json', '*.zoom-update.jsonc'],
      url: './docs/schemas/zoom-update.schema.json',
    },
  ]);
});

it('schemas and grammars are packed, with the schemas that they refer to', () => {
  const contributed = [...manifest.contributes.jsonValidation, ...manifest.contributes.grammars];
  const paths = contributed.map(({ url, path }: { url?: string; path?: string }) => (url ?? path ?? '').slice(2));
  const beside = paths.flatMap((path) =>
    [...read(path).matchAll(/"\$ref": "([^#"]+)"/g)].map(([, file]) => `docs/schemas/${file}`),
  );
  assert.equal(beside.length, 2);
  const allowed = read('.vscodeignore').split('\n');
  for (const path of [...paths, ...beside]) {
    JSON.parse(read(path));
    assert.ok(allowed.includes(`!${path.replace(/[^/]+?(?=\.(schema|tmLanguage)\.json$)/, '*')}`), path);
  }
});

it('the grammar is injected into both kinds of JSON', () => {
  const [{ scopeName, path, injectTo }, ...others] = manifest.contributes.grammars;
  assert.deepEqual(others, []);
  assert.equal(JSON.parse(read(path)).scopeName, scopeName);
  assert.deepEqual(injectTo, ['source.json', 'source.json.comments']);
});

it('the lock file names no place to download from', () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved"/);
});

it('there is one version of the protocol', () => {
  const lock = JSON.parse(read('package-lock.json'));
  const copies = Object.keys(lock.packages).filter((path) => path.endsWith('/vscode-languageserver-protocol'));
  assert.deepEqual(copies, ['node_modules/vscode-languageserver-protocol']);
});
