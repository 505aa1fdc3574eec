import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import {
  createProtocolConnection,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Message,
  type MessageReader,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { clientWorld } from '../../server/files/clientWorld.ts';
import type { Delays } from '../../server/lsp/options.ts';
import { startServer } from '../../server/lsp/server.ts';
import type { InitializationOptions } from '../../shared/protocol.ts';
import { pulling } from './capabilities.ts';
import { type Content, InMemoryWorld } from './inMemoryWorld.ts';
import { TestClient } from './testClient.ts';
import { type End, workerPipe } from './workerPipe.ts';

export interface Scene {
  /** The disk, by URI. */
  readonly files?: Readonly<Record<string, Content>>;
  /** The folders of the workspace; default: `file:///ws`. */
  readonly roots?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** The server has no disk of its own and asks the client for files. */
  readonly inWorker?: boolean;
  /** What the user has set, by full name. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** For clients that support a single root only. */
  readonly rootUri?: string;
  /** The client never answers what its user has set. */
  readonly isSilentAboutSettings?: true;
  /** How long after a key what a text lacks is reported, in milliseconds; default: at once. */
  readonly thinking?: number;
  /** Takes every message that the server sends. */
  readonly heard?: Message[];
}

/**
 * No test waits for real time: what the server delays runs in the next turn of the event loop. Only a client that never
 * answers runs into the limit for its settings; any other has more time than the busiest machine takes.
 */
function delaysFor({ isSilentAboutSettings, thinking = 0 }: Scene): Delays {
  return { burst: 0, typing: 0, thinking, settings: isSilentAboutSettings ? 0 : 10_000 };
}

/** A real server and a real client, joined by two in-memory pipes. Both end with the test. */
export async function startPair(test: TestContext, scene: Scene = {}): Promise<TestClient> {
  const { connection, disk } = connect(test, scene);
  const { capabilities = pulling, roots = ['file:///ws'] } = scene;
  const client = new TestClient(connection, disk, capabilities, roots);
  Object.assign(client.settings, scene.settings);
  if (scene.isSilentAboutSettings) connection.onRequest('workspace/configuration', () => new Promise(() => {}));
  client.initializeResult = await initialize(connection, scene, capabilities, roots);
  await client.settle();
  return client;
}

/** The same before `initialize`: the client's end of the pipe. */
export function connect(test: TestContext, scene: Scene = {}) {
  const [near, far] = scene.inWorker ? workerPipe() : streamPipe();
  const disk = new InMemoryWorld(scene.files);
  const server = createConnection(ProposedFeatures.all, far.reader, far.writer);
  const world = scene.inWorker ? clientWorld(server, () => ({ readers: disk.readers })) : disk;
  const delays = delaysFor(scene);
  startServer(server, { world, random: counting(), version: '1.2.3', rulesFolder: 'file:///rules', delays });
  const connection = createProtocolConnection(overheard(near.reader, scene.heard), near.writer);
  test.after(() => {
    connection.dispose();
    server.dispose();
  });
  return { connection, disk };
}

function streamPipe(): readonly [End, End] {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  return [
    { reader: new StreamMessageReader(toClient), writer: new StreamMessageWriter(toServer) },
    { reader: new StreamMessageReader(toServer), writer: new StreamMessageWriter(toClient) },
  ];
}

function overheard(reader: MessageReader, heard: Message[] | undefined): MessageReader {
  const { listen } = reader;
  reader.listen = (callback) =>
    listen.call(reader, (message) => {
      heard?.push(message);
      callback(message);
    });
  return reader;
}

async function initialize(
  connection: ReturnType<typeof createProtocolConnection>,
  { initializationOptions, rootUri }: Scene,
  capabilities: ClientCapabilities,
  roots: readonly string[],
): Promise<InitializeResult> {
  connection.listen();
  const folders = roots.map((uri) => ({ uri, name: uri }));
  const result = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: rootUri ?? null,
    capabilities,
    initializationOptions,
    ...(rootUri === undefined ? { workspaceFolders: folders } : {}),
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return result;
}

/** Not random at all: 0, 1, 2 …, modulo `below`. */
function counting(): (below: number) => number {
  let count = 0;
  return (below) => count++ % below;
}
