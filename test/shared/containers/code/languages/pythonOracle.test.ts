/** Where Python's own parser finds dictionaries, their keys and their values, we find them; in every run on a machine that has Python. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Expression, Statement } from '../../../../../shared/containers/code/ir.ts';
import { python } from '../../../../../shared/containers/code/languages/python.ts';
import { codeOf } from '../../../../support/codeText.ts';

const folder = new URL('../corpus/python/', import.meta.url);
const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(readdirSync(folder).map((each) => [each, readFileSync(new URL(each, folder), 'utf8')])),
  'parentheses and comments': 'x = {"a": (1), # one\n  ("b"): ((2)),\n "c": (yield), **y, "d": -1, "e": not x}',
  'all kinds of values':
    'x = {"a": f"{b}" "c", "d": [1, {"e": lambda: {"f": 1}}], "g": await_(1)[2].h, "i": (1, 2), "j": 1 if k else 2}',
  'wide characters': 'é = {"🙂": "é", "ä": {"𝒳": 1}}; y = f({"é": 1}, z={"🙂🙂": "🙂"})\nz = "🙂"; w = {"a": 1}',
  'other line ends': 'x = {\r\n  "a": 1,\r\n  "b": {"c": """\r\n"""}\r\n}\r\n',
  statements:
    'def f(a={"b": 1}):\n  with g({"d": 3}) as h, i: pass\n  for j in {"k": 4}: yield {"l": 5}\n  assert {"m": 6}, {"n": 7}\n  return {"o": 8}\n',
  classes: '@a\nclass C(D):\n  g: dict = {"h": 3}\n  def i(self): raise J({"k": 4})\n',
  escapes: 'x = {"a\\"b": 1, \'c\\\'d\': 2, r"e\\f": 3, """g"h""": 4, u"i": 5}',
  'assignments in expressions': 'if (x := {"a": 1}) and f(y := {"b": 2}): z = w = {"c": 3}',
};

type Dictionary = readonly [number, number, readonly (readonly [string, number, number, number, number])[]];

function dictionariesOf(text: string): readonly Dictionary[] {
  const found: Dictionary[] = [];
  const left: (Expression | Statement)[] = [...codeOf(python, text).body];
  const seen = new Set<unknown>();
  for (let each = left.pop(); each; each = left.pop()) {
    // Of `a = b = {}`, it is the value of both.
    if (seen.has(each)) continue;
    seen.add(each);
    if (each.kind === 'object' && text[each.span.start] === '{') {
      const keys = each.entries.flatMap((entry) =>
        entry.kind === 'key' && /["']/.test(text[entry.keySpan.end - 1] ?? '') ? [entry] : [],
      );
      const entries = keys.map(
        ({ key, keySpan, value: { span } }) => [key, keySpan.start, keySpan.end, span.start, span.end] as const,
      );
      found.push([each.span.start, each.span.end, entries]);
    }
    left.push(...partsOf(each));
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** All that is anywhere in it. */
function partsOf(value: unknown): readonly (Expression | Statement)[] {
  const found: (Expression | Statement)[] = [];
  const left = Object.values(value as object);
  for (let each = left.pop(); left.length > 0 || each !== undefined; each = left.pop()) {
    if (typeof each !== 'object' || each === null) continue;
    if (
      [
        'assign',
        'expression',
        'return',
        'block',
        'object',
        'list',
        'literal',
        'text',
        'name',
        'member',
        'call',
        'choice',
        'other',
      ].includes(each.kind) &&
      'span' in each
    )
      found.push(each);
    else left.push(...Object.values(each));
  }
  return found;
}

const run = spawnSync('python3', [new URL('../../../../support/pythonDictionaries.py', import.meta.url).pathname], {
  input: JSON.stringify(Object.values(texts)),
  encoding: 'utf8',
});

describe('the dictionaries of Python', { skip: run.error ? 'python3 is not installed' : false }, () => {
  const expected: readonly (readonly Dictionary[] | null)[] = run.error ? [] : JSON.parse(run.stdout);
  for (const [index, [name, text]] of Object.entries(texts).entries()) {
    it(name, () => {
      assert.notEqual(expected[index], null, 'Python cannot read it');
      assert.deepEqual(dictionariesOf(text), expected[index]);
    });
  }
});
