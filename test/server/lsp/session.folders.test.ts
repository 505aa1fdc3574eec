import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, pushed, without } from '../../support/capabilities.ts';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

/** Which profile is in force: the nearest, and never one above the workspace folder. */

const name = 'zoom-lock-profile.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
const off = profileWith('W locked off · P unlocked · A unlocked');
const request = 'file:///ws/team/calls/a.zoom-create.json';
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';

describe('the nearest profile', () => {
  for (const [what, files, expected] of [
    ['in the folder itself', { 'ws/team/calls': on, 'ws/team': off }, 'ws/team/calls'],
    ['in the folder above', { 'ws/team': on, ws: off }, 'ws/team'],
    ['in the workspace folder', { ws: on }, 'ws'],
    ['above the workspace folder: none', { '': on }, undefined],
    ['beside, in another folder: none', { 'ws/other': on }, undefined],
    ['below: none', { 'ws/team/calls/deep': on }, undefined],
  ] as const) {
    it(what, async (test) => {
      const uriIn = (folder: string) => `file:///${folder}${folder && '/'}${name}`;
      const onDisk = Object.fromEntries(Object.entries(files).map(([folder, text]) => [uriIn(folder), text]));
      const lens = await startPair(test, { files: onDisk });
      lens.open(request, body);
      assert.equal((await lens.status(request))?.profile, expected === undefined ? null : uriIn(expected));
    });
  }

  it('one that is created nearer takes over, and hands back when it goes', async (test) => {
    const lens = await startPair(test, { files: { [`file:///ws/${name}`]: off } });
    lens.open(request, body);
    assert.deepEqual(await lens.codes(request), []);
    lens.disk(`file:///ws/team/${name}`, on);
    assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
    lens.disk(`file:///ws/team/${name}`, undefined);
    assert.deepEqual(await lens.codes(request), []);
  });

  it('a workspace folder with a slash at its end is the same folder', async (test) => {
    const files = { [`file:///${name}`]: on, [`file:///ws/${name}`]: off };
    const lens = await startPair(test, { files, roots: ['file:///ws/'] });
    lens.open(request, body);
    assert.match((await lens.hoverText(request, 'waiting_room')) ?? '', /\[zoom-lock-profile\.json\]\(file/);
    lens.disk(`file:///ws/${name}`, undefined);
    assert.equal((await lens.status(request))?.profile, null);
  });

  it('a client that knows but one root is held to it', async (test) => {
    const capabilities = { ...pulling, workspace: without(pulling.workspace, 'workspaceFolders') };
    const lens = await startPair(test, { files: { [`file:///${name}`]: on }, rootUri: 'file:///ws', capabilities });
    lens.open(request, body);
    assert.equal((await lens.status(request))?.profile, null);
  });

  it('a file outside every folder finds what is above it', async (test) => {
    const lens = await startPair(test, { files: { [`file:///elsewhere/${name}`]: on } });
    const outside = 'file:///elsewhere/deep/a.zoom-create.json';
    lens.open(outside, body);
    assert.deepEqual(await lens.codes(outside), ['waiting-room-overwritten']);
    const hover = await lens.hoverText(outside, 'waiting_room');
    assert.match(hover ?? '', /\[(file:\/\/)?\/elsewhere\/zoom-lock-profile\.json\]/);
  });

  it('a folder whose name begins like the workspace folder is another one', async (test) => {
    const lens = await startPair(test, { files: { [`file:///ws/${name}`]: on } });
    const stranger = 'file:///ws-old/a.zoom-create.json';
    lens.open(stranger, body);
    assert.equal((await lens.status(stranger))?.profile, null);
  });
});

for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
  describe(`${way}: several workspace folders`, () => {
    const one = 'file:///one/a.zoom-create.json';
    const two = 'file:///two/a.zoom-create.json';
    const files = { [`file:///one/${name}`]: on, [`file:///two/${name}`]: off };

    it('each has its own profile', async (test) => {
      const lens = await startPair(test, { files, roots: ['file:///one', 'file:///two'], capabilities });
      lens.open(one, body);
      lens.open(two, body);
      assert.deepEqual(await lens.codes(one), ['waiting-room-overwritten']);
      assert.deepEqual(await lens.codes(two), []);
      lens.disk(`file:///two/${name}`, on);
      assert.deepEqual(await lens.codes(two), ['waiting-room-overwritten']);
    });

    it('a folder inside another has its own border', async (test) => {
      const inner = 'file:///ws/inner/a.zoom-create.json';
      const lens = await startPair(test, { files: { [`file:///ws/${name}`]: on }, capabilities });
      lens.open(inner, body);
      assert.deepEqual(await lens.codes(inner), ['waiting-room-overwritten']);
      lens.folders(['file:///ws', 'file:///ws/inner']);
      await lens.settle();
      assert.deepEqual(await lens.codes(inner), []);
      lens.folders(['file:///ws']);
      await lens.settle();
      assert.deepEqual(await lens.codes(inner), ['waiting-room-overwritten']);
    });
  });
}
