import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formats } from '../../../../server/cli/formats/formats.ts';
import { run, runIn, worldOf } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';

const files = {
  'zoom-lock-profile.json': profileWith('W locked on · P unlocked · A unlocked'),
  'a.zoom-create.json': '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }',
};

describe('--format NAME=FILE', () => {
  it('writes each to its file, as it would be printed, and the one without a file to standard output', async () => {
    const world = worldOf(files);
    const outputs = formats.flatMap(({ name }) => ['-f', `${name}=${name}.out`]);
    const { out, error } = await runIn(world, ['check', '.', ...outputs]);
    assert.deepEqual([out, error], ['', '']);
    for (const { name } of formats) {
      const printed = (await run(`check . --format ${name}`, files)).out;
      assert.equal(world.textOf(`file:///repo/work/${name}.out`), printed, name);
    }
    const { out: text } = await runIn(world, ['check', '.', '-f', 'json=x.json', '-f', 'text']);
    assert.equal(text, (await run('check .', files)).out);
  });

  it('of predict and files, too', async () => {
    for (const command of ['predict', 'files']) {
      const world = worldOf(files);
      await runIn(world, [command, '.', '-f', 'json=x.out', '-f', 'text']);
      assert.equal(JSON.parse(world.textOf('file:///repo/work/x.out') ?? '').version, 1, command);
    }
  });

  it('what cannot be written is a problem, in the other formats, too', async () => {
    const world = worldOf(files);
    const full = Object.assign(world, { write: () => ({ english: 'cannot be written: the disk is full', gaps: [] }) });
    const { code, out, error } = await runIn(full, ['check', '.', '-f', 'sarif=x.sarif', '-f', 'json']);
    assert.deepEqual([code, error], [2, 'x.sarif: cannot be written: the disk is full\n']);
    assert.deepEqual(JSON.parse(out).problems, [{ file: 'x.sarif', message: 'cannot be written: the disk is full' }]);
  });
});
