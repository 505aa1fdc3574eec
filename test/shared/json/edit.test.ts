import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from '../../../shared/finding.ts';
import { applyEdits, editsFor, sharedEdits } from '../../../shared/json/edit.ts';
import { parse } from '../../../shared/json/parse.ts';
import { staysLinear } from '../../support/cost.ts';

const set = (path: string, value: unknown): Change => ({ op: 'set', path: path.split('.'), value }) as Change;
const move = (path: string, to: string): Change => ({ op: 'move', path: path.split('.'), to: to.split('.') });
const remove = (path: string): Change => ({ op: 'remove', path: path.split('.') });

function edit(text: string, ...changes: readonly Change[]): string | undefined {
  const edits = editsFor(parse(text), changes, () => 'made-code');
  return edits && applyEdits(text, edits);
}

/** Documents before and after; `lines` are joined by the line end, so that it can be seen. */
function becomes(before: string, changes: readonly Change[], after: string): void {
  assert.equal(edit(before, ...changes), after);
}

describe('set: a value that is there', () => {
  it('takes the place of the old one, and nothing else moves', () => {
    becomes(
      '{ // why\r\n\t"settings" : {"waiting_room":\tfalse /* x */, } ,\r\n}',
      [set('settings.waiting_room', true)],
      '{ // why\r\n\t"settings" : {"waiting_room":\ttrue /* x */, } ,\r\n}',
    );
  });

  it('of another type, and with comments inside', () => {
    becomes('{"password":{"a":1/* x */}}', [set('password', 'x"y')], '{"password":"x\\"y"}');
  });

  it('of duplicates the last one, which counts', () => {
    becomes('{"a":1,"s":{},"a":2}', [set('a', 3)], '{"a":1,"s":{},"a":3}');
    becomes(
      '{"settings":{"a":1},"settings":{"a":1}}',
      [set('settings.a', 2)],
      '{"settings":{"a":1},"settings":{"a":2}}',
    );
  });

  it('a generated passcode', () => {
    becomes('{"password":""}', [{ op: 'generate-passcode', path: ['password'] }], '{"password":"made-code"}');
  });

  it('a key that needs escapes, and one that objects inherit', () => {
    becomes('{}', [set('__proto__', 1)], '{ "__proto__": 1 }');
    becomes('{"a":1}', [{ op: 'set', path: ['"\\'], value: 2 }], '{"a":1,"\\"\\\\":2}');
  });
});

