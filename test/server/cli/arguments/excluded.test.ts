import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excludedBy } from '../../../../server/cli/arguments/excluded.ts';
import { run, runIn, worldOf } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

const files = {
  'zoom-lock-profile.json': profileWith('W locked on · P unlocked · A unlocked'),
  'a.zoom-create.json': '{}',
  'b.draft.zoom-create.json': '{}',
  'd/c.zoom-create.json': '{}',
  'd/e/f.draft.zoom-create.json': '{}',
  '%23odd/g.zoom-create.json': '{}',
};

/** The letters of the requests that are checked. */
async function checked(...args: string[]): Promise<string> {
  const { out } = await runIn(worldOf(files), ['check', ...args, '--format', 'json']);
  const names: string[] = JSON.parse(out).files.map(({ file }: { file: string }) => file);
  return names
    .flatMap((name) => /(\w)(?:\.draft)?\.zoom-create/.exec(name)?.[1] ?? [])
    .sort()
    .join('');
}

describe('what is left out', () => {
  for (const [args, expected] of [
    ['.', 'abcfg'],
    ['. !a.zoom-create.json', 'bcfg'],
    ['. !./a.zoom-create.json', 'bcfg'],
    ['. !*.draft.*', 'acg'],
    ['. --exclude *.draft.* --exclude d', 'ag'],
    ['. !*.draft.* !d', 'ag'],
    ['. !d/', 'abg'],
    ['. !d/e', 'abcg'],
    ['. !d\\e', 'abcg'],
    ['. !d/*', 'abg'],
    ['. !**/e', 'abcg'],
    ['. !{a,b}*', 'cfg'],
    ['. !#odd', 'abcf'],
    ['. !/repo/work/d', 'abg'],
    ['d !e', 'c'],
    ['d/**/*.json !d/e/**', 'c'],
    ['a.zoom-create.json d !a.zoom-create.json', 'cf'],
    ['. !../work/d', 'abg'],
    // The names above the working folder do not count.
    ['. !work', 'abcfg'],
    ['. !repo/work', 'abcfg'],
  ] as const) {
    it(args, async () => assert.equal(await checked(...args.split(' ')), expected));
  }

  it('is not listed at all: what cannot be read in it is no problem', async () => {
    const world = worldOf(files);
    world.lock('file:///repo/work/d');
    assert.equal((await runIn(world, ['check', '.', '!d'])).code, 0);
    assert.equal(world.lists.includes('file:///repo/work/d'), false);
  });

  it('may use an entry of ignore, which is not reported as unused then', async () => {
    const ignore = [{ code: 'waiting-room-overwritten', files: 'd/**' }];
    const ignoring = {
      'zoom-lock-profile.json': JSON.stringify({ ...JSON.parse(files['zoom-lock-profile.json']), ignore }),
      'd/a.zoom-create.json': '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }',
      'b.zoom-create.json': '{ "password": "q8zXw2Lt", "settings": { "waiting_room": true } }',
    };
    assert.equal((await run('check . !d', ignoring)).out, 'No findings in 2 files.\n');
  });

  it('everything: nothing is checked, which fails', async () => {
    const { code, error } = await run('check . !*', files);
    assert.deepEqual([code, error.startsWith('.: nothing to check')], [2, true]);
  });

  it('a pattern that cannot be read says why', () =>
    assert.deepEqual(excludedBy(['a['], 'file:///repo'), {
      problem: 'Cannot exclude a[. A bracket is not closed in this pattern.',
    }));

  it('--no-gitignore searches what git ignores', async () => {
    const ignoring = { ...files, '.gitignore': 'd/' };
    const names = async (args: string) =>
      JSON.parse((await run(`check . ${args} -f json`, ignoring)).out).summary.files;
    assert.deepEqual([await names(''), await names('--no-gitignore')], [4, 6]);
  });
});
