import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { python } from '../../../../../shared/containers/code/languages/python.ts';
import { codeText } from '../../../../support/codeText.ts';

const read = (text: string) => codeText(python, text);

describe('expressions of Python', () => {
  for (const [text, seen] of [
    ['{"a": 1, \'b\': -2.5, "c": True, "d": None, 3: "x"}', '{a: 1, b: -2.5, c: true, d: null, 3: "x"}'],
    ['{"a": [1, {"b": (2)},], **more, key: value}', '{a: [1, {b: 2}], ...more, [key]: value}'],
    ['dict(a=1, b=dict(c=None), **more)', '{a: 1, b: {c: null}, ...more}'],
    ['dict(base, a=1)', '{...base, a: 1}'],
    ['{k: v for k, v in pairs}', '…(k, v, k, v, pairs)'],
    ['{1, 2}', '…(1, 2)'],
    ['a["b"].c[0].d', 'a.b.c.[0].d'],
    ['f"{base}/users/{user.id}/x{{y}}"', '`<base>/users/<user.id>/x{y}`'],
    ['BASE + "/users/" + user + "/meetings"', '`<BASE>/users/<user>/meetings`'],
    ['"https://x" "/users" \'/me\'', '"https://x/users/me"'],
    ['("https://x"\n f"/users/{u}")', '`https://x/users/<u>`'],
    ['"/users/%s/meetings/%d%%" % (user, number)', '`/users/<user>/meetings/<number>%`'],
    ['"/users/%s" % user', '`/users/<user>`'],
    ['"/users/{}/{}".format(a, b)', '`/users/<a>/<b>`'],
    ['"/users/{1}/{name}/{{}}".format(a, b, name=c)', '`/users/<b>/<c>/{}`'],
    ['text.format(a)', 'text.format(a)'],
    ['1 + 2', '…(1, 2)'],
    ['[1] + more', '…([1], more)'],
    ['a or {"b": 1}', '(a | {b: 1})'],
    ['{"a": 1} if x else other', '({a: 1} | other)'],
    ['not x', '…(x)'],
    ['a == b', '…(a, b)'],
    ['await session.post(url, json=body, *args, **kw)', 'session.post(url, json=body, ...args, ...kw)'],
    ['json.dumps({"a": 1}).encode("utf-8")', 'json.dumps({a: 1})'],
    ['urllib.request.Request(url, data=data)', 'new urllib.request.Request(url, data=data)'],
    ['Meeting(topic="x")', 'new Meeting(topic="x")'],
    ['lambda x, y=1: {"a": x}', '(x, y = 1) => return {a: x}'],
    ['(body := {"a": 1})', '{a: 1}'],
    ['1_000', '1000'],
    ['0x10', '16'],
    ['cls.base', 'self.base'],
    ['{"a": }', '{a: …() …}'],
    ['{"a": 1', '{a: 1 …}'],
    ['dict(a=1', '{a: 1 …}'],
  ] as const) {
    it(text, () => assert.equal(read(text), seen));
  }
});

describe('strings of Python', () => {
  for (const [text, value] of [
    [String.raw`'it\'s'`, "it's"],
    [String.raw`"a\tb\\n\x41\u00e9\U0001F600\101\d"`, 'a\tb\\nAé😀A\\d'],
    [String.raw`r"a\tb"`, String.raw`a\tb`],
    [String.raw`rb'a\x41'`, String.raw`a\x41`],
    [String.raw`b"{\"a\": 1}"`, '{"a": 1}'],
    ['"""a "quoted"\nline"""', 'a "quoted"\nline'],
    ["'''it's'''", "it's"],
    ['"a\\\nb"', 'ab'],
    ['""', ''],
    ['u"é🙂"', 'é🙂'],
  ] as const) {
    it(text, () => assert.equal(read(text), JSON.stringify(value)));
  }
});

