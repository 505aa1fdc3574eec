import assert from 'node:assert/strict';
import { spawn as start } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { pulling } from '../support/capabilities.ts';
import { bundle, folderWith } from '../support/cliRun.ts';
import { profileOf } from '../support/standIn.ts';

/** What SECURITY.md promises, held against what is shipped. Needs `dist/`: node esbuild.mjs. */

const project = join(import.meta.dirname, '../..');
const bundled = (name: string) => readFileSync(join(project, 'dist', name), 'utf8');

/**
 * What the bundles may take from Node, which is no way to a network. `net` and `child_process` are the protocol library's: it
 * can speak over a socket that the editor names, and it starts our server. That the server and the command use neither is
 * tried below.
 */
const fromNode = [
  'crypto',
  'events',
  'fs',
  'os',
  'path',
  'readline',
  'readline/promises',
  'tty',
  'url',
  'util',
  'net',
  'child_process',
];

/** What each bundle loads of the others. */
const loads: Readonly<Record<string, readonly string[]>> = {
  main: ['client'],
  client: [],
  server: ['command-line', 'language-server'],
  'command-line': ['containers', 'serve'],
  'language-server': ['containers'],
  // A worker runs the readers of documents and code from the text that the client reads.
  worker: [],
  containers: [],
};

