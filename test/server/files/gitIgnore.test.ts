import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { GitIgnore } from '../../../server/files/gitIgnore.ts';
import { folderWith } from '../../support/cliRun.ts';

function git(files: Readonly<Record<string, string>>): GitIgnore {
  const rules = new GitIgnore();
  for (const [folder, text] of Object.entries(files)) rules.add(folder, text);
  return rules;
}

/** As gitignore(5) has it. */
describe('what git ignores', () => {
  // biome-ignore format: a table is read by its columns
  const table: readonly (readonly [text: string, ignored: readonly string[], others: readonly string[]])[] = [
    ['a.json',              ['a.json', 'd/a.json', 'a.json/x'],       ['b.json', 'aa.json']],
    ['/a.json',             ['a.json'],                               ['d/a.json']],
    ['d/a.json',            ['d/a.json'],                             ['x/d/a.json']],
    ['d/',                  ['d/a.json', 'x/d/a.json'],               ['d', 'x/d']],
    ['/d/',                 ['d/a.json'],                             ['x/d/a.json']],
    ['d',                   ['d', 'd/a.json', 'x/d/e/f.json'],        ['dd/a.json']],
    ['*.json',              ['a.json', 'd/.json'],                    ['a.jsonc']],
    ['d/*',                 ['d/a.json', 'd/e/f.json'],               ['a.json', 'x/d/a.json']],
    ['**/d/a.json',         ['d/a.json', 'x/y/d/a.json'],             ['a.json']],
    ['d/**',                ['d/a.json', 'd/e/f.json'],               ['a.json']],
    ['d/**/a.json',         ['d/a.json', 'd/e/f/a.json'],             ['a.json']],
    ['*.json\n!a.json',     ['b.json'],                               ['a.json', 'd/a.json']],
    ['!a.json\n*.json',     ['a.json'],                               []],
    ['d/\n!d/a.json',       ['d/a.json'],                             []],
    ['d/*\n!d/a.json',      ['d/b.json'],                             ['d/a.json']],
    ['# a.json\n\n',        [],                                       ['a.json', '# a.json']],
    ['\\#a\n\\!b',          ['#a', '!b'],                             ['a', 'b']],
    ['a.json  \r\nb\\ ',    ['a.json', 'b '],                         ['b', 'a.json  ']],
    ['[ab].json\n[^c]d',    ['a.json', 'xd'],                         ['c.json', 'cd']],
    ['{a,b}.json',          ['{a,b}.json'],                           ['a.json']],
    ['[a.json\n/\n!',       [],                                       ['a.json', '[a.json']],
  ];
  for (const [text, ignored, others] of table) {
    it(JSON.stringify(text), () => {
      const rules = git({ '': text });
      for (const path of ignored) assert.ok(rules.ignoresFile(path), path);
      for (const path of others) assert.ok(!rules.ignoresFile(path), path);
    });
  }

  it('the deepest file decides', () => {
    const rules = git({ '': '*.json', d: '!a.json', 'd/e': 'a.json' });
    const paths = ['a.json', 'd/a.json', 'd/b.json', 'd/e/a.json'];
    assert.deepEqual(
      paths.map((path) => rules.ignoresFile(path)),
      [true, false, true, true],
    );
  });

  it('a line of more than 1,000 characters ignores nothing', () => {
    const ranges = git({ '': `[a${'b-c'.repeat(400)}]\n*.log` });
    assert.deepEqual([ranges.ignoresFile('a'), ranges.ignoresFile('a.log')], [false, true]);
  });

  it('the lines nearest to a file count, where the folders above it have too many', () => {
    const deep = Array.from({ length: 5 }, (_, depth) => 'd/'.repeat(depth).slice(0, -1));
    const lines = 'x\n'.repeat(1999);
    const rules = git(Object.fromEntries(deep.map((folder, depth) => [folder, `${lines}only${depth}`])));
    const ignored = (name: string) => rules.ignoresFile(`d/d/d/d/${name}`);
    assert.deepEqual([ignored('only4'), ignored('only2'), ignored('only0')], [true, true, false]);
  });

  it('10,000 lines and a hostile one cost little', () => {
    const rules = git({ '': `${'**/a/'.repeat(100)}b\n${'*a'.repeat(100)}b\n`.repeat(5000) });
    assert.ok(!rules.ignoresFile(`${'a/'.repeat(100)}${'a'.repeat(100)}`));
  });
});

describe('git itself', () => {
  const hasGit = spawnSync('git', ['--version']).status === 0;

  it('says the same of many files', { skip: !hasGit && 'git is not installed' }, (test) => {
    const part = fc.constantFrom('a', 'b', '*', '?', '**', 'a*', '*b', '[ab]', '\\a', '[!b]');
    const line = fc
      .record({
        not: fc.constantFrom('', '', '', '!'),
        root: fc.constantFrom('', '', '/'),
        path: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
        folder: fc.constantFrom('', '', '/'),
      })
      .map((each) => each.not + each.root + each.path + each.folder);
    const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`);
    const samples = fc.sample(fc.tuple(text, text), 300);
    const paths = ['a', 'b', 'ab', 'a/a', 'a/b', 'b/ab', 'a/b/a', 'a/a/b/b', 'b/a/ab'];
    const files = samples.flatMap(([own, inner], at) => [
      [`${at}/.gitignore`, own],
      [`${at}/a/.gitignore`, inner],
    ]);
    const folder = folderWith(test, Object.fromEntries(files));
    spawnSync('git', ['init', '-q', folder]);
    const input = samples.flatMap((_, at) => paths.map((path) => `${at}/${path}`)).join('\n');
    const { stdout } = spawnSync('git', ['check-ignore', '--no-index', '--stdin'], {
      cwd: folder,
      input,
      encoding: 'utf8',
    });
    const said = new Set(stdout.split('\n'));
    samples.forEach(([own, inner], at) => {
      const rules = git({ '': own, a: inner });
      // A name that is a folder here, because it holds a file, is asked for as one.
      for (const path of paths.filter((each) => each !== 'a')) {
        const message = JSON.stringify({ own, inner, path, folder: join(folder, String(at)) });
        assert.equal(rules.ignoresFile(path), said.has(`${at}/${path}`), message);
      }
    });
  });
});
