import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Listings, walkBelow } from '../../../server/files/listing.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';
import { profileWith } from '../../support/profiles.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const _text = profileWith('W unlocked · P unlocked · A unlocked').replace(
  /\}$/,
  ',"requests":[{"files":"a/*.json","operation":"create"},{"files":"b/*.json","operation":"create"}]}',
);

describe('walkBelow', () => {
  it('all files, without those of others', async () => {
    const world = new InMemoryWorld({
      [profile]: '',
      'file:///ws/a/x y.json': '',
      'file:///ws/a/node_modules/p.json': '',
      'file:///ws/.git/config': '',
    });
    assert.deepEqual(await walkBelow(world, 'file:///ws', 100), ['zoom-lock-profile.json', 'a/x y.json']);
  });

  it('gives up on a huge tree, and on one without an end', async () => {
    const list = () => [{ name: 'again', type: 'folder' as const }];
    assert.equal(await walkBelow({ list }, 'file:///ws', 100_000), undefined);
    const many = Array.from({ length: 11 }, (_, at) => ({ name: `${at}`, type: 'file' as const }));
    assert.equal(await walkBelow({ list: () => many }, 'file:///ws', 10), undefined);
    assert.equal((await walkBelow({ list: () => many }, 'file:///ws', 11))?.length, 11);
  });

  it('sees nothing in a world without a view into folders', async () => {
    assert.equal(await walkBelow({ list: () => [] }, 'file:///ws', 100), undefined);
  });
});

describe('the JSON files below a folder', () => {
  const world = () =>
    new InMemoryWorld({ 'file:///ws/a.json': '', 'file:///ws/b/c.jsonc': '', 'file:///ws/b/d.txt': '' });

  it('are walked through once for all folders below', async () => {
    const disk = world();
    const listings = new Listings(disk);
    assert.deepEqual(await listings.below('file:///ws'), ['a.json', 'b/c.jsonc']);
    const { length } = disk.lists;
    assert.deepEqual(await listings.below('file:///ws/b', 'file:///ws'), ['c.jsonc']);
    assert.equal(disk.lists.length, length);
  });

  it('follow what comes and goes, without another walk', async () => {
    const disk = world();
    const listings = new Listings(disk);
    await listings.below('file:///ws');
    const { length } = disk.lists;
    assert.equal(listings.added('file:///ws/b/new.json'), true);
    assert.equal(listings.removed('file:///ws/a.json'), true);
    assert.deepEqual(await listings.below('file:///ws'), ['b/c.jsonc', 'b/new.json']);
    assert.equal(listings.removed('file:///ws/b'), true);
    assert.deepEqual(await listings.below('file:///ws'), []);
    assert.equal(disk.lists.length, length);
  });

  it('are looked up again where a folder comes, since nobody says what is in it', async () => {
    const disk = world();
    const listings = new Listings(disk);
    await listings.below('file:///ws');
    disk.write('file:///ws/moved/x.json', '');
    assert.equal(listings.added('file:///ws/moved'), true);
    assert.deepEqual(await listings.below('file:///ws'), ['a.json', 'b/c.jsonc', 'moved/x.json']);
  });

  for (const [what, uri] of [
    ['a file of another kind', 'file:///ws/main.ts'],
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
    assert.deepEqual(await listings.below('file:///ws'), ['a.json', 'late.json', 'b/c.jsonc']);
  });
});