for (const [name, others] of Object.entries(loads)) {
  describe(`dist/${name}.cjs`, () => {
    it('takes nothing from Node but what is listed, and loads the bundles that it has to', () => {
      const required = [...bundled(`${name}.cjs`).matchAll(/\b(?:require|import)\(\s*["'`](?:node:)?([^"'`]*)/g)];
      const found = new Set(required.map(([, module = '']) => module).filter((module) => module !== 'vscode'));
      const bundles = [...found].filter((module) => module.startsWith('./'));
      assert.deepEqual(
        bundles.sort(),
        others.map((each) => `./${each}.cjs`),
        'the pattern finds them',
      );
      assert.deepEqual(
        [...found].filter((module) => !fromNode.includes(module) && !bundles.includes(module)),
        [],
      );
    });

    it('has none of the names by which browsers reach a network, and runs no text as code', () => {
      const code = bundled(`${name}.cjs`);
      const reaching =
        /\b(fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|eval|Function|importScripts)\s*\(/g;
      const known = name === 'worker' ? ['importScripts('] : [];
      assert.deepEqual(code.match(reaching) ?? [], known, 'a worker runs the readers, and nothing else');
      assert.deepEqual(code.match(/\bnew (XMLHttpRequest|WebSocket|EventSource|WebTransport|Function)\b/g), null);
    });
  });
}

describe('dist/serve.cjs, the stand-in of Zoom', () => {
  it('is the only bundle that may listen for requests', () => {
    const listening = /\b(?:require|import)\(\s*["'`](?:node:)?(?:http|http2|https|net)["'`]\)/g;
    const found = [...Object.keys(loads), 'serve'].map((name) => [
      name,
      new Set(
        bundled(`${name}.cjs`)
          .match(listening)
          ?.map((each) => /http2|https|http|net/.exec(each)?.[0]),
      ),
    ]);
    const [none, net] = [new Set(), new Set(['net'])];
    assert.deepEqual(found, [
      ['main', none],
      ['client', net],
      ['server', none],
      ['command-line', none],
      ['language-server', net],
      ['worker', none],
      ['containers', none],
      ['serve', new Set(['http', 'http2'])],
    ]);
  });

  it('is not in the package of the extension', () => {
    const allowed = readFileSync(join(project, '.vscodeignore'), 'utf8');
    assert.doesNotMatch(allowed, /serve\.cjs|dist\/\*/);
  });

  it('asks for nothing itself: it opens no connection', async (test) => {
    const code = bundled('serve.cjs');
    assert.deepEqual(
      code.match(/\b(XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|sendBeacon|eval|importScripts)\s*\(/g),
      null,
    );
    assert.deepEqual(code.match(/\bnew (XMLHttpRequest|WebSocket|EventSource|Function)\b/g), null);
    const folder = folderWith(test, files);
    // Where any use of the network ends the process, so does the only one that there is.
    const { code: exit, error } = await runIn(folder, [
      ...confined(folder),
      bundle,
      'serve',
      '--port',
      '0',
      '--profile',
      'whole.json',
    ]);
    assert.notEqual(exit, 0);
    assert.match(error, /reaches for the network: listen/);
  });
});

const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';
const files = {
  'whole.json': profileOf('UUU'),
  '.git/HEAD': 'ref: refs/heads/main\n',
  'zoom-lock-profile.json': '{ "waitingRoom": { "enabled": true, "locked": true } }',
  'a.zoom-create.json': body,
  'b.zoom-update.json': body,
  'b.zoom-meeting.json': '{ "password": "q8zXw2Lt", "settings": {} }',
};

/**
 * Node lets a program that starts with these do no more than read the folder and its own files: it writes nothing, starts
 * no process, reads nothing else; and the network is out of reach.
 */
function confined(folder: string): readonly string[] {
  const guard = join(project, 'test/support/noNetwork.cjs');
  const readable = [folder, join(project, 'dist'), join(project, 'package.json'), guard];
  return ['--permission', ...readable.map((each) => `--allow-fs-read=${each}`), '--require', guard];
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

async function runIn(cwd: string, args: readonly string[]): Promise<Ended> {
  const child = start(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, error };
}

describe('the command, allowed no more than to read the folder', () => {
  for (const args of [
    'check .',
    'check . --format json',
    'predict .',
    'predict . --diff',
    'explain b.zoom-update.json',
  ]) {
    it(`${args}: says what it says without limits`, async (test) => {
      const folder = folderWith(test, files);
      const free = await runIn(folder, [bundle, ...args.split(' ')]);
      assert.notEqual(free.out, '');
      assert.deepEqual(await runIn(folder, [...confined(folder), bundle, ...args.split(' ')]), free);
    });
  }
});

describe('the server, allowed no more than to read the folder', () => {
  it('finds, hovers, fixes, and ends', async (test) => {
    const folder = folderWith(test, files);
    const args = [...confined(folder), bundle, 'lsp', '--stdio'];
    const child = start(process.execPath, args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    test.after(() => child.kill());
    const error = text(child.stderr);
    const ended = new Promise((resolve) => child.once('close', resolve));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    test.after(() => connection.dispose());
    const [uri, workspace] = [URI.file(join(folder, 'a.zoom-create.json')).toString(), URI.file(folder).toString()];
    const textDocument = { uri };
    const workspaceFolders = [{ uri: workspace, name: 'ws' }];
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: pulling,
      workspaceFolders,
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'json', version: 1, text: body },
    });
    const position = { line: 0, character: body.indexOf('false') };
    const range = { start: position, end: position };
    const context = { diagnostics: [] };
    for (const [method, params, expected] of [
      ['textDocument/diagnostic', { textDocument }, /waiting-room-overwritten/],
      ['textDocument/hover', { textDocument, position }, /Lock profile: /],
      ['textDocument/codeAction', { textDocument, range, context }, /as Zoom will store it/],
      ['workspace/diagnostic', { previousResultIds: [] }, /b\.zoom-update\.json/],
    ] as const) {
      assert.match(JSON.stringify(await connection.sendRequest(method, params)), expected);
    }
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.deepEqual([await ended, await error], [0, '']);
  });
});

describe('the limits are limits', () => {
  for (const [what, code, complaint] of [
    ['reading elsewhere', `require('node:fs').readFileSync('${process.execPath}')`, /ERR_ACCESS_DENIED/],
    ['writing', `require('node:fs').writeFileSync('new.json', '')`, /ERR_ACCESS_DENIED/],
    ['a child process', `require('node:child_process').spawnSync('ls')`, /ERR_ACCESS_DENIED/],
    ['a connection', `require('node:net').connect(1, '127.0.0.1')`, /reaches for the network: connect/],
    ['a server', `require('node:http').createServer().listen(0)`, /reaches for the network: listen/],
    ['a request', `require('node:https').get('https://127.0.0.1/')`, /reaches for the network: connect/],
    ['fetch', `fetch('http://127.0.0.1/')`, /reaches for the network: fetch/],
  ] as const) {
    it(what, async (test: TestContext) => {
      const folder = folderWith(test, {});
      const { code: exit, error } = await runIn(folder, [...confined(folder), '-e', code]);
      assert.notEqual(exit, 0);
      assert.match(error, complaint);
    });
  }
});

it('SECURITY.md names tests that are there', () => {
  const named = [...readFileSync(join(project, 'SECURITY.md'), 'utf8').matchAll(/`(test\/[^`]+)`/g)];
  assert.ok(named.length > 3);
  for (const [, path = ''] of named) assert.ok(existsSync(join(project, path)), path);
});
