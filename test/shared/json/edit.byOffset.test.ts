import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from '../../../shared/finding.ts';
import { applyEdits, editsFor } from '../../../shared/json/edit.ts';
import { parse } from '../../../shared/json/parse.ts';

function edit(text: string, ...changes: readonly Change[]): string | undefined {
  const edits = editsFor(parse(text), changes, () => undefined);
  return edits && applyEdits(text, edits);
}

describe('remove-at: an item of a list', () => {
  // `9` is the item that goes.
  const table: readonly [string, string, string][] = [
    ['the only one', '{ "l": [ 9 ] }', '{ "l": [ ] }'],
    ['the only one, compact', '{"l":[9]}', '{"l":[]}'],
    ['the first, compact', '{"l":[9,1]}', '{"l":[1]}'],
    ['the last, compact', '{"l":[1,9]}', '{"l":[1]}'],
    ['one between', '{ "l": [1, 9, 2] }', '{ "l": [1, 2] }'],
    ['the last, trailing comma', '{ "l": [ 1, 9, ] }', '{ "l": [ 1, ] }'],
    ['its line', '{\n  "l": [\n    9,\n    1\n  ]\n}', '{\n  "l": [\n    1\n  ]\n}'],
    ['its line, the last', '{\n  "l": [\n    1,\n    9\n  ]\n}', '{\n  "l": [\n    1\n  ]\n}'],
    ['its line, Windows', '{\r\n  "l": [\r\n    1,\r\n    9\r\n  ]\r\n}', '{\r\n  "l": [\r\n    1\r\n  ]\r\n}'],
    ['a comment behind it stays', '{ "l": [1, 9 /* why */] }', '{ "l": [1 /* why */] }'],
  ];
  for (const [name, before, after] of table) {
    it(name, () => assert.equal(edit(before, { op: 'remove-at', offset: before.indexOf('9') }), after));
  }

  it('an object with its lines', () => {
    const before = '{\n  "l": [\n    { "a": 1 },\n    {\n      "b": 2\n    }\n  ]\n}';
    const offset = before.indexOf('{\n      "b"');
    assert.equal(edit(before, { op: 'remove-at', offset }), '{\n  "l": [\n    { "a": 1 }\n  ]\n}');
  });

  it('all of them', () => {
    const changes = [6, 8].map((offset): Change => ({ op: 'remove-at', offset }));
    assert.equal(edit('{"l":[1,2]}', ...changes), '{"l":[]}');
  });

  it('an item that is appended takes the place of the one that goes', () => {
    const changes: readonly Change[] = [
      { op: 'append', path: ['l'], value: 2 },
      { op: 'remove-at', offset: 6 },
    ];
    assert.equal(edit('{"l":[1]}', ...changes), '{"l":[2]}');
  });

  it('nothing begins there: nothing is changed', () => {
    assert.equal(edit('{"l":[1,2]}', { op: 'remove-at', offset: 7 }), undefined);
  });
});

describe('remove-at: a comment', () => {
  // `x` is in the comment that goes.
  const table: readonly [string, string, string][] = [
    ['its line', '{\n  // x\n  "a": 1\n}', '{\n  "a": 1\n}'],
    ['its line, Windows', '{\r\n  /* x */\r\n  "a": 1\r\n}', '{\r\n  "a": 1\r\n}'],
    ['the end of its line', '{\n  "a": 1, // x\n  "b": 2\n}', '{\n  "a": 1,\n  "b": 2\n}'],
    ['the start of its line', '{\n  /* x */ "a": 1\n}', '{\n  "a": 1\n}'],
    ['between others', '{ /* y */ /* x */ /* z */ }', '{ /* y */ /* z */ }'],
    ['the last line', '{}\n// x', '{}\n'],
    ['without blanks', '{"a":/* x */1}', '{"a":1}'],
  ];
  for (const [name, before, after] of table) {
    const offset = before.slice(0, before.indexOf('x')).search(/\/[/*] $/);
    it(name, () => assert.equal(edit(before, { op: 'remove-at', offset }), after));
  }
});

describe('rename-at', () => {
  it('the key alone, with the value and all blanks as they are', () => {
    const before = '{ "a" : 1, /* x */ "b"\t:{"c":2} }';
    assert.equal(edit(before, { op: 'rename-at', offset: 19, key: 'z"' }), '{ "a" : 1, /* x */ "z\\""\t:{"c":2} }');
  });

  it('of duplicates the one alone', () => {
    assert.equal(edit('{"a":1,"a":2}', { op: 'rename-at', offset: 1, key: 'b' }), '{"b":1,"a":2}');
  });

  it('nothing begins there: nothing is changed', () => {
    assert.equal(edit('{"a":1}', { op: 'rename-at', offset: 2, key: 'b' }), undefined);
  });
});

describe('paths through lists', () => {
  const options = (inside: string) => `{ "l": [{ "a": 1 }, ${inside}] }`;

  it('set in an item, where the key is there and where it is not', () => {
    assert.equal(edit(options('{ "a": 2 }'), { op: 'set', path: ['l', '1', 'a'], value: 3 }), options('{ "a": 3 }'));
    const added = options('{ "a": 2, "b": true }');
    assert.equal(edit(options('{ "a": 2 }'), { op: 'set', path: ['l', '1', 'b'], value: true }), added);
  });

  it('remove from an item', () => {
    assert.equal(edit(options('{ "a": 2 }'), { op: 'remove', path: ['l', '1', 'a'] }), options('{ }'));
  });

  it('an item that is not there is not made up', () => {
    assert.equal(edit(options('{}'), { op: 'set', path: ['l', '2', 'a'], value: 3 }), undefined);
    assert.equal(edit(options('{}'), { op: 'set', path: ['l', 'x', 'a'], value: 3 }), undefined);
    assert.equal(edit(options('7'), { op: 'set', path: ['l', '1', 'a'], value: 3 }), undefined);
  });
});
