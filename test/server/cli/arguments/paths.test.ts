import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { literalPath, resolvePath } from '../../../../server/cli/arguments/paths.ts';

const cwd = 'file:///repo/work';

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

  it('taken literally, a backslash is part of a name', () => {
    assert.equal(literalPath(cwd, 'd\\a.json'), 'file:///repo/work/d%5Ca.json');
    assert.equal(literalPath(cwd, '/d/e\\a.json'), 'file:///d/e%5Ca.json');
  });
});
