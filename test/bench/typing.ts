import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A language server over stdio. */
export interface Server {
  readonly name: string;
  readonly args: readonly string[];
  /** Sent once it is initialized: what it needs to know to check a body. */
  readonly settings?: object;
}

/** Milliseconds, medians of several rounds; the memory in MB. */
export interface TypingTimes {
  /** From the start of the process to the first diagnostics. */
  readonly start: number;
  readonly diagnostics: number;
  readonly completion: number;
  /** Thirty keys without waiting, then the diagnostics. */
  readonly burst: number;
  readonly memory: number;
}

const burstLength = 30;

/** Types into one body, again and again. The name of the last field is being typed, too, behind all the rest. */
export async function timesOf(server: Server, body: string, rounds: number, folder: string): Promise<TypingTimes> {
  writeFileSync(join(folder, 'zoom-lock-profile.json'), '{ "waitingRoom": { "enabled": true, "locked": true } }');
  const text = withUnfinishedName(body);
  const began = performance.now();
  const child = spawn(process.execPath, [...server.args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const session = new Session(await connect(child, server, folder), folder, text);
  await session.diagnostics();
  const start = performance.now() - began;
  const times = {
    start,
    diagnostics: await session.median(rounds, () => session.typeTopic().diagnostics()),
    completion: await session.median(rounds, () => session.typeName().completion()),
    burst: await session.median(Math.ceil(rounds / 5), () => {
      for (let key = 0; key < burstLength; key++) session.typeTopic();
      return session.diagnostics();
    }),
    memory: megabytesOf(child),
  };
  await session.end();
  return times;
}

/** The file that is typed in, and from which offset on its topic is. */
const usual = { name: 'typing.zoom-create.json', from: 0 };

/** Milliseconds from a key in the first topic behind an offset to the diagnostics: the median. */
export async function keyToDiagnostics(
  server: Server,
  text: string,
  rounds: number,
  folder: string,
  where: typeof usual,
): Promise<number> {
  writeFileSync(join(folder, 'zoom-lock-profile.json'), '{ "waitingRoom": { "enabled": true, "locked": true } }');
  const child = spawn(process.execPath, [...server.args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const session = new Session(await connect(child, server, folder), folder, text, where);
  const time = await session.median(rounds, () => session.typeTopic().diagnostics());
  await session.end();
  return time;
}

/** The name moves to the end of `settings`, and is not finished. */
function withUnfinishedName(body: string): string {
  const { settings, ...others } = JSON.parse(body);
  const { waiting_room: wai, ...before } = settings;
  return JSON.stringify({ ...others, settings: { ...before, wai } }, null, 2);
}

async function connect(child: ChildProcess, { settings }: Server, folder: string): Promise<ProtocolConnection> {
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('no pipes');
  const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  connection.listen();
  connection.onRequest('client/registerCapability', () => null);
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    workspaceFolders: [{ uri, name: 'bench' }],
    rootUri: uri,
    initializationOptions: { handledSchemaProtocols: ['file'] },
    capabilities: {
      textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
      // Without it, findings are sent as well as asked for.
      workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
  });
  await connection.sendNotification('initialized', {});
  if (settings) await connection.sendNotification('workspace/didChangeConfiguration', { settings });
  return connection;
}

class Session {
  readonly #connection: ProtocolConnection;
  readonly #uri: string;
  readonly #topic: { readonly line: number; readonly character: number };
  readonly #name: { readonly line: number; readonly character: number };
  #version = 0;
  #typed = 0;

  constructor(connection: ProtocolConnection, folder: string, text: string, { name: file, from } = usual) {
    this.#connection = connection;
    this.#uri = pathToFileURL(join(folder, file)).href;
    const placeOf = (words: string) => {
      const before = text.slice(0, text.indexOf(words, from)).split('\n');
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    };
    this.#topic = placeOf('Weekly');
    const name = placeOf('"wai"');
    this.#name = { line: name.line, character: name.character + '"wai'.length };
    const textDocument = { uri: this.#uri, languageId: 'json', version: 0, text };
    void connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** After some rounds that do not count. */
  async median(rounds: number, measure: () => Promise<unknown>): Promise<number> {
    const times: number[] = [];
    const warmUp = Math.ceil(rounds / 4);
    for (let round = 0; round < rounds + warmUp; round++) {
      const start = performance.now();
      await measure();
      if (round >= warmUp) times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
  }

  typeTopic(): this {
    return this.#change(this.#topic, this.#topic, 'x');
  }

  /** A letter, and with the next key its removal. */
  typeName(): this {
    const { line, character } = this.#name;
    this.#typed = 1 - this.#typed;
    const end = { line, character: character + 1 };
    return this.#typed === 1 ? this.#change(this.#name, this.#name, 't') : this.#change(this.#name, end, '');
  }

  #change(start: object, end: object, text: string): this {
    this.#version++;
    void this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [{ range: { start, end }, text }],
    });
    return this;
  }

  async diagnostics(): Promise<void> {
    const report = await this.#connection.sendRequest<{ kind?: string }>('textDocument/diagnostic', this.#document());
    if (report.kind !== 'full') throw new Error('no diagnostics');
  }

  async completion(): Promise<void> {
    const { line, character } = this.#name;
    const position = { line, character: character + this.#typed };
    const found = await this.#connection.sendRequest<unknown[] | { items: unknown[] }>('textDocument/completion', {
      ...this.#document(),
      position,
    });
    if ((Array.isArray(found) ? found : found.items).length === 0) throw new Error('nothing to complete');
  }

  #document() {
    return { textDocument: { uri: this.#uri } };
  }

  async end(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
  }
}

function megabytesOf({ pid }: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
