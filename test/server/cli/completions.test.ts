import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it, type TestContext } from 'node:test';
import { commands } from '../../../server/cli/commands.ts';
import { completionScript, shells } from '../../../server/cli/completions.ts';
import { folderWith } from '../../support/cliRun.ts';

const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

/** What bash proposes for the last word. */
function proposed(...words: string[]): readonly string[] {
  const line = words.map((each) => `'${each}'`).join(' ');
  const script = `${completionScript('bash', commands)}
COMP_WORDS=(zoom-request-lens ${line}); COMP_CWORD=${words.length}
_zoom_request_lens; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.split('\n').filter(Boolean);
}

describe('completion in bash', { skip: !has('bash') }, () => {
  for (const [words, expected] of [
    [[''], commands.map(({ name }) => name)],
    [['ch'], ['check']],
    [['--v'], ['--version']],
    [['check', '--max'], ['--max-warnings']],
    [['check', '--format', 's'], ['sarif']],
    [
      ['predict', '-f', ''],
      ['text', 'json'],
    ],
    [
      ['check', '--operation', ''],
      ['create', 'update'],
    ],
    [
      ['init', '--passcode', 'on'],
      ['on-locked', 'on'],
    ],
    [['explain', 'waiting-room-ov'], ['waiting-room-overwritten']],
    [['completions', ''], [...shells]],
    // Files are completed by bash itself.
    [['check', ''], []],
    [['check', '--profile', ''], []],
  ] as const) {
    it(words.join(' ') || 'nothing', () => assert.deepEqual(proposed(...words), expected));
  }
});

describe('a script', () => {
  for (const shell of shells) {
    it(`for ${shell} is one that the shell can read`, (test: TestContext) => {
      if (!has(shell)) return test.skip(`${shell} is not installed`);
      // Not as standard input: what Node gives a process is a socket, which fish does not read.
      const cwd = folderWith(test, { script: completionScript(shell, commands) });
      const { status, stderr } = spawnSync(shell, ['-n', 'script'], { cwd, encoding: 'utf8' });
      assert.deepEqual([status, stderr], [0, '']);
    });

    it(`for ${shell} names every command and every option of it`, () => {
      const script = completionScript(shell, commands);
      for (const { name, options } of commands) {
        assert.ok(script.includes(name), name);
        for (const option of options)
          assert.ok(script.includes(shell === 'fish' ? `-l ${option}` : `--${option}`), option);
      }
    });
  }
});
