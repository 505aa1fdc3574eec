import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { reasons } from '../../../../server/files/world.ts';
import { folderWith, run, runIn, spawn, worldOf } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

const on = profileWith('W locked on · P unlocked · A unlocked');
const pOn = profileWith('W unlocked · P locked on · A unlocked');
const overwritten = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const fine = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": true } }';
/** What fits on a line of it. */
const beginningOf = (line: string) => line.slice(0, 90);
const escaped = (words: string) => words.replace(/[.[\]]/g, '\\$&');
const message = 'Zoom will store waiting_room as true: the account has the Waiting Room on and locked.';

describe('a file that makes the program fail', () => {
  it('is a problem, and the others are checked', async () => {
    const failing = {
      get unreadable(): string {
        throw new Error('torn cable');
      },
    };
    const files = { 'zoom-lock-profile.json': on, 'a.zoom-create.json': failing, 'b.zoom-create.json': '{' };
    const { code, out, error } = await run('check .', files);
    assert.match(out, /^b\.zoom-create\.json:1:2: error/);
    const problem = 'a.zoom-create.json: cannot be inspected: an error of this program\n';
    assert.deepEqual([code, error], [2, problem]);
  });
});

describe('check', () => {
  it('prints file, line, column, severity, message and code; a warning is exit code 1', async () => {
    const files = {
      'zoom-lock-profile.json': `{ "rules": "2020-12-20",
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": true, "locked": false }, "authentication": { "enabled": false, "locked": false } }`,
      'a.zoom-create.json': `{\r\n  "settings": {\r\n    "waiting_room": false } }`,
    };
    assert.deepEqual(await run('check a.zoom-create.json', files), {
      code: 1,
      out: `a.zoom-create.json:3:21: warning: ${message} [waiting-room-overwritten]
    3 | "waiting_room": false } }
      |                 ^^^^^
      cause: zoom-lock-profile.json:2: "waitingRoom": { "enabled": true, "locked": true },

1 warning in 1 file.
`,
      error: '',
    });
  });

  it('JSON: one element a file, places from 0, the line of the profile that causes it, a summary, nothing else', async () => {
    const files = { 'zoom-lock-profile.json': on, 'b.zoom-create.json': fine, 'a.zoom-create.json': overwritten };
    const { code, out, error } = await run('check . --format json', files);
    const range = { start: { line: 0, character: 56 }, end: { line: 0, character: 61 } };
    const finding = {
      code: 'waiting-room-overwritten',
      severity: 'warning',
      message,
      range,
      pointer: '/settings/waiting_room',
      page: 'docs/rules/waiting-room-overwritten.md',
      cause: { file: 'zoom-lock-profile.json', line: 0 },
    };
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      files: [
        { file: 'a.zoom-create.json', findings: [finding] },
        { file: 'b.zoom-create.json', findings: [] },
        { file: 'zoom-lock-profile.json', findings: [] },
      ],
      problems: [],
      summary: { files: 3, requests: 2, withoutProfile: 0, errors: 0, warnings: 1, informations: 0, hints: 0 },
    });
    assert.deepEqual([code, error], [1, '']);
  });

  it('information alone is exit code 0', async () => {
    const { code, out } = await run('check .', { 'zoom-lock-profile.json': pOn, 'a.zoom-create.json': '{}' });
    assert.match(
      out,
      /^a\.zoom-create\.json:1:1: information: .* \[passcode-generated\]\n(?: .*\n)+\n1 info\w* in 2 files\.\n$/,
    );
    assert.equal(code, 0);
  });

  it('hints and information alone are exit code 0', async () => {
    // The Waiting Room and authentication are left out, and the profile is years old: two hints.
    const old =
      '{ "rules": "2025-03-24", "passcode": { "enabled": true, "locked": true }, "capturedAt": "2020-01-31" }';
    const { code, out } = await run('check . --format json', {
      'zoom-lock-profile.json': old,
      'a.zoom-create.json': '{}',
    });
    const severities = JSON.parse(out).files.flatMap(({ findings }: { findings: { severity: string }[] }) =>
      findings.map(({ severity }) => severity),
    );
    assert.deepEqual(severities, ['information', 'hint', 'hint']);
    assert.equal(code, 0);
  });

  it('hints alone are exit code 0', async () => {
    const { code, out } = await run('check .', { 'zoom-lock-profile.json': '{ "rules": "2025-03-24" }' });
    assert.match(
      out,
      /^zoom-lock-profile\.json:1:1: hint: .* \[profile-unknown-setting\]\n(?: .*\n)+\n1 hint in 1 file\.\n$/,
    );
    assert.equal(code, 0);
  });

  it('nothing to report', async () => {
    const files = { 'zoom-lock-profile.json': on, 'a.zoom-create.json': fine };
    assert.deepEqual(await run('check .', files), { code: 0, out: 'No findings in 2 files.\n', error: '' });
  });

  it('a profile that says nothing of the three settings is as good as none', async () => {
    const about = async (profile: string) => {
      const files = { 'zoom-lock-profile.json': profile, 'a.zoom-create.json': fine };
      const { code, error } = await run('check a.zoom-create.json', files);
      const { out: json } = await run('check a.zoom-create.json --format json', files);
      return [code, error, JSON.parse(json).summary.withoutProfile];
    };
    const line =
      "a.zoom-create.json: has a lock profile without waitingRoom, passcode and authentication: what depends on the account's locks was not checked (--allow-no-profile accepts that)\n";
    assert.deepEqual(await about('{}'), [2, line, 1]);
    assert.deepEqual(await about('{ "account": { "plan": "enterprise" }, "capturedAt": "2026-11-24" }'), [2, line, 1]);
    assert.deepEqual(await about('{ "waitingRoom": { "enabled": false, "locked": false } }'), [0, '', 0]);
  });

  it('what is no request is neither counted nor searched for a profile', async () => {
    const { code, out } = await run('check .', { 'a.zoom-create.json': '[]' });
    assert.match(
      out,
      /^a\.zoom-create\.json:1:1: warning: This is a list, not a request\. .* \[not-a-request\]\n(?: .*\n)+\n1 warning in 1 file\.\n$/,
    );
    assert.equal(code, 1);
  });

  it('profiles and meeting files are checked, too', async () => {
    const files = { 'zoom-lock-profile.json': '{', 'a.zoom-meeting.json': '{ "password": 1, "settings": {} }' };
    const { code, out } = await run('check . --format json', files);
    const codes = JSON.parse(out).files.map(({ findings }: { findings: { code: string }[] }) =>
      findings.map((each) => each.code),
    );
    assert.deepEqual([code, codes], [1, [['field-type'], ['profile-syntax']]]);
  });

  it('the column counts UTF-16 code units, without a byte order mark', async () => {
    const text = `\uFEFF{ "topic": "🙂", "settings": { "waiting_room": false } }`;
    const files = { 'zoom-lock-profile.json': on, 'a.zoom-create.json': new TextEncoder().encode(text) };
    const { out } = await run('check a.zoom-create.json', files);
    const column = '{ "topic": "🙂", "settings": { "waiting_room": '.length + 1;
    assert.ok(out.startsWith(`a.zoom-create.json:1:${column}: warning`), out);
  });
});

