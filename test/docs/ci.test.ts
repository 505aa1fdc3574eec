import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { bundle, folderWith, spawn } from '../support/cliRun.ts';

/** The recipes of docs/ci.md, each run as far as it can be here: its commands, and what reads their output. Needs `dist/`. */

const page = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');

const files = {
  '.git/HEAD': 'ref: refs/heads/main',
  'zoom-lock-profile.json': '{ "rules": "2020-12-20", "waitingRoom": { "enabled": true, "locked": true } }',
  'payloads/a.zoom-create.json': '{\n  "settings": { "waiting_room": false }\n}\n',
  'package.json': '{}',
};
const place = 'payloads/a.zoom-create.json:2:33';

/** The code of a recipe, from the block that begins with a comment that names its file. */
function recipe(name: string): string {
  const found = new RegExp(`\`\`\`\\w+\n(?:#|//) ${name.replaceAll('.', '\\.')}\n(.*?)\n\`\`\``, 's').exec(page)?.[1];
  assert.ok(found, name);
  return found;
}

/** The arguments of the command in it. */
function argumentsIn(text: string): readonly string[] {
  const line = /(?:npx (?:--yes )?)?zoom-request-lens (check .*?)["']?$/m.exec(text)?.[1];
  assert.ok(line, text);
  return line.split(' ');
}

function inFolder(test: TestContext, args: readonly string[]) {
  const folder = folderWith(test, files);
  return { folder, ...spawn(folder, args) };
}

describe('GitHub Actions', () => {
  it('annotations', (test) => {
    const { code, out } = inFolder(test, argumentsIn(recipe('.github/workflows/zoom.yml')));
    assert.equal(code, 1);
    assert.match(out, /^::warning file=payloads\/a\.zoom-create\.json,line=2,endLine=2,col=33,/m);
  });

  it('code scanning: the file that is uploaded is the one that is written', (test) => {
    const text = recipe('.github/workflows/zoom-scanning.yml');
    const { folder, code, out } = inFolder(test, argumentsIn(text));
    const name = /sarif_file: (.*)/.exec(text)?.[1] ?? '';
    assert.deepEqual([code, out.startsWith(place)], [1, true]);
    assert.equal(JSON.parse(readFileSync(join(folder, name), 'utf8')).version, '2.1.0');
  });
});

it('GitLab: the reports are those that are written', (test) => {
  const text = recipe('.gitlab-ci.yml');
  const { folder, code, out } = inFolder(test, argumentsIn(text));
  assert.deepEqual([code, out.startsWith(place)], [1, true]);
  for (const [, name = ''] of text.matchAll(/(?:codequality|junit): (.*)/g))
    assert.ok(existsSync(join(folder, name)), name);
});

for (const [name, reads] of [
  ['Jenkinsfile', /junit '(.*?)'/],
  ['azure-pipelines.yml', /testResultsFiles: (.*)/],
] as const) {
  it(`${name}: the report is the one that is written`, (test) => {
    const text = recipe(name);
    const { folder, code, out } = inFolder(test, argumentsIn(text));
    assert.deepEqual([code, out.startsWith(place)], [1, true]);
    assert.ok(existsSync(join(folder, reads.exec(text)?.[1] ?? '')));
  });
}

it('pre-commit: files of all kinds are handed over', (test) => {
  const entry = argumentsIn(recipe('.pre-commit-config.yaml').replace(/^ *entry: /m, ''));
  const { code, out } = inFolder(test, [...entry, 'package.json', 'payloads/a.zoom-create.json']);
  assert.deepEqual([code, out.startsWith(place)], [1, true]);
  assert.equal(inFolder(test, [...entry, 'package.json']).code, 0);
});

it('lint-staged: it hands over whole paths', (test) => {
  const { 'lint-staged': rules } = JSON.parse(recipe('package.json'));
  const folder = folderWith(test, files);
  const args = argumentsIn(rules['*']);
  const paths = ['package.json', 'payloads/a.zoom-create.json'].map((each) => join(folder, each));
  const { code, out } = spawn(folder, [...args, ...paths]);
  assert.deepEqual([code, out.startsWith(place)], [1, true]);
});

it('changed files alone', { skip: process.platform === 'win32' }, (test) => {
  const [line = ''] = /^git diff .*$/m.exec(page) ?? [];
  const { '.git/HEAD': _, ...tracked } = files;
  const names = ['é "1".zoom-create.json', 'a b.zoom-create.json'];
  const folder = folderWith(test, { ...tracked, 'gone.zoom-create.json': '{}' });
  const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (git('init', '-q').status !== 0) return test.skip('git is not installed');
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@a.example', 'commit', '-q', '-m', 'a');
  rmSync(join(folder, 'gone.zoom-create.json'));
  writeFileSync(join(folder, 'package.json'), '{ "a": 1 }');
  for (const name of names) writeFileSync(join(folder, 'payloads', name), files['payloads/a.zoom-create.json']);
  git('add', '-N', '.');
  const command = line.replace('origin/main', 'HEAD').replace('zoom-request-lens', `"${process.execPath}" "${bundle}"`);
  const { status, stdout } = spawnSync('sh', ['-c', command], { cwd: join(folder, 'payloads'), encoding: 'utf8' });
  // xargs has an exit code of its own for commands that fail.
  assert.equal(status, 123);
  for (const name of names) assert.ok(stdout.includes(`${name}:2:33: warning`), stdout);
  assert.match(stdout, /2 warnings in 2 files\.$/m);
});

it('VS Code: the problem matcher finds each finding, and nothing else', (test) => {
  const [task] = JSON.parse(recipe('.vscode/tasks.json')).tasks;
  const { regexp, file, line, column, severity, message, code } = task.problemMatcher.pattern;
  const { out } = inFolder(test, task.args.slice(1));
  const found = out.split('\n').flatMap((each) => {
    const match = new RegExp(regexp).exec(each) ?? [];
    return match.length > 0 ? [[file, line, column, severity, code].map((group) => match[group])] : [];
  });
  assert.deepEqual(found[0], ['payloads/a.zoom-create.json', '2', '33', 'warning', 'waiting-room-overwritten']);
  assert.equal(found.length, out.match(/\[[a-z-]+\]$/gm)?.length);
  const several = 'a.json:1:2: information: Zoom will turn it on. [waiting-room-added] (#/a)'.match(regexp) ?? [];
  assert.deepEqual(
    [several[severity], several[message], several[code]],
    ['info', 'Zoom will turn it on.', 'waiting-room-added'],
  );
});
