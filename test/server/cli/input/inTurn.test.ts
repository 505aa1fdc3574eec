import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inTurn } from '../../../../server/cli/input/inTurn.ts';
import { Problems } from '../../../../server/cli/input/problems.ts';
import { runIn, worldOf } from '../../../support/cliRun.ts';

const inputs = ['a', 'b', 'c'].map((name) => ({ uri: `file:///${name}`, by: 'name', within: 'file:///' }) as const);

/** Interrupted once so many inputs have come. */
async function taken(most: number, problems?: Problems) {
  const shown: string[] = [];
  const found: string[] = [];
  const watcher = {
    cwd: 'file:///',
    progress: (line: string) => shown.push(line),
    isInterrupted: () => found.length >= most,
  };
  for await (const { uri } of inTurn(inputs, watcher, problems)) found.push(uri);
  return { shown, found };
}

describe('inputs in turn', () => {
  it('come one after the other, and it is shown how far we are', async () => {
    const { shown, found } = await taken(9);
    assert.deepEqual(found, ['file:///a', 'file:///b', 'file:///c']);
    assert.deepEqual(shown, ['0 of 3 files', '1 of 3 files', '2 of 3 files']);
  });

  it('end where the user interrupts, which is a problem', async () => {
    const problems = new Problems((uri) => uri);
    assert.deepEqual((await taken(2, problems)).found, ['file:///a', 'file:///b']);
    assert.deepEqual(problems.all, [{ file: null, message: 'Interrupted: 2 of 3 files were looked at.' }]);
  });
});

it('every command that reads files says that it was interrupted, and ends with 130', async () => {
  const world = worldOf({ 'a.zoom-create.json': '{}', 'b.md': '# b' });
  for (const command of ['check', 'predict', 'explain', 'files']) {
    const args = [command, 'a.zoom-create.json', 'b.md'];
    const { code, error } = await runIn(world, args, '', { isInterrupted: () => true });
    assert.deepEqual([code, error], [130, 'Interrupted: 0 of 2 files were looked at.\n'], command);
  }
});
