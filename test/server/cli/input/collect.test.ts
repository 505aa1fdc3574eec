import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run, runIn, worldOf } from '../../../support/cliRun.ts';

/** Paths, globs and folders → files, in the order of `check --format json`. */

const files = {
  'a.zoom-create.json': '{}',
  'b.zoom-update.jsonc': '{}',
  'd/c.zoom-create.json': '{}',
  'd/e/ü #1% [x].zoom-create.json': '{}',
  'd/plain.json': '{}',
  'd/node_modules/x/n.zoom-create.json': '{}',
  'd/.git/g.zoom-create.json': '{}',
  'd/.hidden/h.zoom-create.json': '{}',
  'd/notes.txt': '{}',
  '../above.zoom-create.json': '{}',
  '../../outside.zoom-create.json': '{}',
};

async function filesOf(args: string): Promise<readonly string[]> {
  const { out } = await run(`check ${args} --format json`, encoded());
  return JSON.parse(out).files.map(({ file }: { file: string }) => file);
}

/** The names as parts of a URI. */
function encoded(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name.split('/').map(encodeURIComponent).join('/'), text]),
  );
}

const inD = ['d/.hidden/h.zoom-create.json', 'd/c.zoom-create.json', 'd/e/ü #1% [x].zoom-create.json'];

describe('which files the paths mean', () => {
  for (const [args, expected] of [
    ['a.zoom-create.json', ['a.zoom-create.json']],
    ['./a.zoom-create.json', ['a.zoom-create.json']],
    ['/repo/work/a.zoom-create.json', ['a.zoom-create.json']],
    ['a.zoom-create.json ./a.zoom-create.json', ['a.zoom-create.json']],
    ['b.zoom-update.jsonc a.zoom-create.json', ['b.zoom-update.jsonc', 'a.zoom-create.json']],
    ['d', inD],
    ['d/', inD],
    ['.', ['a.zoom-create.json', 'b.zoom-update.jsonc', ...inD]],
    ['*.json', ['a.zoom-create.json']],
    ['*.json*', ['a.zoom-create.json', 'b.zoom-update.jsonc']],
    ['**/*.zoom-create.json', ['a.zoom-create.json', ...inD]],
    ['d/*.json', ['d/c.zoom-create.json']],
    ['./d/**', inD],
    ['{a,d/c}.zoom-create.json', ['a.zoom-create.json', 'd/c.zoom-create.json']],
    ['?.zoom-create.json', ['a.zoom-create.json']],
    ['/repo/work/*.json', ['a.zoom-create.json']],
    ['../*.json', ['/repo/above.zoom-create.json']],
    ['../../outside.zoom-create.json', ['/outside.zoom-create.json']],
    ['d/node_modules/x', ['d/node_modules/x/n.zoom-create.json']],
    ['d a.zoom-create.json', [...inD, 'a.zoom-create.json']],
  ] as const) {
    it(args, async () => assert.deepEqual(await filesOf(args), expected));
  }

  it('a pattern that leads no deeper does not need what is there', async () => {
    const world = worldOf(encoded());
    world.lock('file:///repo/work/d/e');
    for (const args of ['*.json', 'd/*.json', '?/*.json', '[d]/[c]*.json'])
      assert.equal((await runIn(world, ['check', args, '--allow-no-profile'])).error, '', args);
    for (const args of ['d/**', 'd/*/*.json', '{d/e,x}/*.json'])
      assert.equal(
        (await runIn(world, ['check', args])).error.split('\n')[0],
        'd/e: cannot be read: permission denied',
      );
  });

  it('a name with a backslash is a name where there is such a file, and nothing else', async () => {
    const world = worldOf({ 'a%5Cb.zoom-create.json': '{}' });
    const { code, out } = await runIn(world, ['check', 'a\\b.zoom-create.json', '--ignore-unknown', '-f', 'json']);
    assert.deepEqual(
      [code, JSON.parse(out).files.map(({ file }: { file: string }) => file)],
      [2, ['a\\b.zoom-create.json']],
    );
  });

  // `git diff --name-only | xargs` names whatever has changed.
  it('a name that begins with ! is not taken for a pattern without a word', async () => {
    const world = worldOf({ '!a.zoom-create.json': '{}', 'b.zoom-create.json': '{}' });
    const { code, error } = await runIn(world, [
      'check',
      '!a.zoom-create.json',
      'b.zoom-create.json',
      '--ignore-unknown',
      '--allow-no-profile',
    ]);
    assert.deepEqual(
      [code, error],
      [
        2,
        '!a.zoom-create.json: is the name of a file: write ./!a.zoom-create.json for the file, or --exclude for a pattern\n',
      ],
    );
    const { out } = await runIn(world, ['check', './!a.zoom-create.json', '-f', 'json']);
    assert.equal(JSON.parse(out).files[0].file, '!a.zoom-create.json');
  });

  it('a name with brackets is a name where there is such a file', async () => {
    const { out, code } = await run('check a[1].zoom-create.json --allow-no-profile', {
      'a%5B1%5D.zoom-create.json': '{}',
    });
    assert.equal(code, 0);
    assert.match(out, /^No findings in 1 file\.\n/);
  });
});

