import { pingRequest } from '../shared/protocol.ts';

/** As much of a language client as a watchdog needs. */
export interface Watched {
  isRunning(): boolean;
  sendRequest(method: string): Promise<unknown>;
  /** Rejects where the server had to be ended by force. */
  stop(timeout: number): Promise<void>;
  start(): Promise<void>;
  warn(message: string): void;
}

/** What a watchdog needs of the world. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** A server that is this late does not work: it hangs. */
export const patience = 10_000;
const pause = 5_000;
const mostRestarts = 3;

const usualClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/**
 * Restarts a server that has not answered for a while, at most three times; what is open is opened there again. A machine
 * that slept is no server that hangs: time that passes without us counts for nobody. `isStopped` ends the watch.
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
    // It was ended by force, which is what is wanted.
  }
  try {
    await server.start();
  } catch (error) {
    server.warn(`It does not start: ${(error as Error).message}`);
  }
}

/** An error is an answer, too. */
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
    // What takes much longer than it should is us being asleep, or stopped in a debugger.
    const passed = clock.now() - before;
    waited += passed > 4 * step ? 0 : passed;
  }
  return answered;
}
