import { pingRequest } from '../shared/protocol.ts';

/** The part of a language client that a watchdog needs. */
export interface Watched {
  isRunning(): boolean;
  sendRequest(method: string): Promise<unknown>;
  /** Milliseconds. Rejects where the server had to be killed. */
  stop(timeout: number): Promise<void>;
  start(): Promise<void>;
  warn(message: string): void;
}

/** Time, so that tests can pass their own. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** A server that has not answered for this long is hanging. Milliseconds. */
export const patience = 10_000;
const pause = 5_000;
const mostRestarts = 3;

const usualClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/**
 * Restarts a server that hangs, at most three times; the client reopens the documents there. Time in which the machine or
 * we were asleep does not count against the server. `isStopped` ends the watch.
 */
export async function watch(server: Watched, isStopped: () => boolean, clock: Clock = usualClock): Promise<void> {
  let restarts = 0;
  while (!isStopped() && restarts < mostRestarts) {
    await clock.wait(pause);
    if (isStopped() || !server.isRunning() || (await answers(server, clock))) continue;
    if (isStopped()) return;
    restarts++;
    server.warn(
      `The server has not answered for ${patience / 1000} seconds and is restarted (${restarts} of ${mostRestarts}).`,
    );
    await restart(server);
  }
}

async function restart(server: Watched): Promise<void> {
  try {
    await server.stop(1000);
  } catch {
    // It was killed, which is what we want.
  }
  try {
    await server.start();
  } catch (error) {
    server.warn(`It does not start: ${(error as Error).message}`);
  }
}

/** Whether the server answers in time; an error is an answer, too. */
async function answers(server: Watched, clock: Clock): Promise<boolean> {
  let answered = false;
  const done = () => {
    answered = true;
  };
  void server.sendRequest(pingRequest).then(done, done);
  const step = 500;
  for (let waited = 0; !answered && waited < patience; ) {
    const before = clock.now();
    await clock.wait(step);
    // A step that takes far too long means that we were asleep, or paused in a debugger.
    const passed = clock.now() - before;
    waited += passed > 4 * step ? 0 : passed;
  }
  return answered;
}
