import { once } from 'node:events';
import { connect } from 'node:net';
import { type Connection, createConnection, ProposedFeatures, type WatchDog } from 'vscode-languageserver';
import {
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
} from 'vscode-languageserver-protocol/node';
import type { ServerOptions } from './options.ts';
import { startServer } from './server.ts';

/** What the language server needs from its process. */
interface Channel {
  readonly args: readonly string[];
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether there is a process with this number. */
  readonly isRunning: (processId: number) => boolean;
  readonly process: NodeJS.Process;
  /** The client is gone, or speaks something else: a sentence says which. */
  readonly end: (words: string) => void;
}

/**
 * Starts the server on the transport that the arguments name: `--stdio`, `--node-ipc`, `--socket=PORT`, `--pipe=NAME`.
 * Rejects if there is no listener.
 */
export async function listen(options: ServerOptions, channel: Channel): Promise<void> {
  if (channel.args.includes('--node-ipc')) {
    startServer(
      connected(new IPCMessageReader(channel.process), new IPCMessageWriter(channel.process), channel),
      options,
    );
    return;
  }
  const { input, output } = await streamsOf(channel);
  const reader = new WholeMessageReader(input);
  // Not the message of the error, which may contain a part of the user's text.
  reader.onError(() => channel.end('The client does not speak the protocol.'));
  for (const event of ['end', 'close']) input.on(event, () => channel.end('The client has closed the connection.'));
  startServer(connected(reader, new WholeMessageWriter(output), channel), options);
}

/** A message without what it needs, as `$/cancelRequest` without a number, is passed over: those behind it count. */
class WholeMessageReader extends StreamMessageReader {
  override listen(callback: DataCallback): Disposable {
    return super.listen((message) => {
      try {
        callback(message);
      } catch {
        // The library reads what is not there, before any handler of ours.
      }
    });
  }
}

/** Each message in one piece: the library's own writer sends the header first, which wakes the client twice. */
class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: NodeJS.WritableStream;

  constructor(output: NodeJS.WritableStream) {
    super();
    this.#output = output;
    output.on('error', (error) => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    return new Promise((resolve, reject) => {
      this.#output.write(whole, 'utf8', (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.#output.end();
  }
}

/** Not the library's own connection for Node, which brings along how to find and load packages. */
function connected(reader: MessageReader, writer: MessageWriter, channel: Channel): Connection {
  const connect = (logger: Parameters<typeof createProtocolConnection>[2]) =>
    createProtocolConnection(reader, writer, logger);
  return createConnection(connect, watchDogFor(channel), ProposedFeatures.all);
}

/** Milliseconds. */
const betweenLooks = 3000;

/** The server ends when its client says so, or when the process of the client is gone. */
function watchDogFor({ isRunning, process }: Channel): WatchDog {
  const watchDog: WatchDog = {
    shutdownReceived: false,
    initialize({ processId }) {
      if (typeof processId !== 'number') return;
      setInterval(() => isRunning(processId) || watchDog.exit(watchDog.shutdownReceived ? 0 : 1), betweenLooks);
    },
    exit: (code) => process.exit(code),
  };
  return watchDog;
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
