import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it, type TestContext } from 'node:test';
import { commands } from '../../../../server/cli/commands/commands.ts';
import { completionScript, shells } from '../../../../server/cli/commands/completions.ts';

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
    // Bash splits words at =.
    [['check', '--format', '=', 's'], ['sarif']],
    [
      ['check', '--operation', '='],
      ['create', 'update'],
    ],
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

describe('completion in fish', { skip: !has('fish') }, () => {
  const proposedIn = (words: string) => {
    const script = `${completionScript('fish', commands)}\ncomplete -C '${words}'\n`;
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    return stdout.split('\n').flatMap((line) => line.split('\t')[0] || []);
  };

  for (const [words, expected] of [
    ['', commands.map(({ name }) => name).sort()],
    ['check --format=s', ['--format=sarif']],
    ['check --max-warnings ', []],
    ['completions ', ['bash', 'fish', 'zsh']],
    ['explain duplicate', ['duplicate-key']],
    ['serve ', []],
  ] as const)
    it(words || 'nothing', () => assert.deepEqual(proposedIn(`zoom-request-lens ${words}`), expected));
});

describe('a script', () => {
  // Without the blank, zsh calls _alternative with options that it does not know. After a name with =, it completes values.
  it('for zsh completes operands and values in the words of _arguments', () => {
    const script = completionScript('zsh', commands);
    assert.match(script, /'\*:operand: _alternative /);
    assert.match(script, /'1:word:\(bash zsh fish\)'/);
    assert.match(script, /'--operation=\[[^\]]*\]:create\|update:\(create update\)'/);
    assert.match(script, /'--quiet\[/);
  });

  for (const shell of shells) {
    it(`for ${shell} is one that the shell can read`, (test: TestContext) => {
      if (!has(shell)) return test.skip(`${shell} is not installed`);
      const script = completionScript(shell, commands);
      const { status, stderr } = spawnSync(shell, ['-n', '-c', script], { encoding: 'utf8' });
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