describe('set: a value that is not there', () => {
  const table: readonly [string, string, string][] = [
    ['into nothing', '{}', '{ "a": 1 }'],
    ['into blanks', '{  }', '{ "a": 1 }'],
    ['into an empty line', '{\n}', '{\n  "a": 1\n}'],
    ['into empty lines, Windows', '\uFEFF{\r\n\r\n}\r\n', '\uFEFF{\r\n\r\n  "a": 1\r\n}\r\n'],
    ['behind a comment', '{ /* x */ }', '{ /* x */ "a": 1 }'],
    ['behind a comment without blanks', '{/*x*/}', '{/*x*/ "a": 1 }'],
    ['behind a comment of several lines', '{ /* x\n y */ }', '{ /* x\n y */ \n  "a": 1\n}'],
    ['behind a comment in the line of the brace', '{\n  /* x */ }', '{\n  /* x */ \n  "a": 1\n}'],
    ['behind a line comment', '{ // x\n}', '{ // x\n  "a": 1\n}'],
    ['in one line', '{ "z": 0 }', '{ "z": 0, "a": 1 }'],
    ['compact', '{"z":0}', '{"z":0,"a":1}'],
    ['with the colon as it is written', '{ "z" : 0 }', '{ "z" : 0, "a" : 1 }'],
    ['trailing comma', '{ "z": 0, }', '{ "z": 0, "a": 1, }'],
    ['lines', '{\n\t"z": 0\n}', '{\n\t"z": 0,\n\t"a": 1\n}'],
    ['lines, Windows', '{\r\n    "z": 0\r\n}', '{\r\n    "z": 0,\r\n    "a": 1\r\n}'],
    ['lines, trailing comma', '{\n  "z": 0,\n}', '{\n  "z": 0,\n  "a": 1,\n}'],
    ['lines, a comment behind', '{\n  "z": 0 // x\n}', '{\n  "z": 0, // x\n  "a": 1\n}'],
    ['lines, comments behind', '{\n  "z": 0 /* x */ // y\n}', '{\n  "z": 0, /* x */ // y\n  "a": 1\n}'],
    ['lines, a comment behind the comma', '{\n  "z": 0, // x\n}', '{\n  "z": 0, // x\n  "a": 1,\n}'],
    ['lines, a comment before the comma', '{\n  "z": 0 /* x */,\n}', '{\n  "z": 0 /* x */,\n  "a": 1,\n}'],
    ['lines, a comment below', '{\n  "z": 0\n  // x\n}', '{\n  "z": 0,\n  "a": 1\n  // x\n}'],
    ['lines, a comment that goes on', '{\n  "z": 0 /* x\n  y */\n}', '{\n  "z": 0,\n  "a": 1 /* x\n  y */\n}'],
    ['one line that ends in a comment', '{ "z": 0 // x\n}', '{ "z": 0, "a": 1 // x\n}'],
    ['lines with the brace in the last', '{\n  "z": 0 }', '{\n  "z": 0,\n  "a": 1 }'],
  ];
  for (const [name, before, after] of table) it(name, () => becomes(before, [set('a', 1)], after));

  const front: readonly [string, string, string][] = [
    ['in one line', '{ "z": 0, "o": {} }', '{ "z": 0, "a": 1, "o": {} }'],
    ['first of all', '{ "o": {} }', '{ "a": 1, "o": {} }'],
    ['compact', '{"o":{},"z":0}', '{"a":1,"o":{},"z":0}'],
    ['lines', '{\n  "z": 0,\n  "o": {}\n}', '{\n  "z": 0,\n  "a": 1,\n  "o": {}\n}'],
    ['lines, first of all', '{\r\n\t"o": {}\r\n}', '{\r\n\t"a": 1,\r\n\t"o": {}\r\n}'],
    [
      'lines, what is said of the object',
      '{\n  "z": 0, // z\n  // o\n  "o": {}\n}',
      '{\n  "z": 0, // z\n  "a": 1,\n  // o\n  "o": {}\n}',
    ],
    ['lines, what is said of the first', '{ // all\n  // o\n  "o": {}\n}', '{ // all\n  "a": 1,\n  // o\n  "o": {}\n}'],
    ['lines, the first behind the brace', '{ "o": {\n  } }', '{ "a": 1, "o": {\n  } }'],
    ['trailing comma', '{ "z": 0, "o": {}, }', '{ "z": 0, "a": 1, "o": {}, }'],
    ['of two objects the first', '{ "o": {}, "p": {} }', '{ "a": 1, "o": {}, "p": {} }'],
    ['a list is not one', '{ "l": [{}] }', '{ "l": [{}], "a": 1 }'],
  ];
  for (const [name, before, after] of front)
    it(`before an object: ${name}`, () => becomes(before, [set('a', 1)], after));

  it('before an object: at the top alone, and no other object', () => {
    becomes('{ "s": { "o": {} } }', [set('s.a', 1)], '{ "s": { "o": {}, "a": 1 } }');
    becomes('{ "o": {} }', [set('s.a', 1), set('b', 2)], '{ "b": 2, "o": {}, "s": { "a": 1 } }');
  });
});

