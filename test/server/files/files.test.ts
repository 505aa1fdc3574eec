import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Files } from '../../../server/files/files.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';

const uri = 'file:///a.json';

describe('what the files say now', () => {
  it('the editor goes before the disk', async () => {
    let open: string | undefined;
    const files = new Files(new InMemoryWorld({ [uri]: 'disk' }), () => open);
    assert.deepEqual(await files.read(uri), { state: 'text', text: 'disk' });
    open = '';
    assert.deepEqual(await files.read(uri), { state: 'text', text: '' });
  });

  it('the disk is read once, missing files too, until a change is reported', async () => {
    const world = new InMemoryWorld();
    const files = new Files(world, () => undefined);
    await files.read(uri);
    world.write(uri, 'new');
    assert.equal((await files.read(uri)).state, 'missing');
    assert.equal(files.changed(uri), true);
    assert.deepEqual(await files.read(uri), { state: 'text', text: 'new' });
    world.write(uri, 'newer');
    files.forgetDisk();
    assert.deepEqual(await files.read(uri), { state: 'text', text: 'newer' });
    assert.equal(world.reads.length, 3);
  });

  it('not read before: nothing can depend on it', () => {
    assert.equal(new Files(new InMemoryWorld()).changed(uri), false);
  });

  it('a slow reading serves all who wait for it, and is forgotten when the file changes', async () => {
    const world = new InMemoryWorld({ [uri]: 'old' });
    const files = new Files(world);
    world.hold();
    const waiting = [files.read(uri), files.read(uri)];
    world.write(uri, 'new');
    files.changed(uri);
    world.release();
    await Promise.all(waiting);
    assert.deepEqual(await files.read(uri), { state: 'text', text: 'new' });
    assert.equal(world.reads.length, 2);
  });

  it('one parse a text', () => {
    const files = new Files(new InMemoryWorld());
    const first = files.document(uri, '{}');
    assert.equal(files.document(uri, '{}'), first);
    assert.notEqual(files.document(uri, '{ }'), first);
    assert.equal(files.profile(uri, '[]'), files.profile(uri, '[]'));
  });

  it('what a limit keeps from being read is read without one, and what it lets through is read once', async () => {
    const world = new InMemoryWorld({ 'file:///ws/a.json': '{}', 'file:///b.json': '{}' });
    world.link('file:///ws/b.json', 'file:///b.json');
    const files = new Files(world);
    const read = async (name: string, within?: string) => (await files.read(`file:///ws/${name}`, within)).state;
    assert.deepEqual([await read('a.json', 'file:///ws'), await read('a.json')], ['text', 'text']);
    assert.deepEqual(world.reads, ['file:///ws/a.json']);
    for (const [within, state] of [
      ['file:///ws', 'unreadable'],
      [undefined, 'text'],
      ['file:///ws', 'unreadable'],
    ] as const)
      assert.equal(await read('b.json', within), state);
  });
});
