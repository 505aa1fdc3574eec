/** The process: the command line, and the language server over whatever the editor speaks. Nothing else reads `process`. */
import { randomInt } from 'node:crypto';
import { URI, Utils } from 'vscode-uri';
import packageJson from '../package.json' with { type: 'json' };
import { runCli } from './cli/cli.ts';
import { oneLine } from './cli/print.ts';
import { nodeWorld } from './files/nodeWorld.ts';

// Standard input and output are how nearly every editor speaks to a server.
if (process.argv[2] === 'lsp' && process.argv.length === 3) process.argv.push('--stdio');
const args = process.argv.slice(2);
const { version } = packageJson;
const transport = args.some((each) => /^--(stdio|node-ipc|socket|pipe)\b/.test(each));
const speaksProtocol = transport && (args[0] === 'lsp' || args.includes('--node-ipc'));

if (speaksProtocol) {
  const rulesFolder = Utils.joinPath(URI.file(__filename), '../../docs/rules').toString();
  // The command line need not load what only the server needs.
  import('./lsp/stdio.ts').then(({ listen }) => {
    listen({ world: nodeWorld, random: (below) => randomInt(below), version, rulesFolder });
  });
} else {
  // A reader that has seen enough closes the pipe; that is no error of ours.
  process.stdout.on('error', () => process.exit());
  runCli(args, {
    world: nodeWorld,
    cwd: URI.file(process.cwd()).toString(),
    version,
    readStdin,
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  }).then(finish, (error) => {
    process.stderr.write(`${oneLine(`zoom-request-lens: ${error}`)}\n`);
    finish(2);
  });
}

function finish(code: number): void {
  process.exitCode = code;
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
