import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderWith, runIn, spawn } from '../../support/cliRun.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';
import { startPair } from '../../support/serverPair.ts';

/** What a repository can bring about by its files: nothing outside of it is read, in the editor and on the command line. */

const code = 'profile-path-outside';
const profile = (meeting: string) =>
  JSON.stringify({ requests: [{ files: 'u.json', operation: 'update', meeting }], waitingRoom: { locked: false } });

describe('a hostile repository in the editor', () => {
  for (const meeting of ['../secret.json', '/secret.json', 'far/secret.json', 'far.json'])
    it(`"meeting": "${meeting}" is a finding, and nothing is read`, async (test) => {
      const uri = 'file:///ws/zoom-lock-profile.json';
      const files = { 'file:///ws/u.json': '{}', 'file:///home/secret.json': '{}', 'file:///secret.json': '{}' };
      const lens = await startPair(test, { files });
      lens.world.link('file:///ws/far', 'file:///home');
      lens.world.link('file:///ws/far.json', 'file:///secret.json');
      lens.disk(uri, profile(meeting));
      lens.open(uri);
      assert.ok((await lens.codes(uri)).includes(code));
      await lens.closedCodes();
      assert.deepEqual(
        lens.world.reads.filter((each) => each.endsWith('secret.json') || each.includes('far')),
        [],
      );
    });

  it('a request that is a link to outside is inspected once it is opened', async (test) => {
    const uri = 'file:///ws/a.zoom-create.json';
    const lens = await startPair(test, {
      files: { 'file:///secret.json': '{ "password": 1 }', 'file:///ws/b.json': '' },
    });
    lens.world.link(uri, 'file:///secret.json');
    assert.deepEqual(await lens.codes(uri), []);
    assert.equal(await lens.explain(uri), null);
    assert.deepEqual(
      lens.world.reads.filter((each) => each.endsWith('.zoom-create.json')),
      [],
    );
    lens.open(uri, '{ "password": 1 }');
    assert.ok((await lens.codes(uri)).includes('field-type'));
  });
});

describe('a hostile repository on the command line', () => {
  const body = '{ "password": "abc123" }';

  it('profiles, meetings and requests that are links to outside: exit code 2 with a sentence each', (test) => {
    const folder = folderWith(test, {
      'repo/.git/HEAD': 'ref: refs/heads/main',
      'repo/d/u.zoom-update.json': body,
      'repo/e/u.zoom-update.json': body,
      'secret.json': '{ "password": "hush" }',
    });
    const link = (name: string) => symlinkSync(join(folder, 'secret.json'), join(folder, 'repo', name));
    for (const name of ['d/zoom-lock-profile.json', 'e/u.zoom-meeting.json', 'f.zoom-create.json']) link(name);
    const { code, out, error } = spawn(join(folder, 'repo'), ['check', '.']);
    assert.equal(code, 2);
    for (const name of ['d/zoom-lock-profile.json', 'e/u.zoom-meeting.json', 'f.zoom-create.json'])
      assert.ok(error.includes(`${name}: leads outside the workspace folder or repository, and is not read`), error);
    assert.doesNotMatch(out + error, /hush/);
  });

  it('a folder reached by a link of its own is a folder like any other', (test) => {
    const folder = folderWith(test, {
      'repo/.git/HEAD': '',
      'repo/zoom-lock-profile.json': '{ "waitingRoom": { "enabled": true, "locked": true } }',
      'repo/a.zoom-create.json': body,
    });
    symlinkSync(join(folder, 'repo'), join(folder, 'alias'));
    const { code, error } = spawn(join(folder, 'alias'), ['check', '.', join(folder, 'alias/a.zoom-create.json')]);
    assert.deepEqual([code === 2, error], [false, '']);
  });

  it('without a repository, the folder that is named is the limit', async () => {
    const world = new InMemoryWorld({
      'file:///repo/zoom-lock-profile.json': '{ "requests": [{ "files": "**/x.json", "operation": "create" }] }',
      'file:///repo/work/x.json': body,
    });
    const { error } = await runIn(world, ['check', '.']);
    assert.match(error, /nothing to check/i);
  });
});