describe('what could not be seen', () => {
  it('a folder without permission: exit code 2, and the rest is checked', async () => {
    const world = worldOf({ 'd/a.zoom-create.json': '{}', 'b.zoom-create.json': '{}' });
    world.lock('file:///repo/work/d');
    for (const path of ['.', '**/*.json']) {
      const { code, out, error } = await runIn(world, ['check', path, '--format', 'json', '--allow-no-profile']);
      const checked = JSON.parse(out).files.map(({ file }: { file: string }) => file);
      assert.deepEqual([code, checked, error], [2, ['b.zoom-create.json'], 'd: cannot be read: permission denied\n']);
    }
  });

  it('a request that is a link to outside the repository: exit code 2; named, it is read', async () => {
    const world = worldOf({ 'b.zoom-create.json': '{}', '../../elsewhere.json': '{}' });
    world.link('file:///repo/work/a.zoom-create.json', 'file:///elsewhere.json');
    const { code, error } = await runIn(world, ['check', '.', '--allow-no-profile']);
    const reason = 'leads outside the workspace folder or repository, and is not read';
    assert.deepEqual([code, error], [2, `a.zoom-create.json: ${reason}\n`]);
    assert.equal((await runIn(world, ['check', 'a.zoom-create.json', '--allow-no-profile'])).code, 0);
  });

  it('a pattern that cannot be read says why', async () => {
    const { code, error } = await run('check [ab.json', files);
    assert.deepEqual([code, error], [2, '[ab.json: no file matches. A bracket is not closed in this pattern.\n']);
  });
});

describe('what git ignores', () => {
  const ignoring = { ...files, '../.gitignore': 'work/d/\n*.jsonc' };

  it('is left out, unless it is named', async () => {
    for (const [paths, expected] of [
      ['.', ['a.zoom-create.json']],
      ['. b.zoom-update.jsonc', ['a.zoom-create.json', 'b.zoom-update.jsonc']],
      ['d/c.zoom-create.json', ['d/c.zoom-create.json']],
      ['d', ['d/.hidden/h.zoom-create.json', 'd/c.zoom-create.json']],
    ] as const) {
      const world = worldOf(ignoring);
      world.remove('file:///repo/work/d/e/%C3%BC%20%231%25%20%5Bx%5D.zoom-create.json');
      const { out } = await runIn(world, ['check', ...paths.split(' '), '--format', 'json']);
      const checked = JSON.parse(out).files.map(({ file }: { file: string }) => file);
      assert.deepEqual(
        checked.filter((each: string) => !each.includes('ü')),
        expected,
        paths,
      );
    }
  });
});

describe('--operation', () => {
  it('makes any file a request that is named or that a glob picks', async () => {
    for (const path of ['d/plain.json', 'd/plain*.json', 'd/notes.txt']) {
      const { code, out } = await run(`predict ${path} --operation update --format json`, files);
      assert.deepEqual([code, JSON.parse(out).requests[0]?.operation], [0, 'update']);
    }
  });

  it('in a folder it counts for requests alone', async () => {
    const { out } = await run('predict d --operation update --format json', encoded());
    const all = JSON.parse(out).requests.map(({ file, operation }: { file: string; operation: string }) => [
      file,
      operation,
    ]);
    assert.deepEqual(
      all,
      inD.map((file) => [file, 'update']),
    );
  });
});

describe('standard input', () => {
  it('is read for -, with the profile of the working folder', async () => {
    const profile = '{ "waitingRoom": { "enabled": true, "locked": true } }';
    const result = await run(
      'check - --operation create',
      { 'zoom-lock-profile.json': profile },
      '\uFEFF{ "settings": { "waiting_room": false } }',
    );
    assert.match(result.out, /^-:1:33: warning: .* \[waiting-room-overwritten\]\n/);
    assert.equal(result.code, 1);
  });

  it('is read once, however often it is named', async () => {
    const { out } = await run('check - - --operation create --format json', {}, '{ "password": 1 }');
    assert.deepEqual(
      JSON.parse(out).files.map(({ file }: { file: string }) => file),
      ['-'],
    );
  });

  it('that is no UTF-8', async () => {
    const { code, error } = await run('check - --operation create', {}, new Uint8Array([0xff, 0xfe]));
    assert.deepEqual([code, error], [2, '-: is not valid UTF-8\n']);
  });

  it('that is empty has a finding', async () => {
    const { code, out } = await run('check - --operation create --allow-no-profile');
    assert.match(out, /^-:1:1: warning: .*empty.* \[field-type\]/);
    assert.equal(code, 1);
  });

  it('needs an operation', async () => {
    const { code, out, error } = await run('check -', {}, '{}');
    assert.deepEqual([code, out], [2, '']);
    assert.match(error, /^Standard input needs --operation/);
  });
});
