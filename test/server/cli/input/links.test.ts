import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { fileFrom, folderFrom } from '../../../../server/cli/input/links.ts';
import { nodeWorld } from '../../../../server/files/nodeWorld.ts';
import { folderWith, spawn } from '../../../support/cliRun.ts';

const profile = `{ "rules": "2025-03-24", "waitingRoom": { "enabled": true, "locked": true },
  "requests": [{ "files": "payloads/*.json", "operation": "create" }] }`;
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';

/** A repository, and a link that leads to it. */
function linked(test: TestContext) {
  const around = folderWith(test, {
    'repo/zoom-lock-profile.json': profile,
    'repo/payloads/a.json': body,
    'repo/.git/HEAD': '',
  });
  symlinkSync(join(around, 'repo'), join(around, 'link'), 'junction');
  symlinkSync(join(around, 'repo', 'payloads'), join(around, 'repo', 'inside'), 'junction');
  return { around, repo: join(around, 'repo'), link: join(around, 'link') };
}

describe('a path that leads to the working folder through a link', () => {
  it('is a path in it, and what is linked inside stays as it is named', (test) => {
    const { around, repo, link } = linked(test);
    const cwd = nodeWorld.real(pathToFileURL(repo).href);
    const at = (folder: string, name: string) => `${pathToFileURL(folder).href}/${name}`;
    const terminal = { cwd, world: nodeWorld };
    assert.equal(fileFrom(at(link, 'payloads/a.json'), terminal), `${cwd}/payloads/a.json`);
    assert.equal(fileFrom(at(link, 'payloads/new.json'), terminal), `${cwd}/payloads/new.json`);
    assert.equal(fileFrom(`${cwd}/inside/a.json`, terminal), `${cwd}/inside/a.json`);
    assert.equal(folderFrom(pathToFileURL(link).href, terminal), cwd);
    assert.equal(folderFrom(pathToFileURL(around).href, terminal), nodeWorld.real(pathToFileURL(around).href));
    assert.equal(folderFrom(`${cwd}/inside`, terminal), `${cwd}/inside`);
  });

  it('whichever way profile and files are named, the profile lists them, and each file is one', (test) => {
    const { repo, link } = linked(test);
    const listed = join(link, 'zoom-lock-profile.json');
    for (const args of [
      ['.', '--profile', listed],
      [link, '--profile', 'zoom-lock-profile.json'],
      ['payloads/a.json', join(link, 'payloads/a.json'), '--profile', listed],
      [`${link.replaceAll('\\', '/')}/payloads/*.json`, 'payloads', '--profile', listed],
      ['--stdin-filepath', join(link, 'payloads/a.json'), '--profile', 'zoom-lock-profile.json'],
    ]) {
      const { code, out, error } = spawn(repo, ['check', '--quiet', '-f', 'json', ...args], body);
      const files: readonly { readonly file: string }[] = JSON.parse(out).files;
      const names = files.map(({ file }) => file).filter((file) => file !== 'zoom-lock-profile.json');
      assert.deepEqual([code, error, names], [1, '', ['payloads/a.json']], args.join(' '));
    }
  });
});
