/** No text of a user may keep the server busy: each regular expression of the product takes time that grows as its text does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import recheck from 'recheck';
import { type Expression, expressionsIn } from './support/expressions.ts';
import { triesAll } from './support/rotation.ts';
import { sourcesIn } from './support/sources.ts';

const product = sourcesIn('client', 'server', 'shared');

/**
 * Expressions that take longer and only ever see a text of limited length, by file and source, and what limits it. There is
 * none: a plainer expression or a loop has always been the better answer.
 */
const bounded: Readonly<Record<string, string>> = {};

/**
 * What has been checked before is the same today: one a line, in order. The checker takes most of a minute for all of them, so
 * `npm run test:all` alone goes through this list again, and names what is new.
 */
const list = join(import.meta.dirname, 'fixtures', 'linearExpressions.txt');
const checked = new Set(readFileSync(list, 'utf8').split('\n').slice(0, -1));
const lineOf = ({ source, flags }: Expression) => `/${source}/${flags}`;

const nameOf = ({ file, source, flags }: Expression) => `${file} /${source}/${flags}`;
const all = product.flatMap(expressionsIn);

// Its checker in JavaScript: the others are programs of their own and answer nothing that this one does not.
Object.assign(process.env, { RECHECK_SYNC_BACKEND: 'pure' });

/** linear, polynomial or exponential; else why the checker cannot tell. */
function complexityOf(source: string, flags: string): string {
  const found = recheck.checkSync(source, flags, { timeout: 15_000 });
  if (found.status === 'unknown') return `unknown: ${found.error.kind}`;
  return found.status === 'safe' ? 'linear' : found.complexity.type;
}

describe('each expression takes linear time', () => {
  for (const each of new Map(all.map((one) => [nameOf(one), one])).values()) {
    const reason = bounded[nameOf(each)];
    it(reason ? `${nameOf(each)}: ${reason}` : `${nameOf(each)}, line ${each.line}`, () => {
      if (checked.has(lineOf(each)) && !triesAll) return;
      const found = complexityOf(each.source, each.flags);
      if (reason === undefined) assert.equal(found, 'linear');
      else assert.notEqual(found, 'linear', 'no exception is needed');
    });
  }

  it('and one that does not is seen', () => {
    assert.equal(complexityOf(String.raw`"(?:[^"\\\r\n]+|\\.)*"`, ''), 'exponential');
    assert.equal(complexityOf(String.raw`^[\w.-]*[\w-][\w.-]*$`, ''), 'polynomial');
  });
});

it('the list is in order; where there is time for all, it has what is there, and no more', () => {
  assert.deepEqual([...checked], [...checked].sort());
  const lines = [...new Set(all.map(lineOf))].sort();
  if (triesAll) assert.deepEqual([...checked], lines);
});

it('no expression is put together while the product runs', () => {
  const made = product.filter(({ code }) => /\bRegExp\(/.test(code)).map(({ file }) => file);
  assert.deepEqual(made, []);
});

it('every exception is an expression', () => {
  const names = all.map(nameOf);
  assert.deepEqual(
    Object.keys(bounded).filter((each) => !names.includes(each)),
    [],
  );
});

describe('expressions are found', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['const a = /b/g;', ['b']],
    ['a.replace(/[/]"/, 0)', ['[/]"']],
    ["a.test('/b/') // /c/\n/* /d/ */", []],
    ['a / b / c', []],
    ['(a + b) / c; x[0] / y / z', []],
    ['return /\\/a/u.test(b)', ['\\/a']],
    // The gaps of a template hold code, and code holds templates.
    ['`/a/ #{/b/.exec(`#{c}/d/`)} /e/`; f(/g/)'.replaceAll('#', '$'), ['b', 'g']],
    ['({ a: /b/ }); `}`; ({ c: [/d/] })', ['b', 'd']],
    ['#!/usr/bin/env node\n/a/', ['a']],
  ];
  for (const [text, expected] of table) {
    it(JSON.stringify(text), () => {
      const found = expressionsIn({ file: 'a.ts', text }).map(({ source }) => source);
      assert.deepEqual(found, expected);
    });
  }

  it('in the product, as many as there are', () => {
    assert.ok(all.length > 45, `${all.length}`);
    assert.ok(all.some(({ file, source }) => file === 'shared/text.ts' && source === '\\{(\\d+)\\}'));
    for (const { source, flags } of all) assert.ok(new RegExp(source, flags));
  });
});
