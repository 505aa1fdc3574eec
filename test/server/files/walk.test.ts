import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { walkBelow } from '../../../server/files/walk.ts';
import type { Disk, FolderContent } from '../../../server/files/world.ts';
import { say } from '../../../shared/text.ts';
import { InMemoryWorld } from '../../support/inMemoryWorld.ts';

const ws = 'file:///ws';
const limits = { atMost: 100_000, within: ws };

async function walk(files: Readonly<Record<string, string>>, folder = ws) {
  const entries = Object.entries(files).map(([path, text]) => [`${ws}/${path}`, text]);
  const { paths, ignored } = await walkBelow(new InMemoryWorld(Object.fromEntries(entries)), folder, limits);
  return { paths, ignored };
}

/** A disk of which only the entries matter. */
function diskOf(list: (uri: string) => FolderContent): Pick<Disk, 'list' | 'read' | 'real'> {
  return { list, read: () => ({ state: 'missing' }), real: (uri) => uri };
}

async function problemsOf(disk: Pick<Disk, 'list' | 'read' | 'real'>, atMost = 100_000): Promise<readonly string[]> {
  const { problems } = await walkBelow(disk, ws, { atMost, within: ws });
  return problems.map(({ path, reason }) => `${path}: ${say(reason)}`);
}

describe('a walk through a folder', () => {
  it('finds what may be ours in the order of the names, and nothing in the folders of others', async () => {
    const { paths } = await walk({
      'zoom-lock-profile.json': '',
      'a.json': '',
      'a/x%20y.JSON': '',
      'a/main.ts': '',
      'a/main.go': '',
      'a/create.PY': '',
      'a/env/pyvenv.cfg': '',
      'a/env/lib/zoom.py': '',
      'a/lib/site-packages/zoom.py': '',
      'README.md': '',
      'BODY.JSONC': '',
      'a/node_modules/p.json': '',
      'vendor/p.json': '',
      '.venv/p.json': '',
      'venv/p.json': '',
      '.git/p.json': '',
    });
    assert.deepEqual(paths, [
      'BODY.JSONC',
      'README.md',
      'a/create.PY',
      'a/main.ts',
      'a/x y.JSON',
      'a.json',
      'zoom-lock-profile.json',
    ]);
  });

  it('leaves out what git ignores, by the files of every folder and of the repository, but not what others need', async () => {
    const found = await walk({
      '.git/info/exclude': 'secret.json',
      '.gitignore': '*.zoom-create.json\n!keep.*\n/out/',
      'a.zoom-create.json': '',
      'keep.zoom-create.json': '',
      'a.zoom-meeting.json': '',
      'zoom-lock-profile.json': '',
      'b/.gitignore': '*.json',
      'b/c.json': '',
      'b/zoom-lock-profile.json': '',
      'b/out/d.json': '',
      'out/e.json': '',
      'secret.json': '',
    });
    assert.deepEqual(found, {
      paths: ['a.zoom-meeting.json', 'b/zoom-lock-profile.json', 'keep.zoom-create.json', 'zoom-lock-profile.json'],
      // What is looked at last comes first.
      ignored: ['secret.json', 'out/', 'a.zoom-create.json', 'b/c.json', 'b/out/d.json'],
    });
  });

  it('knows what git ignores further up', async () => {
    const files = {
      '.gitignore': '/a/b/c.json',
      'a/.gitignore': 'd.json',
      'a/b/c.json': '',
      'a/b/d.json': '',
      'a/b/e.json': '',
    };
    assert.deepEqual((await walk(files, `${ws}/a/b`)).paths, ['e.json']);
  });

  it('an ignored folder that the user names is looked into', async () => {
    assert.deepEqual((await walk({ '.gitignore': 'out/', 'out/a.json': '' }, `${ws}/out`)).paths, ['a.json']);
  });

  it('follows links inside alone, and says so of files by our names', async () => {
    const world = new InMemoryWorld({
      [`${ws}/a.json`]: '',
      'file:///elsewhere/b.json': '',
      'file:///elsewhere/c/d.json': '',
    });
    for (const [name, target] of [
      ['inside.json', `${ws}/a.json`],
      ['outside.json', 'file:///elsewhere/b.json'],
      ['x.zoom-create.json', 'file:///elsewhere/b.json'],
      ['zoom-lock-profile.json', 'file:///elsewhere/b.json'],
    ] as const)
      world.link(`${ws}/${name}`, target);
    assert.deepEqual((await walkBelow(world, ws, limits)).paths, ['a.json', 'inside.json']);
    assert.deepEqual([...(await problemsOf(world))].sort(), [
      'x.zoom-create.json: leads outside the workspace folder or repository, and is not read',
      'zoom-lock-profile.json: leads outside the workspace folder or repository, and is not read',
    ]);
  });

  it('says what it cannot look into, and goes on', async () => {
    const world = new InMemoryWorld({ [`${ws}/a/b.json`]: '', [`${ws}/c.json`]: '' });
    world.lock(`${ws}/a`);
    assert.deepEqual((await walkBelow(world, ws, limits)).paths, ['c.json']);
    assert.deepEqual(await problemsOf(world), ['a: cannot be read: permission denied']);
  });

  it('gives up on a huge tree', async () => {
    const many = Array.from({ length: 11 }, (_, at) => ({ name: `${at}.json`, type: 'file' as const }));
    const disk = diskOf(() => ({ entries: many }));
    assert.deepEqual(await problemsOf(disk, 10), [': contains more than 10 files and folders']);
    assert.equal((await walkBelow(disk, ws, { atMost: 10, within: ws })).complete, false);
    const whole = await walkBelow(disk, ws, { atMost: 11, within: ws });
    assert.deepEqual([whole.complete, whole.paths.length], [true, 11]);
  });

  it('comes to an end in a tree without one, and says so', async () => {
    const disk = diskOf(() => ({ entries: [{ name: 'again', type: 'folder' }] }));
    assert.match((await problemsOf(disk)).join(), /^again\/(again\/)*again: is nested too deeply$/);
  });

  it('takes a folder of 126,000 files, and lets others have their turn', async (test) => {
    let now = 0;
    const clock = performance.now;
    test.after(() => (performance.now = clock));
    // Not a mock of the runner: that one remembers each call.
    performance.now = () => (now += 0.01);
    const many = Array.from({ length: 126_000 }, (_, at) => ({ name: `${at}.json`, type: 'file' as const }));
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const { paths } = await walkBelow(
      diskOf(() => ({ entries: many })),
      ws,
      { atMost: 1_000_000, within: ws },
    );
    clearInterval(timer);
    assert.equal(paths.length, 126_000);
    assert.ok(turns > 10, `${turns}`);
  });

  it('sees nothing in a world without a view into folders', async () => {
    const { paths, problems } = await walkBelow(
      diskOf(() => ({ entries: [] })),
      ws,
      limits,
    );
    assert.deepEqual([paths, problems], [[], []]);
  });
});
