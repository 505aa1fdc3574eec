import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

export interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Types a letter into the first topic from an offset on and waits for the diagnostics, over and over; milliseconds. */
export async function keystrokes(
  args: readonly string[],
  text: string,
  rounds: number,
  folder: string,
  { name, from } = { name: 'typing.zoom-create.json', from: 0 },
): Promise<Times> {
  writeFileSync(join(folder, 'zoom-lock-profile.json'), '{ "waitingRoom": { "enabled": true, "locked": true } }');
  const child = spawn(process.execPath, [...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  connection.onRequest('client/registerCapability', () => null);
  await connection.sendRequest('initialize', {
    processId: process.pid,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    rootUri: null,
    capabilities: {
      textDocument: { diagnostic: {} },
      // Without it, findings are sent as well as asked for.
      workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
  });
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(join(folder, name)).href;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version: 0, text },
  });
  const times: number[] = [];
  const before = text.slice(0, text.indexOf('Weekly', from)).split('\n');
  const at = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const warmUp = Math.ceil(rounds / 4);
  for (let version = 1; version <= rounds + warmUp; version++) {
    const start = performance.now();
    const contentChanges = [{ range: { start: at, end: at }, text: 'x' }];
    void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    if (version > warmUp) times.push(performance.now() - start);
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  times.sort((a, b) => a - b);
  return {
    median: times[Math.floor(times.length / 2)] as number,
    p95: times[Math.floor(times.length * 0.95)] as number,
  };
}
