import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Clock, patience, type Watched, watch } from '../../client/watchdog.ts';

/** A server and a clock that are told what to do; time passes only while it is waited for. */
class Scene implements Watched, Clock {
  time = 0;
  readonly log: string[] = [];
  /** Milliseconds after which each ping is answered; undefined: never. */
  answerAfter: (ping: number) => number | undefined = () => 0;
  /** Time that passes at once while the server owes an answer, as while a machine sleeps. */
  sleep = 0;
  #pings = 0;
  readonly #due: { readonly at: number; readonly answer: () => void }[] = [];

  now() {
    return this.time;
  }

  async wait(milliseconds: number) {
    this.time += milliseconds;
    if (this.#due.length > 0) {
      this.time += this.sleep;
      this.sleep = 0;
    }
    for (const { at, answer } of this.#due.splice(0)) {
      if (at <= this.time) answer();
      else this.#due.push({ at, answer });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }

  isRunning() {
    return true;
  }

  sendRequest(): Promise<unknown> {
    const after = this.answerAfter(this.#pings++);
    if (after === undefined) return new Promise(() => {});
    return new Promise((answer) => void this.#due.push({ at: this.time + after, answer: () => answer(null) }));
  }

  async stop() {
    this.log.push('stop');
    throw new Error('Stopping the server timed out');
  }

  async start() {
    this.log.push('start');
  }

  warn(message: string) {
    this.log.push(message);
  }

  /** Until this much time has passed. */
  async run(time: number): Promise<readonly string[]> {
    await watch(this, () => this.time >= time, this);
    return this.log;
  }
}

const restarted = (count: number) => [
  `The server has not answered for 10 seconds and is restarted (${count} of 3).`,
  'stop',
  'start',
];

describe('the watchdog', () => {
  it('leaves a server alone that answers, be it late', async () => {
    const scene = new Scene();
    scene.answerAfter = () => patience - 1000;
    assert.deepEqual(await scene.run(300_000), []);
  });

  it('restarts one that does not, by force where it must, and says so', async () => {
    const scene = new Scene();
    scene.answerAfter = (ping) => (ping === 1 ? undefined : 0);
    assert.deepEqual(await scene.run(300_000), restarted(1));
  });

  it('does so three times and then gives up', async () => {
    const scene = new Scene();
    scene.answerAfter = () => undefined;
    assert.deepEqual(await scene.run(1_000_000), [...restarted(1), ...restarted(2), ...restarted(3)]);
  });

  it('takes no sleep of the machine for a server that hangs', async () => {
    const scene = new Scene();
    scene.sleep = 3_600_000;
    scene.answerAfter = (ping) => (ping === 0 ? 3_600_000 + 2000 : 0);
    assert.deepEqual(await scene.run(4_000_000), []);
  });

  it('goes on where the server does not come up again', async () => {
    const scene = new Scene();
    scene.answerAfter = () => undefined;
    scene.start = async () => {
      throw new Error('no such file');
    };
    const log = await scene.run(1_000_000);
    assert.equal(log.filter((line) => line === 'It does not start: no such file').length, 3);
  });
});
