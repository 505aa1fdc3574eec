import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseArguments, resolvePath, usage } from '../../../server/cli/arguments.ts';
import { run } from '../../support/cliRun.ts';

const cwd = 'file:///repo/work';
const parse = (line: string) => parseArguments(line.split(' ').filter(Boolean), cwd);

describe('the arguments', () => {
  const otherProfiles: readonly string[] = [];
  const severities = new Map();

  it('a command, paths and nothing else', () => {
    assert.deepEqual(parse('check a b'), {
      command: 'check',
      paths: ['a', 'b'],
      format: 'text',
      overrides: {},
      otherProfiles,
      severities,
    });
  });

  it('explain takes what check takes, but for a format', () => {
    const overrides = { operation: 'create' };
    assert.deepEqual(parse('explain a --operation create'), {
      command: 'explain',
      paths: ['a'],
      format: 'text',
      overrides,
      otherProfiles,
      severities,
    });
  });

  it('options, in any order and either spelling', () => {
    assert.deepEqual(parse('--format=json predict --operation update a --profile p.json --meeting /m.json'), {
      command: 'predict',
      paths: ['a'],
      format: 'json',
      overrides: { operation: 'update', profile: 'file:///repo/work/p.json', meeting: 'file:///m.json' },
      otherProfiles,
      severities,
    });
  });

  it('--diff is a way to print', () => {
    assert.deepEqual(parse('predict --diff a'), {
      command: 'predict',
      paths: ['a'],
      format: 'diff',
      overrides: {},
      otherProfiles,
      severities,
    });
  });

  it('--set-severity can be repeated; for one code the last counts', () => {
    const line =
      'check a --set-severity field-type=off --set-severity=field-type=hint --set-severity field-unknown=error';
    const parsed = parse(line);
    assert.deepEqual('severities' in parsed && [...parsed.severities], [
      ['field-type', 'hint'],
      ['field-unknown', 'error'],
    ]);
  });

  it('import has its own', () => {
    const none = { level: undefined, groups: undefined, output: undefined, force: false };
    assert.deepEqual(parse('import a b'), { command: 'import', paths: ['a', 'b'], ...none });
    assert.deepEqual(parse('import --level user a --groups priority --output ../p.json --force'), {
      command: 'import',
      paths: ['a'],
      level: 'user',
      groups: 'priority',
      output: 'file:///repo/p.json',
      force: true,
    });
  });

  it('behind -- everything is a path', () => {
    assert.deepEqual(parse('check -- --format'), {
      command: 'check',
      paths: ['--format'],
      format: 'text',
      overrides: {},
      otherProfiles,
      severities,
    });
  });
});

describe('incorrect usage: exit code 2, what is wrong on standard error, nothing on standard output', () => {
  for (const [args, problem] of [
    ['', 'No command given.'],
    ['chek a', 'Unknown command: chek'],
    ['a.zoom-create.json', 'Unknown command: a.zoom-create.json'],
    ['check', 'check needs a PATH.'],
    ['lsp', 'lsp needs --stdio.'],
    ['explain', 'explain needs a PATH.'],
    ['explain a --format json', 'explain has no option --format.'],
    ['check a --format xml', 'Unknown format: xml'],
    ['check a --operation delete', 'Unknown operation: delete'],
    ['check a --verbose', "Unknown option '--verbose'"],
    ['check a --profile', "Option '--profile <value>' argument missing"],
    ['check a --version=1', "Option '--version' does not take an argument"],
    ['import', 'import needs a FILE.'],
    ['import a.json --level team', 'Unknown level: team'],
    ['import a.json --groups new', 'Unknown model of groups: new'],
    ['import a.json --format json', 'import has no option --format.'],
    ['predict a --diff --format json', '--diff is text: use it without --format json.'],
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
    ['check -', 'Standard input needs --operation create or update.'],
  ] as const) {
    it(args || 'nothing', async () => {
      const { code, out, error } = await run(args);
      assert.deepEqual([code, out], [2, '']);
      assert.ok(error.startsWith(problem), error);
      assert.ok(error.endsWith('\nzoom-request-lens --help shows how it is used.\n'), error);
      assert.equal(error.split('\n').length, 3, error);
    });
  }
});

describe('help and version: exit code 0', () => {
  for (const args of ['--help', '-h', 'help', 'check --help', 'check a --help --format xml']) {
    it(args, async () => assert.deepEqual(await run(args), { code: 0, out: usage, error: '' }));
  }

  it('--version', async () => assert.deepEqual(await run('--version'), { code: 0, out: '1.2.3\n', error: '' }));

  it('the usage names every command and option', () => {
    for (const word of [
      'predict',
      'check',
      'import',
      'lsp --stdio',
      '--level',
      '--groups',
      '--output',
      '--force',
      '--format',
      '--operation',
      '--profile',
      '--meeting',
      '--set-severity',
      '--diff',
      '--version',
      '--help',
    ]) {
      assert.ok(usage.includes(word), word);
    }
  });
});

describe('paths as typed', () => {
  for (const [path, uri] of [
    ['a.json', 'file:///repo/work/a.json'],
    ['./a/../b.json', 'file:///repo/work/b.json'],
    ['../a.json', 'file:///repo/a.json'],
    ['/a b#1%.json', 'file:///a%20b%231%25.json'],
    ['ü.json', 'file:///repo/work/%C3%BC.json'],
    ['C:/x/a.json', 'file:///c%3A/x/a.json'],
    ['d\\a.json', 'file:///repo/work/d/a.json'],
  ] as const) {
    it(`${path} → ${uri}`, () => assert.equal(resolvePath(cwd, path), uri));
  }
});
