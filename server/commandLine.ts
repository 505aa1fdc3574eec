/** The command line in a process. */
import { randomInt } from 'node:crypto';
import { fstatSync, writeFileSync } from 'node:fs';
import { URI } from 'vscode-uri';
import packageJson from '../package.json' with { type: 'json' };
import { runCli } from './cli/cli.ts';
import { openConsole, type Streams } from './cli/console.ts';
import { nodeWorld } from './files/nodeWorld.ts';
import { end, rulesFolder } from './process.ts';

// What a reader does not want any more is not an error of ours; what it has not seen, the exit code still tells.
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
  try {
    return await runCli(args, { ...terminal, world: nodeWorld, cwd, version, rulesFolder, serving });
  } finally {
    close();
  }
}

function streams(): Omit<Streams, 'env'> {
  const { stdin, stdout, stderr } = process;
  return { stdin, stdout: isFile(stdout.fd) ? { write: (text) => writeFileSync(stdout.fd, text) } : stdout, stderr };
}

/** Where a disk is full, Node's stream writes to a file what fits, and does not say that there was more. */
function isFile(opened: number): boolean {
  try {
    return fstatSync(opened).isFile();
  } catch {
    return false;
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
