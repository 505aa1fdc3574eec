import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

/** Checks that have checked nothing, or hardly anything, fail. */

const profile = profileWith('W locked on · P unlocked · A unlocked');
const fine = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": true } }';
const files = {
  'zoom-lock-profile.json': profile,
  'p/a.zoom-create.json': fine,
  'q/package.json': '{}',
  'n.json': '{}',
};
const nothing = 'nothing to check: no requests, lock profiles or meeting files found (--allow-empty accepts that)';
const unchecked = "what depends on the account's locks was not checked (--allow-no-profile accepts that)";

describe('nothing to check', () => {
  for (const [args, problem] of [
    ['check q', `q: ${nothing}`],
    ['check p q', `q: ${nothing}`],
    ['check q/*.json', `q/*.json: ${nothing}`],
    ['check x/*.json', 'x/*.json: no file matches'],
    ['check p/a.zoom-create.json !*.json', nothing],
  ] as const) {
    it(args, async () => {
      const { code, error } = await run(args, files);
      assert.deepEqual([code, error], [2, `${problem}\n`]);
      const json = JSON.parse((await run(`${args} --format json`, files)).out);
      assert.equal(json.problems.length, 1);
    });
  }

  it('is fine for whoever says so', async () => {
    for (const args of [
      'check q --allow-empty',
      'check p q --allow-empty',
      'check p/a.zoom-create.json !a* --allow-empty',
    ])
      assert.deepEqual([args, (await run(args, files)).code], [args, 0]);
  });

  it('and for predict, explain and files', async () => {
    for (const command of ['predict', 'explain', 'files']) assert.equal((await run(`${command} q`, files)).code, 0);
  });
});

describe('requests that git ignores', () => {
  const listing = profile.replace(/\}\s*$/, ', "requests": [{ "files": "payloads/*.json", "operation": "create" }] }');
  const listed = { 'zoom-lock-profile.json': listing, 'payloads/a.json': fine, '.gitignore': 'payloads/' };
  const accepting = '(--no-gitignore searches them, --allow-empty accepts that)';
  const none = `lists requests, and none of them was checked: git ignores them ${accepting}`;

  it('all that a lock profile lists', async () => {
    assert.deepEqual((await run('check .', listed)).error, `zoom-lock-profile.json: ${none}\n`);
    const two = {
      ...Object.fromEntries(Object.entries(listed).map(([name, text]) => [`p/${name}`, text])),
      'q/zoom-lock-profile.json': listing,
      'q/payloads/a.json': fine,
    };
    const { code, out, error } = await run('check .', two);
    assert.deepEqual([code, out, error], [2, 'No findings in 3 files.\n', `p/zoom-lock-profile.json: ${none}\n`]);
  });

  it('all that there are', async () => {
    const named = { 'zoom-lock-profile.json': profile, 'a.zoom-create.json': fine, '.gitignore': '*.zoom-create.json' };
    const { code, error } = await run('check .', named);
    assert.deepEqual([code, error], [2, `no request was checked: git ignores all of them ${accepting}\n`]);
    assert.equal((await run('check .', { ...named, 'b.zoom-update.json': fine })).code, 0);
  });

  it('are fine where others are checked, or for whoever says so', async () => {
    for (const args of [
      '. --allow-empty',
      '. --no-gitignore',
      '. --exclude payloads',
      'zoom-lock-profile.json',
      'payloads',
    ])
      assert.deepEqual([args, (await run(`check ${args}`, listed)).code], [args, 0]);
    assert.equal((await run('check .', { ...listed, 'a.zoom-create.json': fine })).code, 0);
    const accounts = { ...listed, '.gitignore': 'other/', 'us.zoom-lock-profile.json': listing, 'other/x.json': '{}' };
    for (const args of ['.', '. --profile us.zoom-lock-profile.json'])
      assert.deepEqual([args, (await run(`check ${args}`, accounts)).code], [args, 0]);
    // Nothing is ignored: the finding says that the pattern matches nothing.
    assert.equal((await run('check .', { 'zoom-lock-profile.json': listing })).code, 1);
  });
});

