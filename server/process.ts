/** The process: the command line, or the language server over any transport. The only module that reads `process`. */
import { randomInt } from 'node:crypto';
import { URI, Utils } from 'vscode-uri';
import packageJson from '../package.json' with { type: 'json' };
import { runCli } from './cli/cli.ts';
import { openConsole } from './cli/console.ts';
import { oneLine } from './cli/print.ts';
import { nodeWorld } from './files/nodeWorld.ts';

// Nearly every editor talks to a server over standard input and output.
if (process.argv[2] === 'lsp' && process.argv.length === 3) process.argv.push('--stdio');
const args = process.argv.slice(2);
const { version } = packageJson;
const rulesFolder = Utils.joinPath(URI.file(__filename), '../../docs/rules').toString();
const transport = args.some((each) => /^--(stdio|node-ipc|socket|pipe)\b/.test(each));
// Another command is run, whatever else the arguments hold: nothing at all would look like a check that found nothing.
const speaksProtocol = transport && (args[0] === 'lsp' || args[0]?.startsWith('-'));

if (speaksProtocol) {
  process.on('uncaughtException', end);
  // One request that went wrong in a way that we did not think of is a line in the log; the session goes on.
  process.on('unhandledRejection', (error) => say(error instanceof Error ? (error.stack ?? error.message) : error));
  // Loaded only here, to keep the command line fast.
  import('./lsp/stdio.ts')
    .then(({ listen }) => {
      const options = { world: nodeWorld, random: (below: number) => randomInt(below), version, rulesFolder };
      const { stdin: input, stdout: output } = process;
      return listen(options, { args, input, output, process, isRunning, end: hangUp });
    })
    .catch(end);
} else {
  // What a reader does not want any more is not an error of ours; what it has not seen, the exit code still tells.
  const isClosed = ({ code }: NodeJS.ErrnoException) => code === 'EPIPE';
  process.stdout.on('error', (error) => isClosed(error) || end(error));
  process.stderr.on('error', (error) => isClosed(error) || process.exit(2));
  run().then((code) => {
    process.exitCode = code;
  }, end);
}

async function run(): Promise<number> {
  const { terminal, interrupt, end: close } = openConsole(process);
  process.on('SIGINT', () => interrupt() && process.exit(130));
  const cwd = URI.file(process.cwd()).toString();
  const serving = { random: (below: number) => randomInt(below), now, untilInterrupted };
  const code = await runCli(args, { ...terminal, world: nodeWorld, cwd, version, rulesFolder, serving });
  close();
  return code;
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

/** A client that has said `exit` has ended the process already. */
function hangUp(words: string): void {
  say(words);
  process.exit(1);
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

function say(words: unknown): void {
  process.stderr.write(`zoom-request-lens: ${oneLine(String(words))}\n`);
}

/** Errors of the system (a full disk, a deleted folder, a socket without a listener) are reported with the system's message. */
function end(error: Error): void {
  const isSystems = 'code' in error;
  say(isSystems ? error.message : (error.stack ?? error.message));
  process.exit(2);
}
