/** The command line in a process. */
import { randomInt } from 'node:crypto';
import { URI } from 'vscode-uri';
import packageJson from '../package.json' with { type: 'json' };
import { runCli } from './cli/cli.ts';
import { openConsole } from './cli/console.ts';
import { nodeWorld } from './files/nodeWorld.ts';
import { end, rulesFolder } from './process.ts';

// What a reader does not want any more is not an error of ours; what it has not seen, the exit code still says.
const isClosed = ({ code }: NodeJS.ErrnoException) => code === 'EPIPE';
process.stdout.on('error', (error) => isClosed(error) || end(error));
process.stderr.on('error', (error) => isClosed(error) || process.exit(2));
run().then((code) => {
  process.exitCode = code;
}, end);

async function run(): Promise<number> {
  const { version } = packageJson;
  const { terminal, interrupt, end: close } = openConsole(process);
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

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

function untilInterrupted(): Promise<130 | 143> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(143));
  });
}
