import assert from 'node:assert/strict';
import { fork, spawnSync, spawn as start } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import packageJson from '../../package.json' with { type: 'json' };
import { pulling } from '../support/capabilities.ts';
import { bundle, folderWith, spawn } from '../support/cliRun.ts';
import { triesAll } from '../support/rotation.ts';

/** The built command as a process of its own. Needs `dist/`: node esbuild.mjs. */

const on = '{ "waitingRoom": { "enabled": true, "locked": true } }';
const body = '{ "password": "q8zXw2Lt", "settings": { "waiting_room": false } }';

describe('the command line as a process', () => {
  it('a path with blanks, umlauts, # and %', (test) => {
    const cwd = folderWith(test, { 'zoom-lock-profile.json': on, 'bö #1 100%20/a b.zoom-create.json': body });
    // A name that led nowhere would be an error, and one that led elsewhere a second file.
    const args = ['check', 'bö #1 100%20/a b.zoom-create.json', 'bö #1 100%20', '**/*.zoom-create.json'];
    const { code, out, error } = spawn(cwd, args);
    assert.match(
      out,
      /^bö #1 100%20\/a b\.zoom-create\.json:1:57: warning: .*\n(?:[ \d].*\n)+\n1 warning in 1 file\.\n$/,
    );
    assert.deepEqual([code, error], [1, '']);
  });

  it('a file elsewhere is named by its whole path', (test) => {
    const folder = folderWith(test, { 'zoom-lock-profile.json': on, 'a.zoom-create.json': body });
    const file = join(folder, 'a.zoom-create.json');
    const { out } = spawn(import.meta.dirname, ['check', file]);
    assert.ok(out.startsWith(`${file}:1:57: warning`), out);
  });

  it('standard input', (test) => {
    const cwd = folderWith(test, { 'zoom-lock-profile.json': on });
    const { code, out } = spawn(cwd, ['check', '-', '--operation', 'create'], body);
    assert.deepEqual([code, out.startsWith('-:1:57: warning')], [1, true]);
  });

  it('--version and incorrect usage', () => {
    assert.deepEqual(spawn('/', ['--version']), { code: 0, out: `${packageJson.version}\n`, error: '' });
    assert.deepEqual([spawn('/', []).code, spawn('/', ['check', '--nonsense', 'a']).code], [2, 2]);
  });

  it('20,000 nested arrays, open or closed, in a request and in a profile', (test) => {
    const deep = '['.repeat(20_000);
    const files = {
      'a.zoom-create.json': deep,
      'b.zoom-create.json': deep + ']'.repeat(20_000),
      'zoom-lock-profile.json': `{ "a": ${deep}`,
    };
    const { code, out, error } = spawn(folderWith(test, files), ['check', '.']);
    assert.equal(out.match(/: (?:error|warning): Nested more than 200 levels deep/g)?.length, 3, out.slice(0, 500));
    assert.equal(code, 2);
    assert.match(error, /^2 requests have a lock profile that is not valid: /);
  });

  it('some megabytes', (test) => {
    const count = triesAll ? 200_000 : 40_000;
    const members = Array.from({ length: count }, (_, at) => `"key ${at}": { "a": [1, 2, "${'x'.repeat(20)}"] }`);
    const big = `{ ${members.join(',\n')}, "settings": { "waiting_room": false } }`;
    const cwd = folderWith(test, { 'zoom-lock-profile.json': on, 'a.zoom-create.json': big });
    const { code, out } = spawn(cwd, ['check', 'a.zoom-create.json']);
    assert.ok(big.length > 45 * count);
    assert.match(out, /^a\.zoom-create\.json:\d+:\d+: warning: .*\n(?:[ \d].*\n)+\n1 warning in 1 file\.\n$/);
    assert.equal(out.split(':')[1], String(count));
    assert.equal(code, 1);
  });

  it('links to files count, links to folders do not, dangling ones neither', (test) => {
    const cwd = folderWith(test, { 'd/a.zoom-create.json': '{}', 'x.json': '{}' });
    symlinkSync(join(cwd, 'x.json'), join(cwd, 'd/linked.zoom-create.json'));
    symlinkSync(cwd, join(cwd, 'd/round'));
    symlinkSync(join(cwd, 'gone'), join(cwd, 'd/gone.zoom-create.json'));
    const { out } = spawn(cwd, ['check', 'd', '--format', 'json']);
    const names = JSON.parse(out).files.map(({ file }: { file: string }) => file);
    assert.deepEqual(names, ['d/a.zoom-create.json', 'd/linked.zoom-create.json']);
  });

  it('a file without permission', { skip: process.getuid?.() === 0 && 'root may read anything' }, (test) => {
    const cwd = folderWith(test, { 'a.zoom-create.json': '{}' });
    chmodSync(join(cwd, 'a.zoom-create.json'), 0);
    const { code, error } = spawn(cwd, ['check', '.']);
    assert.deepEqual([code, error], [2, 'a.zoom-create.json: cannot be read: permission denied\n']);
  });

  it('a reader that closes the pipe early is no error', async (test) => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`${at}.zoom-create.json`, body]));
    const cwd = folderWith(test, { ...files, 'zoom-lock-profile.json': on });
    const child = start(process.execPath, [bundle, 'check', '.'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let error = '';
    child.stderr.on('data', (chunk) => {
      error += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.once('close', resolve));
    assert.equal(error, '');
  });
});

