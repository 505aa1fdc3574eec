/** The stand-in on a port of this machine: the one part of the product that listens. Loaded by `serve` alone. */
import { createAdaptorServer } from '@hono/node-server';
import { type StandInOptions, standInApp } from './app.ts';

export { errorsIn, missingFrom } from './account.ts';

interface Listening {
  /** `http://127.0.0.1:8377` */
  readonly origin: string;
  /** Resolves once nothing is listened to any more, and no connection is open. */
  readonly stop: () => Promise<void>;
}

/** Out of reach for other machines. */
const loopback = '127.0.0.1';

/** Rejects with the system's error where the port is taken. Port 0: any that is free. */
export async function listen(port: number, options: StandInOptions): Promise<Listening> {
  const server = createAdaptorServer({ fetch: standInApp(options).fetch, hostname: loopback });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return { origin: `http://${loopback}:${actual}`, stop };
}
