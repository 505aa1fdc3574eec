/** The command line in a process. */
import { randomInt } from 'node:crypto';
import { fstatSync, readFileSync, type Stats, writeFileSync } from 'node:fs';
import { URI } from 'vscode-uri';
import packageJson from '../package.json' with { type: 'json' };
import { runCli } from './cli/cli.ts';
import { openConsole, type Streams } from './cli/console.ts';
import { nodeWorld } from './files/nodeWorld.ts';
import { end, rulesFolder } from './process.ts';

// A reader that has closed the pipe is not an error of ours; the exit code still says what it has not seen.
const isClosed = ({ code }: NodeJS.ErrnoException) => code === 'EPIPE';
process.stdout.on('error', (error) => isClosed(error) || end(error));
process.stderr.on('error', (error) => isClosed(error) || process.exit(2));
process.on('uncaughtException', end);
run().then((code) => {
  process.exitCode = code;
}, end);

async function run(): Promise<number> {
  const { version } = packageJson;
  const { terminal, interrupt, end: close } = openConsole({ ...streams(), env: process.env });
  process.on('SIGINT', () => interrupt() && process.exit(130));
  const cwd = URI.file(process.cwd()).toString();
  const serving = { random: (below: number) => randomInt(below), now, untilInterrupted };
  const args = process.argv.slice(2);
  // To Node's stream a folder is empty; the system's error is what is to be said of it.
  const readStdin = statsOf(0)?.isDirectory() ? async () => readFileSync(0) : terminal.readStdin;
  try {
    return await runCli(args, { ...terminal, readStdin, world: nodeWorld, cwd, version, rulesFolder, serving });
  } finally {
    close();
  }
}

/** Where a disk is full, Node's stream writes to a file what fits, and does not say that there was more. */
function streams(): Omit<Streams, 'env'> {
  const { stdin, stdout, stderr } = process;
  return {
    stdin,
    stdout: statsOf(stdout.fd)?.isFile() ? { write: (text) => writeFileSync(stdout.fd, text) } : stdout,
    stderr,
  };
}

function statsOf(opened: number): Stats | undefined {
  try {
    return fstatSync(opened);
  } catch {
    return undefined;
  }
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

function untilInterrupted(): Promise<130 | 143> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(143));
  });
}
