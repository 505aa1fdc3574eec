import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJavaScript } from '../../../../../shared/containers/javascript.ts';
import { readPhp } from '../../../../../shared/containers/php.ts';
import { inLines, readAll } from '../../../../support/codeCorpus.ts';

/** What a file of code says again and again, of itself, or more often than anybody writes. */

const url = 'https://api.zoom.us/v2/users/me/meetings';
const send = (body: string) => `fetch('${url}', { method: 'POST', body: JSON.stringify(${body}) });`;
const read = (text: string) => readAll(readJavaScript, text, 'ts');
const times = (count: number, part: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join('\n');

describe('bodies that are made of each other', () => {
  for (const [what, text, expected] of [
    ['a variable of itself', "const a = { topic: 'x', ...a };", 'create a {topic: ?, ...}'],
    [
      'two functions of each other',
      "function a() { return { topic: 'x', type: 2, ...b() }; }\nfunction b() { return { ...a() }; }",
      '',
    ],
    ['a parameter of its own function', 'const a = (x = a()) => ({ ...x, type: 2 });', ''],
  ] as const) {
    it(what, () => {
      const sent = text.includes('=>') || text.includes('function') ? 'a()' : 'a';
      const lines = inLines(read(`${text}\n${send(sent)}`));
      assert.equal(lines.length, 1);
      if (expected) assert.deepEqual(lines, [expected]);
      assert.match(lines[0] ?? '', /\.\.\.\}$/);
    });
  }

  it('are given up where each is made of two others', () => {
    const text = times(
      1000,
      (at) => `function b${at}() { return { topic: 'a', ...b${(at + 1) % 1000}(), ...b${(at + 7) % 1000}() }; }`,
    );
    assert.deepEqual(read(`${text}\n${send('b0()')}`).unread, { why: 'complex' });
  });
});

describe('a variable that is used very often', () => {
  it('is what it was assigned last', () => {
    const text = `let a;\n${times(450, () => "a = { topic: 'x', settings: { waiting_room: true } };")}
a = { topic: 'x', settings: { waiting_room: false } };\n${send('a')}`;
    assert.deepEqual(inLines(read(text)).at(-1), 'create a (451) {topic: "x", settings: {waiting_room: false}}');
  });

  it('is open after more steps than anybody writes, the last one included', () => {
    const steps = (count: number) => `const a = { topic: 'x', settings: {} };
${times(count, (at) => `a.settings.waiting_room = ${at % 2 === 0};`)}\n${send('a')}`;
    assert.deepEqual(inLines(read(steps(400))), ['create a {topic: "x", settings: {waiting_room: false}}']);
    assert.deepEqual(inLines(read(steps(401))), ['create a {topic: ?, settings: ?, ...}']);
  });
});

it('an object with thousands of keys is a table, and not known', () => {
  const table = (count: number) => `const a = { topic: 'x', ${times(count, (at) => `k${at}: 1,`)} };`;
  assert.equal(inLines(read(`${table(1900)}\n${send('a')}`)).length, 1);
  assert.deepEqual(inLines(read(`${table(2000)}\n${send('a')}`)), []);
});

it('options of curl may be called as what every object has', () => {
  const text = `<?php $c = curl_init('${url}'); curl_setopt($c, constructor, 1); curl_setopt($c, toString, $c);
curl_setopt($c, CURLOPT_POSTFIELDS, json_encode(['topic' => 'x', 'type' => 2])); curl_exec($c);`;
  const { requests } = readAll(readPhp, text, 'php');
  assert.deepEqual(
    requests.map(({ target }) => target.operation),
    ['create'],
  );
});