describe('set: where settings are missing, null or of another type', () => {
  const on = set('settings.waiting_room', true);
  const table: readonly [string, string, string | undefined][] = [
    ['missing', '{ "topic": "x" }', '{ "topic": "x", "settings": { "waiting_room": true } }'],
    ['missing, compact', '{"topic":"x"}', '{"topic":"x","settings":{"waiting_room":true}}'],
    [
      'missing, lines',
      '{\n    "topic": "x"\n}',
      '{\n    "topic": "x",\n    "settings": {\n        "waiting_room": true\n    }\n}',
    ],
    ['null', '{\n\t"settings": null\n}', '{\n\t"settings": {\n\t\t"waiting_room": true\n\t}\n}'],
    [
      'null, the last of duplicates',
      '{"settings":{},"settings":null}',
      '{"settings":{},"settings":{"waiting_room":true}}',
    ],
    ['empty', '{\n  "settings": {}\n}', '{\n  "settings": { "waiting_room": true }\n}'],
    ['empty, compact', '{"settings":{}}', '{"settings":{"waiting_room":true}}'],
    ['a list', '{ "settings": [] }', undefined],
    ['a text', '{ "settings": "x" }', undefined],
    ['false', '{ "settings": false }', undefined],
  ];
  for (const [name, before, after] of table) it(name, () => assert.equal(edit(before, on), after));

  it('two settings make one object', () => {
    becomes(
      '{\n}',
      [on, set('password', 'x'), set('settings.meeting_authentication', true)],
      '{\n  "password": "x",\n  "settings": {\n    "waiting_room": true,\n    "meeting_authentication": true\n  }\n}',
    );
  });

  it('deeper paths make objects all the way, and keep what is there', () => {
    becomes('{"a":{"x":1}}', [set('a.b.c', 2), set('a.b.d', 3)], '{"a":{"x":1,"b":{"c":2,"d":3}}}');
    becomes('{}', [set('a.b.c', 1), set('a.d', 2)], '{ "a": { "d": 2, "b": { "c": 1 } } }');
    assert.equal(edit('{"a":1}', set('a.b.c', 2)), undefined);
    assert.equal(edit('{"a":{"b":[]}}', set('a.b.c', 2)), undefined);
  });
});

describe('move', () => {
  it('up, out of settings: the value goes with its text', () => {
    becomes(
      '{\n  "settings": {\n    "password": "\\u0041", // why\n    "waiting_room": true\n  }\n}',
      [move('settings.password', 'password')],
      '{\n  "password": "\\u0041",\n  "settings": {\n    // why\n    "waiting_room": true\n  }\n}',
    );
  });

  it('down, into settings that are there', () => {
    becomes(
      '{ "waiting_room": true, "settings": { "a": 1 } }',
      [move('waiting_room', 'settings.waiting_room')],
      '{ "settings": { "a": 1, "waiting_room": true } }',
    );
  });

  it('down, into settings that are missing: they take its place', () => {
    becomes(
      '{\n  "waiting_room": true, // why\n  "topic": "x"\n}',
      [move('waiting_room', 'settings.waiting_room')],
      '{\n  "settings": {\n    "waiting_room": true\n  }, // why\n  "topic": "x"\n}',
    );
  });

  it('onto a value: that one is replaced', () => {
    becomes('{"a":1,"s":{"a":2}}', [move('a', 's.a')], '{"s":{"a":1}}');
  });

  it('of duplicates the last value, and all go', () => {
    becomes('{"a":1,"s":{},"a":[2 /* x */]}', [move('a', 's.a')], '{"s":{"a":[2 /* x */]}}');
  });

  it('two at once, crossing', () => {
    becomes(
      '{ "waiting_room": true, "settings": { "password": "x" } }',
      [move('waiting_room', 'settings.waiting_room'), move('settings.password', 'password')],
      '{ "password": "x", "settings": { "waiting_room": true } }',
    );
  });
});

