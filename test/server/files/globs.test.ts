import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Files } from '../../../server/files/files.ts';
import { entriesByPath, globFor, matcher } from '../../../server/files/globs.ts';
import { inspect } from '../../../server/inspection/inspect.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';
import { profileWith } from '../../support/profiles.ts';
import { runs } from '../../support/rotation.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const text = profileWith('W unlocked · P unlocked · A unlocked').replace(
  /\}$/,
  ',"requests":[{"files":"a/*.json","operation":"create"},{"files":"b/*.json","operation":"create"}]}',
);

async function codes(files: Files): Promise<readonly string[]> {
  const [inspection] = await inspect(files, { uri: profile, text, root: 'file:///ws' });
  return (inspection?.findings ?? []).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

describe('patterns that match no file', () => {
  it('are reported, and looked up once until a file comes or goes', async () => {
    const world = new InMemoryWorld({ [profile]: text, 'file:///ws/a/x.json': '{}' });
    const files = new Files(world);
    assert.deepEqual(await codes(files), ['profile-request-unmatched "b/*.json"']);
    const { length } = world.lists;
    assert.deepEqual(await codes(files), ['profile-request-unmatched "b/*.json"']);
    assert.equal(world.lists.length, length);
    files.listings.added('file:///ws/b/y.json');
    assert.deepEqual(await codes(files), []);
  });

  it('silent where it cannot be determined', async () => {
    assert.deepEqual(await codes(new Files(new InMemoryWorld())), []);
  });
});

describe('globFor', () => {
  const name = fc.string({
    unit: fc.constantFrom(...'ab._-/\\ *?[]{}()!+@|$^~#,:;<>&%=`\'"ü🙂'),
    minLength: 1,
    maxLength: 8,
  });
  const path = name.filter((each) => each.split('/').every((part) => !['', '.', '..'].includes(part)));

  it('matches the path, and no longer one', () => {
    const law = fc.property(path, (each) => {
      const matches = matcher(globFor(each) ?? '');
      assert.deepEqual([matches(each), matches(`${each}x`), matches(`x${each}`)], [true, false, false]);
    });
    fc.assert(law, runs(300));
  });

  it('plain names stay as they are', () =>
    assert.equal(globFor('a b/c-1.zoom-create.json'), 'a b/c-1.zoom-create.json'));

  it('a path that is too long for a pattern has none', () => {
    assert.equal(globFor('a'.repeat(1000))?.length, 1000);
    assert.equal(globFor('a'.repeat(1001)), undefined);
  });
});

describe('matcher', () => {
  it('a pattern that cannot be read matches nothing', () => {
    assert.equal(matcher('')('a'), false);
    assert.equal(matcher('*'.repeat(1001))('a'), false);
    assert.equal(matcher('*.json')('.a.json'), true);
  });
});

describe('entries by path', () => {
  const names = fc.constantFrom('a', 'ab', 'b', 'a.json');
  const path = fc.array(names, { minLength: 1, maxLength: 4 }).map((each) => each.join('/'));
  const part = fc.constantFrom('a', 'ab', '*', '**', 'a*', '{a,b}', '?', 'a.json', '*.json', '[');
  const files = fc.option(
    fc.array(part, { minLength: 1, maxLength: 4 }).map((each) => each.join('/')),
    { nil: undefined },
  );

  it('are those whose own pattern matches, in the order of the list', () => {
    const law = fc.property(fc.array(files, { maxLength: 20 }), fc.array(path, { maxLength: 5 }), (patterns, paths) => {
      const entries = patterns.map((each) => ({ files: each }));
      const entriesFor = entriesByPath(entries);
      for (const each of paths) {
        const expected = entries.filter((entry) => entry.files === undefined || matcher(entry.files)(each));
        assert.deepEqual(entriesFor(each), expected);
      }
    });
    fc.assert(law, runs(300));
  });
});