describe('statements of Python', () => {
  for (const [text, seen] of [
    ['a = b = {}', 'a == {}\nb == {}'],
    ['a, b = 1, {}', 'a == 1\nb == {}'],
    ['a, b = b, a', '…(a, b) = …(b, a)'],
    ['assert a == {}', 'assert(…(a, {}))'],
    ['a: dict[str, int] = {}\nb: int', 'a = {}\nb = ?'],
    ['a["b"]["c"] = False', 'a.b.c = false'],
    ['a += b\ndel a["b"], c', 'a ~= b\ndelete a.b\ndelete c'],
    ['a |= b', 'a.update(b)'],
    ['a = 1; b = 2', 'a = 1\nb = 2'],
    ['import os\nglobal x\npass', ''],
    [
      'def f(a, *args, b={"c": 1}, **kw) -> dict:\n    return {"x": a}',
      'function f(a, args, b = {c: 1}, kw)\n  return {x: a}',
    ],
    ['async def f():\n    return', 'function f()\n  return'],
    ['@app.post("/x")\ndef f(): return 1, 2', 'app.post(f() => return …(1, 2))'],
    ['@cache\n@api.v2.get("/x")\ndef f(): return 1', 'api.get(f() => return 1)'],
    ['@cache\ndef f(): return 1', 'function f()\n  return 1'],
    ['@mock.patch("x")\ndef f(): return 1', 'function f()\n  return 1'],
    ['class A(B):\n    url = "x"\n    def f(self): pass', 'class A\n  self.url == "x"\n  function f(self)'],
    [
      'if a:\n    b = 1\nelif c:\n    b = 2\nelse:\n    b = 3',
      'a\nsometimes\n  b = 1\nc\nsometimes\n  b = 2\nsometimes\n  b = 3',
    ],
    ['for a, b in f():\n    c = 1\nelse:\n    d = 1', 'f()\noften\n  a = …()\n  b = …()\n  c = 1\nalways\n  d = 1'],
    ['while f():\n    a = 1', 'f()\noften\n  a = 1'],
    ['with a() as b, c():\n    d = 1', 'b = a()\nc()\nalways\n  d = 1'],
    ['async with s.post(u) as r:\n    pass', 'r = s.post(u)\nalways'],
    [
      'try:\n    a = 1\nexcept E as e:\n    a = 2\nelse:\n    b = 1\nfinally:\n    c = 1',
      'always\n  a = 1\nsometimes\n  a = 2\nalways\n  b = 1\nalways\n  c = 1',
    ],
    ['match x:\n    case {"a": 1}:\n        b = 1', 'x\nsometimes\n  b = 1'],
    ['raise E(f(x)) from e', 'new E(f(x))\ne'],
    ['"""A text."""\nf()', '"A text."\nf()'],
  ] as const) {
    it(text.replaceAll('\n', '⏎'), () => assert.equal(read(text), seen));
  }
});

describe('what Python needs for a passcode', () => {
  const expression = 'os.environ["ZOOM_PASSCODE"]';
  const withImport = (text: string) => {
    const { needs, ...rest } = python.passcode(text);
    assert.deepEqual(rest, { expression });
    return needs ? text.slice(0, needs.offset) + needs.text + text.slice(needs.offset) : text;
  };
  for (const [before, after] of [
    ['import os\n', 'import os\n'],
    ['import json, os\n', 'import json, os\n'],
    ['import os, json\r\n', 'import os, json\r\n'],
    ['import os.path\n', 'import os.path\n'],
    ['import osmnx\n', 'import os\nimport osmnx\n'],
    ['import os as system\n', 'import os\nimport os as system\n'],
    ['from os import environ\n', 'import os\nfrom os import environ\n'],
    ['#!/usr/bin/env python\nimport json\r\n', '#!/usr/bin/env python\nimport os\nimport json\r\n'],
    [
      'from __future__ import annotations\nimport json\n',
      'from __future__ import annotations\nimport os\nimport json\n',
    ],
    ['from __future__ import annotations\n\nx = 1\n', 'from __future__ import annotations\n\nimport os\nx = 1\n'],
    ['#!/usr/bin/env python\n"""A text."""\nx = 1\n', '#!/usr/bin/env python\n"""A text."""\nimport os\nx = 1\n'],
    ['x = 1\r\ny = 2\r\n', 'import os\r\nx = 1\r\ny = 2\r\n'],
    ['', 'import os\n'],
  ] as const) {
    it(JSON.stringify(before), () => assert.equal(withImport(before), after));
  }
});

describe('values in Python', () => {
  for (const [value, quote, written] of [
    [true, '"', 'True'],
    [false, '"', 'False'],
    [null, '"', 'None'],
    [2, '"', '2'],
    ['it\'s "x"\n', '"', String.raw`"it's \"x\"\n"`],
    ['it\'s "x"\\', "'", String.raw`'it\'s "x"\\'`],
  ] as const) {
    it(written, () => {
      assert.equal(python.value(value, quote), written);
      if (typeof value === 'string') assert.equal(read(written), JSON.stringify(value));
    });
  }
});
