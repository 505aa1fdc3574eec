import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, realpathSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { URI } from 'vscode-uri';
import { nodeWorld } from '../../../server/files/nodeWorld.ts';
import type { ReadResult } from '../../../server/files/world.ts';
import { say, text as words } from '../../../shared/text.ts';
import { folderWith } from '../../support/cliRun.ts';

describe('the disk of this machine', () => {
  it('reads text without its byte order mark, and says why it cannot', async (test) => {
    const folder = folderWith(test, {
      'a #1 100% ü.json': '\uFEFF{}',
      'utf16.json': new Uint8Array([0xff, 0xfe, 0x7b, 0]),
      'latin1.json': new Uint8Array([0x7b, 0xe9]),
      'd/x': '',
    });
    const read = (name: string) => nodeWorld.read(URI.file(join(folder, name)).toString());
    assert.deepEqual(read('a #1 100% ü.json'), { state: 'text', text: '{}', marked: true });
    assert.deepEqual(read('no.json'), { state: 'missing' });
    assert.deepEqual(read('utf16.json/no.json'), { state: 'missing' });
    const reason = words`is not valid UTF-8`;
    assert.deepEqual(read('utf16.json'), { state: 'unreadable', reason, glance: '{' });
    assert.deepEqual(read('latin1.json'), { state: 'unreadable', reason, glance: '{é' });
    assert.deepEqual(read('d'), { state: 'unreadable', reason: words`is a folder` });
    assert.deepEqual(read('x'.repeat(5000)), { state: 'unreadable', reason: words`cannot be read` });
  });

  it('reads up to 20 MB, and of a larger file the beginning', (test) => {
    const folder = folderWith(test, { 'most.json': '', 'more.json': '', 'huge.json': '' });
    const read = (name: string) => nodeWorld.read(URI.file(join(folder, name)).toString()) as ReadResult;
    truncateSync(join(folder, 'most.json'), 20 * 1024 * 1024);
    truncateSync(join(folder, 'more.json'), 20 * 1024 * 1024 + 1);
    truncateSync(join(folder, 'huge.json'), 3 * 1024 ** 3);
    const most = read('most.json');
    assert.equal(most.state === 'text' && most.text.length, 20 * 1024 * 1024);
    for (const name of ['more.json', 'huge.json']) {
      const found = read(name);
      assert.ok(found.state === 'unreadable');
      assert.deepEqual([found.reason, found.glance?.length], [words`is too large to read`, 1024 * 1024]);
    }
  });

  const notPlain = { state: 'unreadable', reason: words`is not a plain file` };
  const noPipes = process.platform === 'win32' && 'pipes and devices are no files on Windows';

  it('waits for no pipe, and reads no device and no socket', { skip: noPipes }, async (test) => {
    const folder = folderWith(test, {});
    const uri = (name: string) => URI.file(join(folder, name)).toString();
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    symlinkSync('/dev/zero', join(folder, 'endless.json'));
    symlinkSync('/dev/null', join(folder, 'nothing.json'));
    const server = createServer().listen(join(folder, 'socket.json'));
    test.after(() => server.close());
    await once(server, 'listening');
    for (const name of ['pipe.json', 'endless.json', 'nothing.json', 'socket.json']) {
      assert.deepEqual(nodeWorld.read(uri(name)), notPlain, name);
      // It was a plain file when it was listed.
      assert.deepEqual(nodeWorld.read(uri(name), undefined, true), notPlain, name);
    }
    assert.deepEqual(nodeWorld.read(uri('gone.json'), undefined, true), { state: 'missing' });
  });

  it('reads nothing outside the folder that a file has to be in, whichever link leads there', (test) => {
    const folder = folderWith(test, { 'in/a.json': '{}', 'in/d/b.json': '{}', 'out/c.json': 'secret' });
    const uri = (name: string) => URI.file(join(folder, name)).toString();
    for (const [link, target] of [
      ['in/near.json', 'in/a.json'],
      ['in/far.json', 'out/c.json'],
      ['in/farther', 'out'],
      ['in/endless.json', 'in/endless.json'],
      ['alias', 'in'],
    ] as const)
      symlinkSync(join(folder, target), join(folder, link));
    const outside = words`leads outside the workspace folder or repository, and is not read`;
    const read = (name: string, within: string) => nodeWorld.read(uri(name), uri(within)) as ReadResult;
    for (const name of ['in/far.json', 'in/farther/c.json', 'out/c.json', 'in/../out/c.json'])
      assert.deepEqual(read(name, 'in'), { state: 'unreadable', reason: outside }, name);
    assert.deepEqual(read('in/a.json', 'in/d'), { state: 'unreadable', reason: outside });
    for (const name of ['in/a.json', 'in/near.json', 'in/d/b.json', 'alias/a.json'])
      assert.deepEqual(
        [read(name, 'in'), read(name, 'alias')].map(({ state }) => state),
        ['text', 'text'],
        name,
      );
    assert.deepEqual(read('in/farther/none.json', 'in'), { state: 'missing' });
    assert.equal(read('in/endless.json', 'in').state, 'unreadable');
    assert.equal((nodeWorld.read(uri('in/far.json')) as ReadResult).state, 'text');
  });

  it('knows where a file would be that is not there', (test) => {
    const folder = realpathSync(folderWith(test, { 'in/a.json': '{}', 'out/c.json': '' }));
    const uri = (name: string) => URI.file(join(folder, name)).toString();
    symlinkSync('../out', join(folder, 'in/farther'));
    symlinkSync('farther/new.json', join(folder, 'in/dangling.json'));
    symlinkSync('turn.json', join(folder, 'in/turn.json'));
    for (const [name, real] of [
      ['in/b/c.json', 'in/b/c.json'],
      ['in/farther/d/new.json', 'out/d/new.json'],
      ['in/dangling.json', 'out/new.json'],
      ['in/turn.json', 'in/turn.json'],
      ['in/farther/c.json', 'out/c.json'],
    ] as const)
      assert.equal(nodeWorld.real(uri(name)), uri(real), name);
    assert.equal(nodeWorld.real('file://server/share/a.json'), 'file://server/share/a.json');
    assert.equal(nodeWorld.real('untitled:a'), 'untitled:a');
  });

  it('reads files of the system that say that they are empty', {
    skip: process.platform !== 'linux' && 'Linux',
  }, () => {
    const read = nodeWorld.read('file:///proc/self/status') as ReadResult;
    assert.match(read.state === 'text' ? read.text : '', /^Name:/);
  });

  it('knows nothing of other schemes, whatever is at their paths', (test) => {
    const folder = folderWith(test, { 'a.json': '{}' });
    for (const scheme of ['untitled', 'vscode-vfs', 'git', 'https']) {
      const uri = URI.file(join(folder, 'a.json')).with({ scheme }).toString();
      assert.deepEqual(nodeWorld.read(uri), { state: 'missing' });
    }
    assert.deepEqual(nodeWorld.read('untitled:package.json'), { state: 'missing' });
  });

  it('tells a link that leads nowhere from a file that is not there', (test) => {
    const folder = folderWith(test, {});
    symlinkSync('gone', join(folder, 'dangling.json'));
    symlinkSync('turn.json', join(folder, 'turn.json'));
    const read = (name: string) => nodeWorld.read(URI.file(join(folder, name)).toString());
    assert.deepEqual(read('gone'), { state: 'missing' });
    for (const name of ['dangling.json', 'turn.json'])
      assert.deepEqual(read(name), { state: 'unreadable', reason: words`is a link that leads nowhere` });
  });

  it('lists names in order; links to folders are nothing, other links files', (test) => {
    const folder = folderWith(test, { 'b.json': '', 'a/x': '', 'B.json': '' });
    symlinkSync(join(folder, 'b.json'), join(folder, 'c.json'));
    symlinkSync(join(folder, 'a'), join(folder, 'round'));
    symlinkSync(join(folder, 'gone'), join(folder, 'dangling'));
    symlinkSync('turn', join(folder, 'turn'));
    const entries = [
      { name: 'B.json', type: 'file' },
      { name: 'a', type: 'folder' },
      { name: 'b.json', type: 'file' },
      { name: 'c.json', type: 'file', linked: true },
      { name: 'dangling', type: 'file', linked: true },
      { name: 'turn', type: 'file', linked: true },
    ];
    assert.deepEqual(nodeWorld.list(URI.file(folder).toString()), { entries });
    assert.deepEqual(nodeWorld.list(URI.file(join(folder, 'no')).toString()), { entries: [], missing: true });
    const tooLong = { entries: [], problem: words`cannot be read` };
    assert.deepEqual(nodeWorld.list(URI.file(`/${'x'.repeat(5000)}`).toString()), tooLong);
  });

  it('writes a file, over one that is there too, and says why it cannot', (test) => {
    const folder = folderWith(test, { 'd/x': '' });
    const uri = (name: string) => URI.file(join(folder, name)).toString();
    for (const text of ['{ "a": 1 }', '{}']) {
      assert.equal(nodeWorld.write(uri('ü #1.json'), text), undefined);
      assert.deepEqual(nodeWorld.read(uri('ü #1.json')), { state: 'text', text });
    }
    const problem = (name: string) => say(nodeWorld.write(uri(name), '{}') ?? words`written`);
    assert.equal(problem('d'), 'is a folder');
    assert.equal(problem('no/a.json'), 'cannot be written: there is no such folder');
    assert.equal(problem('x'.repeat(5000)), 'cannot be written');
    assert.deepEqual(readdirSync(folder).sort(), ['d', 'ü #1.json']);
  });
});
