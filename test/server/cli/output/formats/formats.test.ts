import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formats } from '../../../../../server/cli/output/formats/formats.ts';
import { run, runIn, worldOf } from '../../../../support/cliRun.ts';
import { profileWith } from '../../../../support/profiles.ts';

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

  it('overwrites no file that it is about, whatever command writes it and whichever name leads there', async () => {
    const requests = '"requests": [{ "files": "payloads/*.json", "operation": "create" }]';
    const listing = `{ "rules": "2025-03-24", "waitingRoom": { "enabled": true, "locked": true }, ${requests} }`;
    const body = '{ "password": "q8zXw2Lt" }';
    for (const command of ['check .', 'check . --fix', 'predict payloads/a.json']) {
      const world = worldOf({ 'zoom-lock-profile.json': listing, 'payloads/a.json': body });
      const { code, error } = await runIn(world, [...command.split(' '), '-f', 'json=payloads/../payloads/a.json']);
      const message = 'is one of the files that the report is about, and is not overwritten';
      assert.deepEqual([code, error], [2, `payloads/a.json: ${message}\n`], command);
      assert.equal(world.textOf('file:///repo/work/payloads/a.json'), body, command);
    }
  });

  it('nor has a report the name of such a file, there or not', async () => {
    for (const command of ['check', 'predict', 'files', 'verify'])
      for (const name of [
        'a.zoom-create.json',
        'b.zoom-update.jsonc',
        'd/zoom-lock-profile.json',
        'c.zoom-meeting.json',
      ]) {
        const { code, error } = await run(`${command} . --format json=${name}`, files);
        const [message] = error.split('\n');
        const what = 'a request, lock profile, meeting file or response';
        assert.equal(message, `--format json=${name}: no report is written to a file with the name of ${what}.`);
        assert.equal(code, 2);
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