describe('check: what cannot be read is exit code 2, and the rest is checked all the same', () => {
  const files = { 'zoom-lock-profile.json': on, 'a.zoom-create.json': overwritten };

  for (const [what, args, more, problem] of [
    ['a missing file', 'check a.zoom-create.json no.json', {}, 'no.json: no such file or folder'],
    ['a glob without matches', 'check a.zoom-create.json x/*.json', {}, 'x/*.json: no file matches'],
    ['no UTF-8', 'check .', { 'b.zoom-create.json': new Uint8Array([0xff]) }, 'b.zoom-create.json: is not valid UTF-8'],
    [
      'no permission',
      'check .',
      { 'b.zoom-create.json': { unreadable: 'cannot be read' } },
      'b.zoom-create.json: cannot be read',
    ],
    [
      'no permission for a document in which requests are looked for',
      'check .',
      { 'n.md': { unreadable: reasons.forbidden } },
      'n.md: cannot be read: permission denied',
    ],
    [
      'no permission for code',
      'check .',
      { 'n.py': { unreadable: reasons.forbidden } },
      'n.py: cannot be read: permission denied',
    ],
    [
      'a missing --profile',
      'check a.zoom-create.json --allow-no-profile --profile no.json',
      {},
      'no.json: no such file',
    ],
    ['a missing --meeting', 'check a.zoom-create.json --meeting no.json', {}, 'no.json: no such file'],
    ['a folder as --profile', 'check a.zoom-create.json --profile d', { 'd/x': '' }, 'd: is a folder'],
    [
      'a folder as profile',
      'check d/b.zoom-create.json',
      { 'd/b.zoom-create.json': fine, 'd/zoom-lock-profile.json/x': '' },
      'd/zoom-lock-profile.json: is a folder',
    ],
    [
      'an error as --meeting',
      'check u.zoom-update.json --meeting state.json',
      { 'u.zoom-update.json': fine, 'state.json': '{ "code": 124, "message": "Invalid access token." }' },
      'state.json: is an error response from Zoom (code 124)',
    ],
    [
      'a broken meeting',
      'check u.zoom-update.json',
      { 'u.zoom-update.json': fine, 'u.zoom-meeting.json': '[]' },
      'u.zoom-meeting.json: is a list',
    ],
  ] as const) {
    it(what, async () => {
      const { code, out, error } = await run(args, { ...files, ...more });
      assert.deepEqual([code, error], [2, `${problem}\n`]);
      assert.match(out, /\d files?\.\n/);
    });
  }

  const onLinux = { skip: process.platform !== 'linux' && 'the system has no such names' };

  it('names that are not UTF-8, whatever they may hold', onLinux, (test) => {
    const cwd = folderWith(test, { 'zoom-lock-profile.json': on });
    const named = (name: string) => Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from(name, 'latin1')]);
    mkdirSync(named('\xe9'));
    for (const name of ['\xe9/a.zoom-create.json', '\xe9.zoom-create.json', '\xe9.py', '\xe9.json', '\xe9.txt'])
      writeFileSync(named(name), fine);
    const { code, error } = spawn(cwd, ['check', '.']);
    const reason = 'is not found any more, or its name is not valid UTF-8';
    const names = ['\ufffd.py', '\ufffd.zoom-create.json', '\ufffd'];
    assert.deepEqual([code, error.split('\n').slice(0, -1).sort()], [2, names.map((name) => `${name}: ${reason}`)]);
  });

  it('links that lead nowhere that are called like ours', (test) => {
    const folder = folderWith(test, {
      'zoom-lock-profile.json': on,
      'a.zoom-create.json': fine,
      'd/b.zoom-create.json': fine,
    });
    symlinkSync('gone', join(folder, 'd/zoom-lock-profile.json'));
    symlinkSync('gone', join(folder, 'c.zoom-create.json'));
    symlinkSync('gone', join(folder, 'other.json'));
    const { code, error } = spawn(folder, ['check', '.']);
    const nowhere = 'is a link that leads nowhere';
    assert.deepEqual(error.split('\n').sort(), [
      '',
      `c.zoom-create.json: ${nowhere}`,
      `d/zoom-lock-profile.json: ${nowhere}`,
    ]);
    assert.equal(code, 2);
  });

  it('code in another encoding, where it may hold requests', async () => {
    const request = "<?php // caf\xe9\n$zoom->post('https://api.zoom.us/v2/users/me/meetings', ['json' => []]);";
    const bytes = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(request, (each) => each.charCodeAt(0)).buffer),
    ]);
    const others = {
      'video.ts': bytes('\xff\x47meetings'),
      'old.php': bytes('<?php // caf\xe9'),
      'data.json': bytes('"\xe9"'),
    };
    for (const [name, content] of [
      ['a.php', bytes(request)],
      ['a.md', bytes(`\xe9\n\`\`\`http\n${request}\n\`\`\`\n`)],
      ['a.php', wide],
    ] as const) {
      const files = { 'zoom-lock-profile.json': on, 'b.zoom-create.json': fine, ...others, [name]: content };
      for (const args of [
        'check .',
        `check b.zoom-create.json ${Object.keys(others).join(' ')} ${name} --ignore-unknown`,
      ]) {
        const { code, error } = await run(args, files);
        assert.deepEqual([code, error], [2, `${name}: is not valid UTF-8\n`], args);
      }
      const { 'zoom-lock-profile.json': _, ...ungoverned } = files;
      assert.equal((await run('check . --allow-no-profile', ungoverned)).code, 0);
    }
  });

  it('code that is too large, where it may hold requests', (test) => {
    const request = "fetch('https://api.zoom.us/v2/users/me/meetings', { method: 'POST', body: '{}' });\n";
    const files = { 'zoom-lock-profile.json': on, 'b.zoom-create.json': fine, 'a.js': request, 'other.js': '// none' };
    const folder = folderWith(test, files);
    for (const name of ['a.js', 'other.js']) truncateSync(join(folder, name), 21 * 1024 * 1024);
    const { code, error } = spawn(folder, ['check', '.']);
    assert.deepEqual([code, error], [2, 'a.js: is too large to read\n']);
  });

  it('a file that is none of ours, named', async () => {
    const { code, error } = await run('check package.json', { 'package.json': '{}' });
    assert.equal(code, 2);
    assert.match(error, /^package\.json: cannot tell create from update: .*, or list it in zoom-lock-profile\.json$/m);
    // No profile can list it.
    const text = await run('check notes.txt', { 'notes.txt': '{}' });
    assert.equal(text.code, 2);
    assert.match(
      text.error,
      /^notes\.txt: no requests are looked for in a file with this name: give --operation, or name it NAME/,
    );
    assert.equal((await run('check notes.txt --operation create --allow-no-profile', { 'notes.txt': fine })).code, 0);
  });
});

