import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { options } from '../../../../server/cli/arguments/options.ts';
import { commands } from '../../../../server/cli/commands/commands.ts';
import { helpOf, overview } from '../../../../server/cli/commands/help.ts';
import { run, runIn, worldOf } from '../../../support/cliRun.ts';

const files = { 'a.zoom-create.json': '{}', '--format': '{}' };

describe('the arguments', () => {
  it('options stand before or after the command and its paths, in either spelling', async () => {
    for (const args of [
      'predict a.zoom-create.json --format json',
      '--format=json predict a.zoom-create.json',
      'predict -f json a.zoom-create.json',
      '-fjson predict a.zoom-create.json',
    ]) {
      const { code, out } = await run(args, files);
      assert.deepEqual([code, JSON.parse(out).requests.length], [0, 1], args);
    }
  });

  it('behind -- everything is a path', async () => {
    const { out } = await run('check --operation create --allow-no-profile -- --format', files);
    assert.match(out, /^No findings in 1 file\.$/m);
  });

  it('files that options name are looked for from the working folder, or from the root', async () => {
    for (const profile of ['d/p.json', './d/../d/p.json', '/repo/work/d/p.json', 'd\\p.json']) {
      const world = worldOf({ ...files, 'd/p.json': '{}' });
      const { out } = await runIn(world, ['predict', 'a.zoom-create.json', '-f', 'json', '--profile', profile]);
      assert.equal(JSON.parse(out).requests[0].profile, 'd/p.json', profile);
    }
  });

  it('for one code, the last --set-severity counts', async () => {
    const files = { 'a.zoom-create.json': '{ "password": 1 }' };
    const given = '--set-severity field-type=off --set-severity=field-type=hint';
    const { out } = await run(`predict a.zoom-create.json -f json ${given}`, files);
    assert.deepEqual(
      JSON.parse(out).requests[0].findings.map(({ severity }: { severity: string }) => severity),
      ['hint'],
    );
  });
});

describe('incorrect usage: exit code 2, what is wrong on standard error, nothing on standard output', () => {
  for (const [args, problem] of [
    ['', 'No command given.'],
    ['chek a', 'Unknown command: chek. Did you mean check?'],
    ['nonsense a', 'Unknown command: nonsense.\n'],
    ['a.zoom-create.json', "Unknown command: 'a.zoom-create.json'. Did you mean check a.zoom-create.json?\n"],
    ['. --fix', "Unknown command: '.'. Did you mean check .?\n"],
    ['help chek', 'Unknown command: chek. Did you mean check?'],
    ['check', 'check needs a PATH.'],
    ['check . --format -q', "Option '--format' needs a value."],
    ['lsp', 'lsp needs --stdio.'],
    ['explain', 'explain needs a CODE or PATH.'],
    ['explain a --format json', 'explain has no option --format.'],
    ['check a --format xml', 'Unknown format: xml. Formats: text, json, sarif, github, gitlab, junit.\n'],
    [
      'check a -f jason',
      'Unknown format: jason. Formats: text, json, sarif, github, gitlab, junit. Did you mean json?',
    ],
    ['check a --format json --format text', 'Only one format can go to standard output'],
    ['check a --format json=a --format sarif=./a', 'Two formats go to the same file.'],
    [
      'check a -f=json',
      "Unknown format: '=json'. Formats: text, json, sarif, github, gitlab, junit. Did you mean json?",
    ],
    ['check a --format json=', '--format json= names no file.'],
    ['check a --formt json', "Unknown option '--formt'. Did you mean --format?"],
    ['check a --max-warnings some', '--max-warnings takes a whole number, not some.'],
    ['check a --max-warnings=-1', '--max-warnings takes a whole number, not -1.'],
    ['check a --max-warnings 1.5', "--max-warnings takes a whole number, not '1.5'."],
    ['check a --max-warnings=', '--max-warnings has an empty value.'],
    ['check a --profile=', '--profile has an empty value.'],
    ['import a.json --output=', '--output has an empty value.'],
    ['check a --min-severity info', '--min-severity takes hint, information, warning or error, not info.'],
    ['check a --dry-run', '--dry-run is for --fix and --write-stored.'],
    ['check a --fix --dry-run -f json', '--dry-run prints text'],
    ['check a --exclude [', 'Cannot exclude [. A bracket is not closed in this pattern.'],
    ['check a --stdin-filepath b.json', '--stdin-filepath is for standard input: use - as a PATH.'],
    ['check !a', 'check needs a PATH, besides what ! leaves out.'],
    ['predict a --fix', 'predict has no option --fix.'],
    ['init a b', 'init takes one folder, not also b.'],
    ['init --passcode locked', '--passcode takes on-locked, off-locked, on, off or unknown, not locked.'],
    ['completions', 'completions needs one of bash, zsh, fish.'],
    ['completions --', 'completions needs one of bash, zsh, fish.'],
    ['completions tcsh', 'completions takes bash, zsh or fish, not tcsh.'],
    ['completions bash zsh', 'completions takes no zsh.'],
    ['check a --operation delete', '--operation takes create or update, not delete.\n'],
    ['check a --operation creat', '--operation takes create or update, not creat. Did you mean create?'],
    ['check a --verbose', "Unknown option '--verbose'"],
    ['check a --profile', "Option '--profile' needs a value."],
    ['check a --version=1', "Option '-V, --version' does not take an argument"],
    ['import', 'import needs a FILE.'],
    ['import a.json --level team', '--level takes account, group or user, not team.'],
    ['import a.json --groups new', '--groups takes legacy or priority, not new.'],
    ['import a.json --format json', 'import has no option --format.'],
    ['predict a --diff --format json', '--diff is a format of its own: use it without --format.'],
    ['check a --diff', 'check has no option --diff.'],
    ['import a.json --diff', 'import has no option --diff.'],
    ['predict a --format diff', 'Unknown format: diff'],
    ['check a --force', 'check has no option --force.'],
    ['predict a --output b', 'predict has no option --output.'],
    [
      'check a --set-severity passcode-generated',
      '--set-severity takes CODE=LEVEL, such as passcode-generated=off, not',
    ],
    ['check a --set-severity passcode-generated=off=on', '--set-severity takes CODE=LEVEL'],
    ['check a --set-severity =', 'Unknown code in --set-severity: \n'],
    ['check a --set-severity passcode-generated=', 'Unknown level: \u0020(in --set-severity passcode-generated=)'],
    [
      'check a --set-severity pascode-generated=off',
      'Unknown code in --set-severity: pascode-generated. Did you mean passcode-generated?',
    ],
    ['check a --set-severity __proto__=off', 'Unknown code in --set-severity: __proto__\n'],
    [
      'check a --set-severity field-type=error --set-severity passcode-generated=info',
      'Unknown level: info (in --set-severity passcode-generated=info). Levels: off, hint, information, warning, error\n',
    ],
    ['import a.json --set-severity passcode-generated=off', 'import has no option --set-severity.'],
    ['check -', 'Standard input needs --operation create or update, or --stdin-filepath PATH.'],
  ] as const) {
    it(args || 'nothing', async () => {
      const { code, out, error } = await run(args);
      assert.deepEqual([code, out], [2, '']);
      assert.ok(error.startsWith(problem), error);
      assert.match(error, /\nzoom-request-lens( \w+)? --help shows how it is used\.\n$/);
      assert.equal(error.split('\n').length, 3, error);
    });
  }
});

