import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { run, runIn, worldOf } from '../../../../support/cliRun.ts';
import { profileWith } from '../../../../support/profiles.ts';

const on = profileWith('W locked on · P unlocked · A unlocked');
const overwritten = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const files = { 'zoom-lock-profile.json': on, 'a.zoom-create.json': overwritten, 'b.zoom-create.json': overwritten };
const terminal = { columns: 60, colours: true };

describe('text on a terminal', () => {
  it('has colours, is broken at the width, and is the same without', async () => {
    const { out } = await runIn(worldOf(files), ['check', 'a.zoom-create.json'], '', terminal);
    assert.ok(out.includes('\u001b[33mwarning\u001b[39m'), out);
    assert.equal(
      stripVTControlCharacters(out),
      `a.zoom-create.json:1:57: warning: Zoom will store
  waiting_room as true: the account has the Waiting Room on
  and locked. [waiting-room-overwritten]
    1 | …"waiting_room": false } }
      |                  ^^^^^
      cause: zoom-lock-profile.json:1: ${on.slice(0, 21)}

1 warning in 1 file.
`,
    );
  });

  it('what a file holds brings no colours along', async () => {
    const named = { 'zoom-lock-profile.json': on, '%1B[31mred.zoom-create.json': overwritten };
    const { out } = await runIn(worldOf(named), ['check', '.'], '', terminal);
    assert.ok(out.startsWith('\\u001b[31mred.zoom-create.json:1:57: '), out);
  });

  it('has none where nothing is a terminal', async () => {
    const { out } = await run('check .', files);
    assert.equal(out, stripVTControlCharacters(out));
  });
});

describe('what is shown', () => {
  const several = { ...files, 'c.zoom-create.json': '{ "settings": { "waiting_room": true, "type": ' };

  it('--min-severity hides, and changes neither the sum nor the exit code', async () => {
    const { code, out } = await run('check . --min-severity error', files);
    assert.deepEqual([code, out], [1, '2 warnings in 3 files.\n2 not shown (--min-severity).\n']);
    const { out: json } = await run('check . --min-severity error -f json', files);
    const { files: checked, summary } = JSON.parse(json);
    assert.deepEqual([checked.flatMap(({ findings }: { findings: object[] }) => findings), summary.warnings], [[], 2]);
  });

  it('--max-warnings allows so many', async () => {
    const codes = async (those: Readonly<Record<string, string>>) =>
      Promise.all([0, 1, 2, 3].map(async (most) => (await run(`check . --max-warnings ${most}`, those)).code));
    assert.deepEqual(await codes(files), [1, 1, 0, 0]);
    // An error is more than any number of warnings.
    assert.deepEqual(await codes(several), [1, 1, 1, 1]);
  });

  it('--quiet leaves findings and problems', async () => {
    const { out, error } = await run('check a.zoom-create.json gone -q', files);
    assert.match(out, /^a\.zoom-create\.json:1:57: warning: /);
    assert.doesNotMatch(out, /in 1 file/);
    assert.equal(error, 'gone: no such file or folder\n');
    assert.equal((await run('check zoom-lock-profile.json -q', files)).out, '');
  });

  it('--quiet says at least that there is something, where nothing is shown of what fails the check', async () => {
    const { code, out } = await run('check a.zoom-create.json -q --min-severity error', files);
    assert.deepEqual([code, out], [1, '1 warning in 1 file.\n1 not shown (--min-severity).\n']);
    const allowed = await run('check a.zoom-create.json -q --min-severity error --max-warnings 1', files);
    assert.deepEqual([allowed.code, allowed.out], [0, '']);
  });

  it('files come as they are checked, a lock profile at the end', async () => {
    const outs: string[] = [];
    const more = { out: (text: string) => void outs.push(text) };
    const idle = on.replace(/\}$/, ',"ignore":[{"code":"passcode-too-long"}]}');
    const world = worldOf({
      'a.zoom-create.json': overwritten,
      'z.zoom-create.json': overwritten,
      'zoom-lock-profile.json': idle,
    });
    await runIn(world, ['check', '.'], '', more);
    const heads = outs.map((each) => each.split(':')[0]);
    assert.deepEqual(heads, [
      'a.zoom-create.json',
      'z.zoom-create.json',
      'zoom-lock-profile.json',
      '2 warnings, 1 hint in 3 files.\n',
    ]);
  });
});