describe('requests without a lock profile', () => {
  const one = { 'a.zoom-create.json': fine };

  it('fail the check, and 2 wins over 1', async () => {
    assert.deepEqual((await run('check .', one)).error, `a.zoom-create.json: has no lock profile: ${unchecked}\n`);
    const warning = { 'a.zoom-create.json': '{ "waiting_room": true, "password": "q8zXw2Lt" }' };
    assert.equal((await run('check . --allow-no-profile', warning)).code, 1);
    assert.equal((await run('check .', warning)).code, 2);
  });

  it('count a profile that is broken, whatever its own finding counts as', async () => {
    for (const broken of ['{', '', '{ "waitingRoom": { "enabled": true, "locked": true }']) {
      const { code } = await run('check . --set-severity profile-syntax=off', {
        ...one,
        'zoom-lock-profile.json': broken,
      });
      assert.deepEqual([broken, code], [broken, 2]);
    }
  });

  // Where the profile is checked, too, the finding says so.
  it('count a profile that is not valid in part: less is checked than its author thinks', async () => {
    const wrong = '"passcode" must be an object in braces. It is treated as missing.';
    const profile = '{ "waitingRoom": { "enabled": true, "locked": true }, "passcode": "on" }';
    const files = { ...one, 'zoom-lock-profile.json': profile };
    const named = await run('check a.zoom-create.json --allow-no-profile', files);
    assert.deepEqual([named.code, named.error], [2, `zoom-lock-profile.json: ${wrong}\n`]);
    const all = await run('check .', files);
    assert.deepEqual([all.code, all.error], [1, '']);
    assert.match(all.out, /error: "passcode" must be an object in braces. It is treated as missing. \[profile-type\]/);
    const mild = '{ "waitingRoom": { "enabled": true, "locked": true }, "nope": 1, "rules": "2025-03-24" }';
    assert.equal((await run('check a.zoom-create.json', { ...one, 'zoom-lock-profile.json': mild })).code, 0);
  });

  it('are counted, and the first ones named', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map((each) => [`${each}.zoom-create.json`, fine]);
    const { error } = await run('check .', Object.fromEntries(names));
    const named = 'a.zoom-create.json, b.zoom-create.json, c.zoom-create.json, and 2 more files';
    assert.equal(error, `5 requests have no lock profile: ${unchecked}: ${named}\n`);
  });

  it('are fine for whoever says so, and told all the same', async () => {
    const { code, out, error } = await run('check . --allow-no-profile', one);
    const told = "1 request has no lock profile: what depends on the account's locks was not checked.";
    assert.deepEqual([code, out, error], [0, `No findings in 1 file.\n${told}\n`, '']);
  });

  it('never fail predict, explain and files', async () => {
    for (const command of ['predict', 'explain', 'files']) assert.equal((await run(`${command} .`, one)).code, 0);
  });
});

describe('files from hooks', () => {
  const listed = { ...files, 'logo.png': new Uint8Array([0x89, 0xff]), 'a b.txt': 'x' };

  it('--ignore-unknown passes over named files that are missing or not ours', async () => {
    const args = 'check --ignore-unknown n.json logo.png q/package.json gone.zoom-create.json gone.txt';
    assert.deepEqual(await run(args, listed), {
      code: 0,
      out: 'No requests, lock profiles or meeting files found.\n',
      error: '',
    });
    assert.equal((await run('check n.json logo.png', listed)).code, 2);
  });

  it('what is ours is checked, and what of it cannot be read is told', async () => {
    const broken = { ...listed, 'p/b.zoom-create.json': new Uint8Array([0xff]) };
    const { code, out, error } = await run(
      'check --ignore-unknown n.json p/a.zoom-create.json p/b.zoom-create.json',
      broken,
    );
    assert.deepEqual([code, out, error], [2, 'No findings in 1 file.\n', 'p/b.zoom-create.json: is not valid UTF-8\n']);
  });

  it('no file at all, as xargs calls it', async () => assert.equal((await run('check --ignore-unknown')).code, 0));

  describe('--stdin-filepath', () => {
    const around = {
      'zoom-lock-profile.json': JSON.stringify({
        ...JSON.parse(profile),
        requests: [{ files: 'listed/*.json', at: '/bodies/*', operation: 'update' }],
      }),
      'p/zoom-lock-profile.json': profileWith('W locked off · P unlocked · A unlocked'),
    };
    const about = async (args: string, text: string) => {
      const { out } = await run(`predict ${args} --format json`, around, text);
      return JSON.parse(out).requests.map(({ file, operation, profile, request }: Record<string, string>) =>
        [file, operation, profile, request].join(' '),
      );
    };

    it('gives standard input a name, and with it operation, profile and the requests in it', async () => {
      assert.deepEqual(await about('- --stdin-filepath a.zoom-update.json', '{}'), [
        'a.zoom-update.json update zoom-lock-profile.json ',
      ]);
      assert.deepEqual(await about('--stdin-filepath p/a.zoom-create.json', '{}'), [
        'p/a.zoom-create.json create p/zoom-lock-profile.json ',
      ]);
      assert.deepEqual(await about('--stdin-filepath listed/x.json', '{ "bodies": { "a": {}, "b": {} } }'), [
        'listed/x.json update zoom-lock-profile.json /bodies/a',
        'listed/x.json update zoom-lock-profile.json /bodies/b',
      ]);
    });

    it('of a file that is not ours: a problem, or nothing', async () => {
      assert.equal((await run('check --stdin-filepath n.json', around, '{}')).code, 2);
      assert.equal((await run('check --stdin-filepath n.json --ignore-unknown', around, '{}')).code, 0);
    });
  });
});
