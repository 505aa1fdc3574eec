/** Where Python's own parser finds dictionaries, their keys and their values, we find them; in every run on a machine that has Python. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { python } from '../../../../../shared/containers/code/languages/python.ts';
import { movedEntries } from '../../../../../shared/containers/code/movedSpans.ts';
import { scopesOf, spanAt } from '../../../../../shared/containers/code/values/scopes.ts';
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
  const { objects } = scopesOf(codeOf(python, text), new WeakMap());
  // Of `a = b = {}`, it is the value of both.
  const found = new Map<number, Dictionary>();
  for (const { value, moment } of objects) {
    const { start, end } = spanAt(value.span, moment);
    if (text[start] !== '{') continue;
    const entries = movedEntries(value.entries, moment.frame.by).flatMap((each) => {
      if (each.kind !== 'key' || !/["']/.test(text[each.keySpan.end - 1] ?? '')) return [];
      const { key, keySpan, value } = each;
      return [[key, keySpan.start, keySpan.end, value.span.start, value.span.end] as const];
    });
    found.set(start, [start, end, entries]);
  }
  return [...found.values()].sort((a, b) => a[0] - b[0]);
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
