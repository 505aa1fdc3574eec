import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Files } from '../../../server/files/files.ts';
import { Listings } from '../../../server/files/listing.ts';
import { say, type Text } from '../../../shared/text.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';

describe('the JSON files below a folder', () => {
  const world = () =>
    new InMemoryWorld({ 'file:///ws/a.json': '', 'file:///ws/b/c.jsonc': '', 'file:///ws/b/d.txt': '' });

  it('are walked through once for all folders below', async () => {
    const disk = world();
    const listings = new Listings(disk);
    assert.deepEqual((await listings.below('file:///ws'))?.paths, ['a.json', 'b/c.jsonc']);
    const { length } = disk.lists;
    assert.deepEqual(await listings.below('file:///ws/b', 'file:///ws'), { paths: ['c.jsonc'], unseen: [] });
    assert.equal(disk.lists.length, length);
  });

  it('follow what comes and goes, without another walk', async () => {
    const disk = world();
    const listings = new Listings(disk);
    await listings.below('file:///ws');
    const { length } = disk.lists;
    assert.equal(listings.added('file:///ws/b/new.json'), true);
    assert.equal(listings.removed('file:///ws/a.json'), true);
    assert.deepEqual((await listings.below('file:///ws'))?.paths, ['b/c.jsonc', 'b/new.json']);
    assert.equal(listings.removed('file:///ws/b'), true);
    assert.deepEqual((await listings.below('file:///ws'))?.paths, []);
    assert.equal(disk.lists.length, length);
  });

  it('are looked up again where a folder comes, since its content is not reported', async () => {
    const disk = world();
    const listings = new Listings(disk);
    await listings.below('file:///ws');
    disk.write('file:///ws/moved/x.json', '');
    assert.equal(listings.added('file:///ws/moved'), true);
    assert.deepEqual((await listings.below('file:///ws'))?.paths, ['a.json', 'b/c.jsonc', 'moved/x.json']);
  });

  for (const [what, uri] of [
    ['a file of another kind', 'file:///ws/main.go'],
    ["other people's file", 'file:///ws/node_modules/x/package.json'],
    ['a file elsewhere', 'file:///wsx/a.json'],
  ] as const) {
    it(`do not change with ${what}`, async () => {
      const listings = new Listings(world());
      await listings.below('file:///ws');
      assert.equal(listings.added(uri), false);
      assert.equal(listings.removed(uri), false);
    });
  }

  it('are walked through anew where one came while the walk was on', async () => {
    const disk = world();
    const listings = new Listings(disk);
    const first = listings.below('file:///ws');
    disk.write('file:///ws/late.json', '');
    assert.equal(listings.added('file:///ws/late.json'), true);
    await first;
    assert.deepEqual((await listings.below('file:///ws'))?.paths, ['a.json', 'b/c.jsonc', 'late.json']);
  });

  it('are those that git does not ignore, what comes later included; lock profiles and meetings all the same', async () => {
    const disk = new InMemoryWorld({ 'file:///ws/.gitignore': '/out/\n*.local.*', 'file:///ws/a.json': '' });
    const listings = new Listings(disk);
    await listings.below('file:///ws');
    for (const path of ['out/b.zoom-create.json', 'c.local.zoom-create.json'])
      assert.equal(listings.added(`file:///ws/${path}`), false, path);
    for (const path of ['d.zoom-create.json', 'e.local.zoom-meeting.json'])
      assert.equal(listings.added(`file:///ws/${path}`), true, path);
    const all = ['a.json', 'd.zoom-create.json', 'e.local.zoom-meeting.json'];
    assert.deepEqual((await listings.below('file:///ws'))?.paths, all);
  });

  it('are looked for again once git ignores others', async () => {
    const disk = new InMemoryWorld({
      'file:///ws/.gitignore': 'a.json',
      'file:///ws/a.json': '',
      'file:///ws/b.json': '',
    });
    const files = new Files(disk);
    assert.deepEqual(await files.listings.below('file:///ws'), { paths: ['b.json'], unseen: ['a.json'] });
    disk.write('file:///ws/.gitignore', 'b.json');
    assert.equal(files.changed('file:///ws/.gitignore'), true);
    assert.deepEqual(await files.listings.below('file:///ws'), { paths: ['a.json'], unseen: ['b.json'] });
  });

  it('say what may be there besides, seen from a folder below', async () => {
    const disk = new InMemoryWorld({
      'file:///ws/.gitignore': 'out/\nx.json',
      'file:///ws/a/b.json': '',
      'file:///ws/a/out/c.json': '',
      'file:///ws/a/x.json': '',
      'file:///ws/e/x.json': '',
    });
    const listing = await new Listings(disk).below('file:///ws/a', 'file:///ws');
    assert.deepEqual(listing, { paths: ['b.json'], unseen: ['x.json', 'out/'] });
  });

  it('what cannot be looked into is logged', async () => {
    const disk = world();
    disk.lock('file:///ws/b');
    const logged: string[] = [];
    const listings = new Listings(disk, (problem: Text) => logged.push(say(problem)));
    assert.deepEqual(await listings.below('file:///ws'), { paths: ['a.json'], unseen: ['b/'] });
    assert.deepEqual(logged, ['file:///ws/b cannot be read: permission denied']);
  });
});