describe('what the system refuses', () => {
  const onLinux = { skip: process.platform !== 'linux' && 'the system has no such device' };

  it('a full disk behind standard output: a sentence, and exit code 2', onLinux, (test) => {
    const cwd = folderWith(test, { 'a.zoom-create.json': body });
    const full = openSync('/dev/full', 'w');
    const args = [bundle, 'predict', 'a.zoom-create.json'];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    assert.equal(status, 2);
    assert.match(stderr, /^zoom-request-lens: ENOSPC: [^\n]*\n$/);
  });

  // A file may have no more than 4 KB here, which is less than what is printed in one piece.
  it('a disk that is full before the end of the output: a sentence, and exit code 2', onLinux, (test) => {
    const names = Array.from({ length: 200 }, (_, at) => `${at}.zoom-create.json`);
    const cwd = folderWith(test, Object.fromEntries(names.map((name) => [name, body])));
    const command = `trap '' XFSZ; ulimit -f 8; exec "${process.execPath}" "${bundle}" files . > out`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^zoom-request-lens: EFBIG: [^\n]*\n$/);
  });

  it('a folder as standard input, which is not empty', onLinux, (test) => {
    const cwd = folderWith(test, {});
    const folder = openSync(cwd, 'r');
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, 'check', '-', '--operation', 'create'], {
      cwd,
      stdio: [folder, 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    closeSync(folder);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^zoom-request-lens: EISDIR: [^\n]*\n$/);
  });

  it('a full disk behind standard error: exit code 2, as for what could not be said there', onLinux, (test) => {
    const full = openSync('/dev/full', 'w');
    const { status } = spawnSync(process.execPath, [bundle, 'check', 'gone.zoom-create.json'], {
      cwd: folderWith(test, {}),
      stdio: ['ignore', 'pipe', full],
    });
    closeSync(full);
    assert.equal(status, 2);
  });

  it('a reader that closes the pipe does not change the exit code', onLinux, (test) => {
    const files = Array.from({ length: 400 }, (_, at) => [`${at}.zoom-create.json`, body]);
    const cwd = folderWith(test, { 'zoom-lock-profile.json': on, ...Object.fromEntries(files) });
    const command = `"${process.execPath}" "${bundle}" check . | head -n 1; exit "\${PIPESTATUS[0]}"`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
    assert.deepEqual([status, stderr, stdout.split('\n').length], [1, '', 2]);
  });

  it('interrupted, it ends with what it has, and 130', onLinux, async (test) => {
    const files = Array.from({ length: 6000 }, (_, at) => [`${at}.zoom-create.json`, body]);
    const cwd = folderWith(test, { 'zoom-lock-profile.json': on, ...Object.fromEntries(files) });
    const child = start(process.execPath, [bundle, 'check', '.'], { cwd });
    let out = '';
    let error = '';
    child.stderr.on('data', (text) => (error += text));
    child.stdout.once('data', () => child.kill('SIGINT')).on('data', (text) => (out += text));
    const [code] = await once(child, 'close');
    assert.equal(code, 130);
    assert.match(error, /^Interrupted: \d+ of 6001 files were looked at\.\n$/m);
    assert.match(out, /\n\d+ warnings? in \d+ files?\.\n$/);
  });

  it('a transport of the language server for another command, which would be silent', (test) => {
    const { code, error } = spawn(folderWith(test, { 'a.zoom-create.json': body }), ['check', '--node-ipc', '.']);
    assert.equal(code, 2);
    assert.match(error, /^Unknown option '--node-ipc'/);
  });

  for (const [where, reason] of [
    ['--pipe=/nope', /^zoom-request-lens: connect ENOENT \/nope\n$/],
    ['--socket=1', /^zoom-request-lens: connect ECONNREFUSED 127\.0\.0\.1:1\n$/],
    ['--socket=abc', /^zoom-request-lens: Port should be [^\n]*\n$/],
  ] as const) {
    it(`a client that is not there, lsp ${where}`, onLinux, (test) => {
      const { code, out, error } = spawn(folderWith(test, {}), ['lsp', where]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, reason);
    });
  }

  for (const [what, input] of [
    ['no header', 'passcode: q8zXw2Lt, and no length\r\n\r\n'],
    ['no JSON', 'Content-Length: 12\r\n\r\n"q8zXw2Lt, a'],
  ] as const) {
    it(`a client that speaks something else, ${what}: the session ends with a line that holds none of it`, (test) => {
      const { code, error } = spawn(folderWith(test, {}), ['lsp', '--stdio'], input);
      assert.deepEqual([code, error], [1, 'zoom-request-lens: The client does not speak the protocol.\n']);
    });
  }
});

