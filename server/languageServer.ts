/** The language server in a process, over any transport. */
import { randomInt } from 'node:crypto';
import packageJson from '../package.json' with { type: 'json' };
import { nodeWorld } from './files/nodeWorld.ts';
import { listen } from './lsp/stdio.ts';
import { end, rulesFolder, say } from './process.ts';

process.on('uncaughtException', end);
// One request that went wrong in a way that we did not think of is a line in the log; the session goes on.
process.on('unhandledRejection', (error) => say(error instanceof Error ? (error.stack ?? error.message) : error));

const { version } = packageJson;
const options = { world: nodeWorld, random: (below: number) => randomInt(below), version, rulesFolder };
const { stdin: input, stdout: output } = process;
listen(options, { args: process.argv.slice(2), input, output, process, isRunning, end: hangUp }).catch(end);

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
