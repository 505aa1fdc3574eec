import { once } from 'node:events';
import { connect } from 'node:net';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { ServerOptions } from './options.ts';
import { startServer } from './server.ts';

/** What the language server needs from its process. */
interface Channel {
  readonly args: readonly string[];
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** The client is gone, or speaks something else: a sentence says which. */
  readonly end: (words: string) => void;
}

/**
 * Starts the server on the transport that the arguments name: `--stdio`, `--node-ipc`, `--socket=PORT`, `--pipe=NAME`.
 * Rejects if there is no listener.
 */
export async function listen(options: ServerOptions, channel: Channel): Promise<void> {
  if (channel.args.includes('--node-ipc')) {
    startServer(createConnection(ProposedFeatures.all), options);
    return;
  }
  const { input, output } = await streamsOf(channel);
  const reader = new StreamMessageReader(input);
  // Not the message of the error, which may contain a part of the user's text.
  reader.onError(() => channel.end('The client does not speak the protocol.'));
  for (const event of ['end', 'close']) input.on(event, () => channel.end('The client has closed the connection.'));
  startServer(createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(output)), options);
}

async function streamsOf({ args, input, output }: Channel): Promise<Pick<Channel, 'input' | 'output'>> {
  const port = argumentOf('--socket', args);
  const pipe = argumentOf('--pipe', args);
  if (port === undefined && pipe === undefined) return { input, output };
  const socket = pipe === undefined ? connect(Number(port), '127.0.0.1') : connect(pipe);
  await once(socket, 'connect');
  return { input: socket, output: socket };
}

/** Both `--pipe=NAME` and `--pipe NAME` are in use. */
function argumentOf(option: string, args: readonly string[]): string | undefined {
  const joined = args.find((each) => each.startsWith(`${option}=`));
  const at = args.indexOf(option);
  return joined?.slice(option.length + 1) ?? (at < 0 ? undefined : args[at + 1]);
}
