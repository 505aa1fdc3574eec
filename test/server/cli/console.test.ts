import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import { openConsole, type Streams } from '../../../server/cli/console.ts';

function consoleWith({
  isTTY = false,
  columns = 40,
  env = {},
}: {
  isTTY?: boolean;
  columns?: number;
  env?: Streams['env'];
} = {}) {
  const terminal = () => Object.assign(new PassThrough(), { isTTY, columns });
  const streams = { stdin: terminal(), stdout: terminal(), stderr: terminal(), env };
  const written = (stream: 'stdout' | 'stderr') => String(streams[stream].read() ?? '');
  return { ...openConsole(streams), streams, written };
}

describe('colours', () => {
  for (const [isTTY, env, expected] of [
    [true, { TERM: 'xterm-256color' }, true],
    [true, { TERM: 'dumb' }, false],
    [true, { TERM: 'xterm-256color', NO_COLOR: '1' }, false],
    [false, { TERM: 'xterm-256color' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '0' }, false],
    [true, { TERM: 'xterm-256color', FORCE_COLOR: '0' }, false],
    [false, { NO_COLOR: '1', FORCE_COLOR: '1' }, true],
  ] as const) {
    it(`${isTTY ? 'a terminal' : 'no terminal'}, ${JSON.stringify(env)}: ${expected}`, () =>
      assert.equal(consoleWith({ isTTY, env }).terminal.colours, expected));
  }
});

it('FORCE_COLOR and NO_COLOR at once: Node prints no warning', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  consoleWith({ env: { NO_COLOR: '1', FORCE_COLOR: '1' } });
  await new Promise(setImmediate);
  process.off('warning', note);
  assert.deepEqual(warnings, []);
});

describe('a terminal', () => {
  for (const columns of [0, 5])
    it(`of ${columns} columns is one whose width is not known`, () => {
      const { terminal } = consoleWith({ isTTY: true, columns });
      assert.equal(terminal.columns, undefined);
    });

  it('has a width; what is none has neither that, nor progress and questions', () => {
    assert.equal(consoleWith({ isTTY: true }).terminal.columns, 40);
    const { columns, progress, ask } = consoleWith().terminal;
    assert.deepEqual([columns, progress, ask], [undefined, undefined, undefined]);
  });

  it('a dumb one, whose lines a program may read, is not for progress, and no line is broken', () => {
    const { isWatched, columns, progress } = consoleWith({ isTTY: true, env: { TERM: 'dumb' } }).terminal;
    assert.deepEqual([isWatched, columns, progress], [true, undefined, undefined]);
  });

  it('standard input is read to its end', async () => {
    const { terminal, streams } = consoleWith();
    streams.stdin.end('{ "a": 1 }');
    assert.equal(new TextDecoder().decode(await terminal.readStdin()), '{ "a": 1 }');
  });

  it('results are written in one piece, before an error, a question and the end', async () => {
    const { terminal, streams, written, end } = consoleWith();
    const pieces: string[] = [];
    streams.stdout.on('data', (piece) => pieces.push(String(piece)));
    terminal.out('a\n');
    terminal.out('b\n');
    terminal.error('no\n');
    assert.deepEqual([pieces, written('stderr')], [['a\nb\n'], 'no\n']);
    terminal.out('c\n');
    await new Promise(setImmediate);
    assert.deepEqual(pieces, ['a\nb\n', 'c\n']);
    terminal.out('d\n');
    end();
    assert.deepEqual(pieces, ['a\nb\n', 'c\n', 'd\n']);
  });

  it('a question is answered with a line, or cancelled', async () => {
    const { terminal, streams } = consoleWith({ isTTY: true });
    const answer = terminal.ask?.('Which? ');
    streams.stdin.write('that\n');
    assert.equal(await answer, 'that');
    const other = terminal.ask?.('Which? ');
    streams.stdin.end();
    assert.equal(await other, undefined);
  });

  it('an interruption ends reading, and a second one is told from the first', async () => {
    const { terminal, interrupt } = consoleWith();
    assert.equal(terminal.isInterrupted?.(), false);
    const read = terminal.readStdin();
    assert.deepEqual([interrupt(), interrupt(), terminal.isInterrupted?.()], [false, true, true]);
    assert.equal((await read).length, 0);
  });
});