describe('what cannot be made', () => {
  const refused: readonly [string, string, readonly Change[]][] = [
    ['in a broken text', '{"a":1', [set('a', 2)]],
    ['where the root is no object', '[]', [set('a', 1)]],
    ['in nothing', '', [set('a', 1)]],
    ['at no path', '{}', [{ op: 'set', path: [], value: 1 }]],
    ['a removal of what is not there', '{"a":1}', [remove('b')]],
    ['a removal of the whole', '{"a":1}', [{ op: 'remove', path: [] }]],
    ['a removal inside what is not there', '{"a":1}', [remove('a.b')]],
    ['a move of what is not there', '{}', [move('a', 'b')]],
    ['a move onto itself', '{"a":1}', [move('a', 'a')]],
    ['a move into itself', '{"a":{}}', [move('a', 'a.b')]],
    ['a move into a list', '{"a":1,"b":[]}', [move('a', 'b.c')]],
    ['one place twice', '{}', [set('a', 1), set('a', 2)]],
    ['a value, and what is inside it', '{"a":{}}', [set('a', 1), set('a.b', 2)]],
    ['a removal around a value', '{"a":{}}', [set('a.b', 2), remove('a')]],
    ['an offset where no property begins', '{"a":1}', [{ op: 'remove-at', offset: 2 }]],
    ['an offset of what is changed, too', '{"a":1}', [{ op: 'remove-at', offset: 1 }, set('a', 2)]],
  ];
  for (const [name, text, changes] of refused) it(name, () => assert.equal(edit(text, ...changes), undefined));

  it('a passcode that cannot be generated: nothing is changed', () => {
    const changes: readonly Change[] = [set('b', 1), { op: 'generate-passcode', path: ['a'] }];
    assert.equal(
      editsFor(parse('{}'), changes, () => undefined),
      undefined,
    );
  });

  it('no changes, no edits', () =>
    assert.deepEqual(
      editsFor(parse('{}'), [], () => undefined),
      [],
    ));
});

describe('thousands of changes', () => {
  it('in as many objects of one line', () =>
    staysLinear(() => {
      const count = 60_000;
      const list = (value: number) => `{"l":[${`{"a":${value}},`.repeat(count)}{}]}`;
      const changes = Array.from({ length: count }, (_, at) => set(`l.${at}.a`, 2));
      assert.equal(edit(list(1), ...changes), list(2));
    }));
});

describe('applyEdits', () => {
  it('replaces, inserts and removes by the offsets of the text before', () => {
    const edits = [
      { span: { start: 0, end: 0 }, text: '>' },
      { span: { start: 1, end: 2 }, text: '' },
      { span: { start: 2, end: 2 }, text: '+' },
      { span: { start: 2, end: 4 }, text: '🙂' },
    ];
    assert.equal(applyEdits('abcdef', edits), '>a+🙂ef');
    assert.equal(applyEdits('abc', []), 'abc');
  });
});

describe('sharedEdits', () => {
  const edit = (start: number, end: number, text: string) => ({ span: { start, end }, text });
  const first = [edit(1, 2, 'x'), edit(4, 4, '+')];

  it('are those of all bodies, in the order of the text', () => {
    const second = [edit(7, 8, 'y')];
    assert.deepEqual(sharedEdits([first, second]), [...first, ...second]);
    assert.deepEqual(sharedEdits([second, first]), [...first, ...second]);
    assert.deepEqual(sharedEdits([[], first, []]), first);
    assert.deepEqual(sharedEdits([]), []);
  });

  it('what two bodies write in one place is written once', () => {
    assert.deepEqual(sharedEdits([first, first]), first);
    assert.deepEqual(sharedEdits([first, [edit(0, 0, '>'), ...first]]), [edit(0, 0, '>'), ...first]);
    // One has a value where the other ends.
    assert.deepEqual(sharedEdits([[edit(1, 4, 'x')], [edit(4, 4, '+')]]), [edit(1, 4, 'x'), edit(4, 4, '+')]);
  });

  it('of a body that writes something else there, nothing is written', () => {
    for (const clash of [
      edit(1, 2, 'y'),
      edit(0, 3, 'y'),
      edit(1, 1, 'y'),
      edit(4, 4, 'y'),
      edit(4, 6, 'y'),
      edit(3, 5, ''),
    ])
      assert.deepEqual(sharedEdits([first, [clash, edit(7, 8, 'z')], [edit(9, 9, '.')]]), [...first, edit(9, 9, '.')]);
  });
});