describe('check: many files', () => {
  it('3000 files in 60 folders: each is read once, and so is the profile', async () => {
    const names = Array.from({ length: 3000 }, (_, at) => `d${at % 60}/${at}.zoom-create.json`);
    const world = worldOf({ 'zoom-lock-profile.json': on });
    for (const name of names) world.write(`file:///repo/work/${name}`, overwritten);
    const { code, out } = await runIn(world, ['check', '.']);
    assert.match(out, /\n3000 warnings in 3001 files\.\n$/);
    assert.equal(code, 1);
    const twice = world.reads.filter((uri, index) => world.reads.indexOf(uri) !== index);
    assert.deepEqual(twice, []);
  });
});

describe('check: what the profile ignores', () => {
  const ignoring = (...entries: readonly object[]) => on.replace(/\}$/, `,"ignore":${JSON.stringify(entries)}}`);
  const room = { code: 'waiting-room-overwritten', files: 'a.*', pointer: '/settings/waiting_room' };
  const unused = 'hint: No file has such a finding, so this entry ignores nothing. [profile-ignore-unused]';

  it('is not reported, in these files at this place alone, and is no reason to fail', async () => {
    const files = { 'zoom-lock-profile.json': ignoring(room), 'a.zoom-create.json': overwritten };
    assert.deepEqual(await run('check .', files), { code: 0, out: 'No findings in 2 files.\n', error: '' });
    const { code, out } = await run('check .', { ...files, 'b.zoom-create.json': overwritten });
    assert.equal(
      out,
      `b.zoom-create.json:1:57: warning: ${message} [waiting-room-overwritten]
    1 | { "password": "•••", "settings": { "waiting_room": false } }
      |                                                    ^^^^^
      cause: zoom-lock-profile.json:1: ${beginningOf(on)}

1 warning in 3 files.
`,
    );
    assert.equal(code, 1);
  });

  it('nor what a comment ignores', async () => {
    const text = `${overwritten} // zoom-request-lens-ignore waiting-room-overwritten: why not`;
    const files = { 'zoom-lock-profile.json': on, 'a.zoom-create.jsonc': text };
    assert.deepEqual((await run('check .', files)).out, 'No findings in 2 files.\n');
  });

  it('predict leaves it out of the findings and shows what is stored all the same', async () => {
    const files = { 'zoom-lock-profile.json': ignoring(room), 'a.zoom-create.json': overwritten };
    const { out } = await run('predict a.zoom-create.json --format json', files);
    const [{ findings, outcomes }] = JSON.parse(out).requests;
    assert.deepEqual([findings, outcomes[0].waiting_room.effect], [[], 'overwritten']);
  });

  it('by the pattern of a profile that is named, a file elsewhere is not covered', async () => {
    const files = { 'p/zoom-lock-profile.json': ignoring({ ...room, files: '**' }), 'a.zoom-create.json': overwritten };
    assert.equal((await run('check a.zoom-create.json --profile p/zoom-lock-profile.json', files)).code, 1);
    const everywhere = { ...files, 'p/zoom-lock-profile.json': ignoring({ code: room.code }) };
    assert.equal((await run('check a.zoom-create.json --profile p/zoom-lock-profile.json', everywhere)).code, 0);
  });

  describe('an entry that nothing uses', () => {
    const idle = { code: 'passcode-too-long' };
    const files = { 'd/zoom-lock-profile.json': ignoring(room, idle), 'd/a.zoom-create.json': overwritten };
    const column = ignoring(room, idle).indexOf(JSON.stringify(idle)) + 1;

    it('is reported where the folder of the profile is checked', async () => {
      for (const path of ['.', 'd']) {
        const { code, out } = await run(`check ${path}`, files);
        assert.match(
          out,
          new RegExp(
            `^d/zoom-lock-profile\\.json:1:${column}: ${escaped(unused)}\n(?: .*\n){2}\n1 hint in 2 files\\.\n$`,
          ),
        );
        assert.equal(code, 0);
      }
    });

    it('the profile itself may be what uses it', async () => {
      const profile = `${ignoring({ code: 'profile-unknown-key' }).slice(0, -1)},"x":1}`;
      const { out } = await run('check .', { 'zoom-lock-profile.json': profile, 'a.zoom-create.json': fine });
      assert.equal(out, 'No findings in 2 files.\n');
    });

    for (const [what, args, more] of [
      ['not all files are looked at', 'check d/zoom-lock-profile.json d/a.zoom-create.json', {}],
      ['a glob may leave out some', 'check d/*.json', {}],
      ['a file is broken', 'check .', { 'd/b.zoom-create.json': '{' }],
      ['a file cannot be read', 'check .', { 'd/b.zoom-create.json': new Uint8Array([0xff]) }],
      [
        'a lock is unknown',
        'check .',
        { 'd/zoom-lock-profile.json': ignoring(room, idle).replace(/"passcode":\{[^}]*\},/, '') },
      ],
      ['another profile is named', 'check . --profile e.json', { 'e.json': on }],
    ] as const) {
      it(`is not reported: ${what}`, async () => {
        assert.doesNotMatch((await run(args, { ...files, ...more })).out, /profile-ignore-unused/);
      });
    }
  });
});
