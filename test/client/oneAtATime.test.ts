import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oneAtATime } from '../../client/oneAtATime.ts';

/** A job that takes as long as the test wants, and a pause before it likewise. */
class Scene {
  readonly log: string[] = [];
  readonly ask = oneAtATime(
    () => this.#step('job'),
    () => this.#step('pause'),
  );
  #end: (() => void) | undefined;

  #step(name: string): Promise<void> {
    this.log.push(name);
    return new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Ends the pause or the job that is under way, and lets everything happen that follows from it. */
  async next(): Promise<void> {
    const end = this.#end ?? assert.fail('nothing is under way');
    this.#end = undefined;
    end();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a job, one at a time', () => {
  it('runs after a pause, once for all who asked until then', async () => {
    const scene = new Scene();
    for (const _ of [1, 2, 3]) scene.ask();
    assert.deepEqual(scene.log, ['pause']);
    await scene.next();
    await scene.next();
    assert.deepEqual(scene.log, ['pause', 'job']);
  });

  it('runs once more for those who asked while it was running, after it', async () => {
    const scene = new Scene();
    scene.ask();
    await scene.next();
    for (const _ of [1, 2, 3]) scene.ask();
    assert.deepEqual(scene.log, ['pause', 'job']);
    await scene.next();
    await scene.next();
    await scene.next();
    assert.deepEqual(scene.log, ['pause', 'job', 'pause', 'job']);
  });

  it('runs again when it is asked for later', async () => {
    const scene = new Scene();
    for (const _ of [1, 2]) {
      scene.ask();
      await scene.next();
      await scene.next();
    }
    assert.deepEqual(scene.log, ['pause', 'job', 'pause', 'job']);
  });
});
