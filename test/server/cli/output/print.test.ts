import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { oneLine, printed, quotedPath } from '../../../../server/cli/output/print.ts';
import { runIn, worldOf } from '../../../support/cliRun.ts';
import { profileWith } from '../../../support/profiles.ts';
import { triesAll } from '../../../support/rotation.ts';

describe('one line', () => {
  for (const [text, expected] of [
    ['a b ü', 'a b ü'],
    ['a\nb\u001B[2J\u0007\u009B', 'a\\nb\\u001b[2J\\u0007\\u009b'],
    ['::error::a', '\\u003a:error::a'],
    ['  ::set-output name=a::b', '  \\u003a:set-output name=a::b'],
    ['a: ::error::b', 'a: ::error::b'],
    ['a ##[error]b', 'a \\u0023#[error]b'],
    ['##vso[task.complete]', '\\u0023#vso[task.complete]'],
    ['## Findings', '## Findings'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(oneLine(text), expected));
  }
});

describe('a value from a file', () => {
  it('is without what steers a terminal', () => assert.equal(printed('a\u001B[2J\nb'), 'a\\u001b[2J\\nb'));
});

describe('a name in the head of a diff', () => {
  for (const [path, expected] of [
    ['a b/c.zoom-create.json', 'a b/c.zoom-create.json'],
    ['ü.json', 'ü.json'],
    ['a\tb\n.json', '"a\\011b\\012.json"'],
    ['a"b\\c.json', '"a\\"b\\\\c.json"'],
    ['ü\u202E.json', '"ü\\342\\200\\256.json"'],
  ] as const) {
    it(JSON.stringify(path), () => assert.equal(quotedPath(path), expected));
  }
});

it('a diff is as the file for programs, and is harmless on a terminal, however wide', async () => {
  const body = '{ "topic": "\u202Ea\u009B2J", "settings": { "waiting_room": false } }';
  const locked = profileWith('W locked on · P locked on · A unlocked');
  const world = worldOf({ 'a.zoom-create.json': body, 'zoom-lock-profile.json': locked });
  const shown = async (isWatched: boolean) => (await runIn(world, ['predict', '--diff', '.'], '', { isWatched })).out;
  assert.ok((await shown(false)).includes(`\n-${body}\n`));
  assert.ok(
    (await shown(true)).includes('\n-{ "topic": "\\u202ea\\u009b2J", "settings": { "waiting_room": false } }\n'),
  );
});

const parts = [
  '\u001B[31m',
  '\u0007',
  '\n',
  '\r',
  '\u009B',
  '\u202E',
  '\u2028',
  '::error::',
  '##[error]',
  '##vso[a]',
  '\t',
  '"',
  '\\',
  '`',
  '|',
  ' ',
  'a',
  '-',
  '+',
];
const injected = '\n--- /dev/null\n+++ evil\n@@ -0,0 +1 @@\n+x\n';
const hostile = fc
  .array(fc.constantFrom(...parts, injected), { minLength: 1, maxLength: 5 })
  .map((found) => found.join(''));

/** The names and values of a small repository all hold the text. */
function filesWith(value: string) {
  const locks = JSON.parse(profileWith('W locked on · P locked on · A locked on'));
  const profile = {
    ...locks,
    [value]: 1,
    ignore: [{ code: value }],
    requests: [
      { files: value, operation: 'create' },
      { files: 'bodies.json', operation: 'create', at: '/templates/*' },
    ],
  };
  const settings = { authentication_option: value, meeting_authentication: true, waiting_room: false };
  const body = { topic: value, [value]: 1, password: value, settings };
  const name = encodeURIComponent(value);
  return {
    [`./${name}/zoom-lock-profile.json`]: JSON.stringify(profile),
    [`./${name}/a.zoom-create.json`]: JSON.stringify(body),
    [`./${name}/b.zoom-update.json`]: JSON.stringify(body, null, 2),
    [`./${name}.zoom-create.json`]: '{ "settings": {',
    [`./${name}/bodies.json`]: JSON.stringify({ templates: { [value]: body, [`${value}2`]: {} } }),
    [`./${name}/account-lock_settings.json`]: JSON.stringify({ [value]: value }),
  };
}

const samples = [injected, '::error::x', ...fc.sample(hostile, { numRuns: triesAll ? 100 : 15, seed: 7 })];

describe('whatever files hold and are called', () => {
  it('only our own line breaks steer what shows it', async () => {
    for (const value of samples) {
      const world = worldOf(filesWith(value));
      for (const args of [
        ['check', '.'],
        ['check', '.', '--format', 'json'],
        ['predict', '.'],
        ['predict', '.', '--format', 'json'],
        ['explain', '.'],
        ['check', value],
        ['predict', `${value}.zoom-create.json`, '--meeting', value],
        ['import', `${value}/account-lock_settings.json`],
        ['check', '.', `--${value}`],
        ['check', '.', '--format', value],
        [value],
      ]) {
        const { out, error } = await runIn(world, args);
        for (const shown of [out, error]) {
          const told = `${JSON.stringify(args)}\n${JSON.stringify(shown)}`;
          assert.doesNotMatch(shown, /[^\P{Cc}\n]|[\u2028-\u202E]/u, told);
          assert.doesNotMatch(shown, /^\s*::|##(?:vso|teamcity)?\[/m, told);
        }
        assert.ok(
          error.split('\n').every((line) => !/^(?:---|\+\+\+|@@|\+x)/.test(line)),
          error,
        );
      }
    }
  });

  it('JSON holds them as they are', async () => {
    for (const value of samples) {
      const { out } = await runIn(worldOf({ [`./${encodeURIComponent(value)}.zoom-create.json`]: '{}' }), [
        'predict',
        '.',
        '--format',
        'json',
      ]);
      const text = JSON.stringify(JSON.parse(out));
      assert.ok(text.includes(JSON.stringify(`${value}.zoom-create.json`)), text);
    }
  });

  it('a diff has one head for each of our comparisons, and no line of a name', async () => {
    for (const value of samples) {
      const name = encodeURIComponent(value);
      const files = {
        [`./${name}/zoom-lock-profile.json`]: profileWith('W locked on · P unlocked · A unlocked'),
        [`./${name}/a.zoom-create.json`]: '{ "settings": { "waiting_room": false } }\n',
        [`./${name}/b.zoom-create.json`]: '{ "settings": { "waiting_room": true } }\n',
        [`./${name}/c.zoom-create.json`]: '{ "settings": ',
      };
      const { out } = await runIn(worldOf(files), ['predict', '--diff', '.']);
      assert.deepEqual(
        out
          .split('\n')
          .filter((line) => !line.startsWith('#'))
          .map((line) => line.replace(/^(---|\+\+\+) .*\t/, '$1 ')),
        [
          '--- as it is sent',
          '+++ as Zoom will store it',
          '@@ -1,1 +1,1 @@',
          '-{ "settings": { "waiting_room": false } }',
          '+{ "settings": { "waiting_room": true } }',
          '',
        ],
      );
    }
  });
});
