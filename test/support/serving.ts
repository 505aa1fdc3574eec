import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { TestContext } from 'node:test';
import { bundle } from './cliRun.ts';

interface Serving {
  /** `http://127.0.0.1:41234` */
  readonly origin: string;
  /** Interrupts it as Ctrl+C does; returns the exit code and what it has said on standard error. */
  readonly interrupt: (
    signal?: 'SIGINT' | 'SIGTERM',
  ) => Promise<{ readonly code: number | null; readonly error: string }>;
}

/** The built `serve` in a folder, on a free port; it ends with the test. */
export async function serving(test: TestContext, folder: string, ...args: readonly string[]): Promise<Serving> {
  const child = spawn(process.execPath, [bundle, 'serve', '--port', '0', ...args], { cwd: folder });
  test.after(() => child.kill('SIGKILL'));
  let error = '';
  child.stderr.on('data', (chunk) => (error += chunk));
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const origin = await originOf(child, () => error);
  return {
    origin,
    interrupt: async (signal = 'SIGINT') => {
      child.kill(signal);
      return { code: await closed, error };
    },
  };
}

function originOf(child: ChildProcessWithoutNullStreams, error: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
      if (origin) resolve(origin);
    });
    child.stdout.on('end', () => reject(new Error(error())));
  });
}