describe('lsp --stdio', () => {
  it('initialize, open, diagnostics, shutdown, exit: exit code 0', async (test) => {
    const cwd = folderWith(test, { 'zoom-lock-profile.json': on });
    const child = start(process.execPath, [bundle, 'lsp', '--stdio'], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const workspaceFolders = [{ uri: URI.file(cwd).toString(), name: 'ws' }];
    const initialized = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: pulling,
      workspaceFolders,
    });
    assert.deepEqual((initialized as { serverInfo: object }).serverInfo, {
      name: 'zoom-request-lens',
      version: packageJson.version,
    });
    await connection.sendNotification('initialized', {});
    // Without the number of a request, it is passed over.
    await connection.sendNotification('$/cancelRequest');
    const uri = URI.file(join(cwd, 'a.zoom-create.json')).toString();
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'json', version: 1, text: body },
    });
    const { items } = (await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })) as {
      items: { code: string; codeDescription: { href: string } }[];
    };
    assert.deepEqual(
      items.map(({ code }) => code),
      ['waiting-room-overwritten'],
    );
    const page = URI.file(join(bundle, '../../docs/rules/waiting-room-overwritten.md')).toString();
    assert.equal(items[0]?.codeDescription.href, page);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
    connection.dispose();
  });
});

describe('the end of a session', () => {
  for (const [what, says, expected] of [
    ['shutdown, exit', ['shutdown', 'exit'], 0],
    ['exit alone', ['exit'], 1],
  ] as const) {
    it(`lsp --node-ipc, ${what}: exit code ${expected}`, async () => {
      const child = fork(bundle, ['lsp', '--node-ipc']);
      const ended = once(child, 'exit');
      const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
      connection.listen();
      await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
      for (const each of says)
        await (each === 'exit' ? connection.sendNotification(each) : connection.sendRequest(each));
      assert.deepEqual(await ended, [expected, null]);
      connection.dispose();
    });
  }

  it('the process of the client is gone, and its pipe is still open', async () => {
    const { pid: gone } = spawnSync(process.execPath, ['--version']);
    const child = start(process.execPath, [bundle, 'lsp', '--stdio'], { stdio: ['pipe', 'ignore', 'inherit'] });
    const ended = once(child, 'exit');
    const params = { processId: gone, rootUri: null, capabilities: {} };
    await new StreamMessageWriter(child.stdin).write({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params,
    } as Message);
    assert.deepEqual(await ended, [1, null]);
  });
});
