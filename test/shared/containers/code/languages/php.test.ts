// biome-ignore-all lint/suspicious/noTemplateCurlyInString: PHP fills in what is in them
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { php } from '../../../../../shared/containers/code/languages/php.ts';
import { codeText } from '../../../../support/codeText.ts';

const read = (text: string) => codeText(php, `<?php\n${text}`);

describe('expressions of PHP', () => {
  for (const [text, seen] of [
    ["['a' => 1, \"b\" => -2.5, 'c' => TRUE, 'd' => null, 3 => 'x']", '{a: 1, b: -2.5, c: true, d: null, 3: "x"}'],
    ["array('a' => array(1, array('b' => (2))), ...$more, $key => $value)", '{a: [1, {b: 2}], ...more, [key]: value}'],
    ["['x', 'y' => 1]", '{0: "x", y: 1}'],
    ['[]', '{}'],
    ['[1, ...$more]', '[1, …()]'],
    ["(object) ['a' => (object) array()]", '{a: {}}'],
    ['(bool) $a', '…(a)'],
    ["$a['b']->c->d[0]", 'a.b.c.d.[0]'],
    ["$this->zoom?->base . '/users/' . $user->id . '/meetings'", '`<this.zoom.base>/users/<user.id>/meetings`'],
    ["'https://x' . '/users'", '"https://x/users"'],
    ['self::BASE . static::$path . Zoom::URL', '`<self.BASE><self.path><Zoom.URL>`'],
    ['\\App\\Zoom::URL', 'Zoom.URL'],
    ["$a ?? ['b' => 1]", '(a | {b: 1})'],
    ['$a ?: 1', '(a | 1)'],
    ["$x ? ['a' => 1] : null", '({a: 1} | null)'],
    ["match ($x) { 1 => 'a', default => 'b' }", '("a" | "b")'],
    ["array_merge($defaults, ['a' => 1], $more)", '{...defaults, a: 1, ...more}'],
    ["['a' => 1] + $defaults", '{...defaults, a: 1}'],
    ['array_merge($a, $b)', 'array_merge(a, b)'],
    ['$a + 1', '…(a, 1)'],
    ["Http::withToken($t)->post($url, ['a' => 1])", 'Http.withToken(t).post(url, {a: 1})'],
    ["\\wp_remote_post($url, body: ['a' => 1], ...$more)", 'wp_remote_post(url, body={a: 1}, ...more)'],
    ["new \\GuzzleHttp\\Client(['a' => 1])", 'new Client({a: 1})'],
    ['@file($x)', 'file(x)'],
    ['!$x', '…(x)'],
    ["fn ($x, $y = 1) => ['a' => $x]", '(x, y = 1) => return {a: x}'],
    ['function ($x) use ($y) { return 1; }', '(x) => return 1'],
    ['new class { public function f() { return 1; } }', '…(f() => return 1)'],
    ['$x[] ', 'x.?'],
    ['$o->{$k}', 'o.?'],
    ["env('ZOOM_URL', 1_000)", 'env("ZOOM_URL", 1000)'],
    ["['a' => ]", '{a: …() …}'],
    ["['a' => 1", '{a: 1 …}'],
  ] as const) {
    it(text, () => assert.equal(read(`${text};`), seen));
  }
});

describe('strings of PHP', () => {
  for (const [text, seen] of [
    [String.raw`'it\'s \n \\'`, String.raw`"it's \\n \\"`],
    [String.raw`"a\tb\\\x41\u{1F600}\101\d\"\$x"`, String.raw`"a\tb\\A😀A\\d\"$x"`],
    ['"/users/{$user->id}/m/$id"', '`/users/<user.id>/m/<id>`'],
    ['"$this->base/users/$data[id]/${x}"', '`<this.base>/users/<…()>/<x>`'],
    ["\"/users/{$data['user']['id']}/meetings\"", '`/users/<…()>/meetings`'],
    ['"costs 5$ and \\$x and {\\$y}"', '"costs 5$ and $x and {$y}"'],
    ['<<<JSON\n{"a": "$b", "c": {$d->e}}\nJSON', '`{"a": "<b>", "c": <d.e>}`'],
    ['<<<\'JSON\'\n  {\n    "a": "$b\\n"\n  }\n  JSON', String.raw`"{\n  \"a\": \"$b\\n\"\n}"`],
  ] as const) {
    it(text.replaceAll('\n', '⏎'), () => assert.equal(read(`${text};`), seen));
  }
});

describe('statements of PHP', () => {
  for (const [text, seen] of [
    ['$a = $b = [];', 'a == {}\nb == {}'],
    ['$a = &$b;', 'a = …()'],
    ['[$a, $b] = f();', '…(a, b) = f()'],
    ["$a['b']['c'] = false; $a->b->c = 1;", 'a.b.c = false\na.b.c = 1'],
    ["$a .= 1; $b['x'] ??= 2;", 'a ~= 1\nb.x ~= 2'],
    ["unset($a['b'], $c);", 'delete a.b\ndelete c'],
    ["const A = 1; define('B', 'x');", 'A = 1\nB = "x"'],
    ['use A\\B; namespace C;', ''],
    ['function f(array $a, ?int $b = 2, ...$c): array { return [1]; }', 'function f(a, b = 2, c)\n  return [1]'],
    [
      "class A extends B { use C; const URL = 'x'; public $a = 1, $b; private function f(private int $x = 1) { return; } }",
      'class A\n  self.URL == "x"\n  self.a == 1\n  function f(x = 1)\n    return',
    ],
    [
      'if ($a) { $b = 1; } elseif ($c) $b = 2; else { $b = 3; }',
      'a\nsometimes\n  b = 1\nc\nsometimes\n  b = 2\nsometimes\n  b = 3',
    ],
    ['if ($a): $b = 1; else: $b = 2; endif;', 'a\nsometimes\n  b = 1\nsometimes\n  b = 2'],
    ['foreach (f() as $k => $v) { $a = 1; }', 'f()\nk = …()\nv = …()\noften\n  a = 1'],
    ['while (f()) $a = 1;', 'f()\noften\n  a = 1'],
    [
      'try { $a = 1; } catch (E $e) { $a = 2; } finally { $c = 1; }',
      'always\n  a = 1\nsometimes\n  a = 2\nalways\n  c = 1',
    ],
    [
      'switch ($x) { case 1: $a = 1; break; default: $a = 2; }',
      'x\nalways\n  sometimes\n    a = 1\n  sometimes\n    a = 2',
    ],
    ['{ $a = 1; }', 'always\n  a = 1'],
    ['?><b>$x</b><?php $a = 1;', 'a = 1'],
    ['echo f($x), "a";', 'print(…(f(x), "a"))'],
  ] as const) {
    it(text, () => assert.equal(read(text), seen));
  }

  it('after HTML', () => assert.equal(codeText(php, '<h1><?= $title ?></h1>\n<?php $a = 1;'), 'title\na = 1'));
});

describe('values in PHP', () => {
  for (const [value, quote, written] of [
    [true, "'", 'true'],
    [null, "'", 'null'],
    [2, "'", '2'],
    ['it\'s "x"', "'", String.raw`'it\'s "x"'`],
    ['$5 "x"\\', '"', String.raw`"\$5 \"x\"\\"`],
    ['two\nlines', "'", String.raw`"two\nlines"`],
  ] as const) {
    it(written, () => {
      assert.equal(php.value(value, quote), written);
      if (typeof value === 'string') assert.equal(read(`${written};`), JSON.stringify(value));
    });
  }
});
