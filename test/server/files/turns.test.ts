import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Turns } from '../../../server/files/turns.ts';

/** Long work, some milliseconds of it before each `next`; how often what was waiting had run by then. */
async function interruptions(test: TestContext, steps: readonly number[]): Promise<readonly number[]> {
  let now = 0;
  test.mock.method(performance, 'now', () => now);
  const turns = new Turns();
  let others = 0;
  const seen: number[] = [];
  for (const milliseconds of steps) {
    setTimeout(() => others++, 0);
    now += milliseconds;
    await turns.next();
    seen.push(others);
  }
  return seen;
}

describe('turns', () => {
  it('go on while they are short', async (test) => {
    assert.deepEqual(await interruptions(test, [5, 5, 9]), [0, 0, 0]);
  });

  it('let all others run once they are long, and begin anew', async (test) => {
    assert.deepEqual(await interruptions(test, [30, 5, 30]), [1, 1, 3]);
  });
});