it('an empty path is no folder: a variable of a script may be empty', async () => {
  const world = worldOf({ 'a.zoom-create.json': '{}' });
  for (const [command, name] of [
    ['predict', 'PATH'],
    ['explain', 'PATH'],
    ['import', 'FILE'],
    ['init', 'FOLDER'],
  ] as const)
    assert.ok((await runIn(world, [command, ''])).error.startsWith(`A ${name} is empty.\n`), command);
  for (const more of [[], ['a.zoom-create.json'], ['--ignore-unknown']]) {
    const { code, out, error } = await runIn(world, ['check', '', ...more]);
    assert.deepEqual([code, out], [2, '']);
    assert.match(error, /^A PATH is empty\.\n/);
  }
});

describe('help and version: exit code 0', () => {
  for (const args of ['--help', '-h', 'help'])
    it(args, async () => assert.deepEqual(await run(args), { code: 0, out: overview(commands), error: '' }));

  for (const command of commands) {
    const { name } = command;
    for (const args of [`${name} --help`, `${name} a -h --format xml`, `help ${name}`])
      it(args, async () => assert.deepEqual(await run(args), { code: 0, out: helpOf(command), error: '' }));
  }

  for (const args of ['--version', '-V', 'check -V'])
    it(args, async () => assert.deepEqual(await run(args), { code: 0, out: '1.2.3\n', error: '' }));

  it('the help names every command, and that of a command every option that it takes', () => {
    for (const command of commands) {
      assert.ok(overview(commands).includes(`\n  ${command.name} `), command.name);
      for (const option of command.options) assert.match(helpOf(command), new RegExp(`--${option}\\b`));
    }
  });

  it('every option belongs to a command', () => {
    const known = new Set<string>(['version', 'help', ...commands.flatMap((each) => each.options)]);
    assert.deepEqual(
      Object.keys(options).filter((each) => !known.has(each)),
      [],
    );
  });

  it('no line is wider than 100 columns', () => {
    for (const text of [overview(commands), ...commands.map(helpOf)])
      assert.ok(
        text.split('\n').every(({ length }) => length <= 100),
        text,
      );
  });
});
