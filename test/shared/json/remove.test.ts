import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from '../../../shared/finding.ts';
import { applyEdits, editsFor } from '../../../shared/json/edit.ts';
import { type ObjectNode, parse } from '../../../shared/json/parse.ts';
import { removals } from '../../../shared/json/remove.ts';

function without(text: string, ...keys: readonly string[]): string {
  const node = parse(text).root as ObjectNode;
  return applyEdits(
    text,
    removals(
      text,
      node.properties,
      node.properties.filter(({ key }) => keys.includes(key)),
    ),
  );
}

describe('removals', () => {
  const table: readonly [string, string, string][] = [
    ['the only one', '{ "x": 1 }', '{ }'],
    ['the only one, compact', '{"x":1}', '{}'],
    ['the only one, trailing comma', '{ "x": 1, }', '{ }'],
    ['the first', '{ "x": 1, "b": 2 }', '{ "b": 2 }'],
    ['the first, compact', '{"x":1,"b":2}', '{"b":2}'],
    ['the last', '{ "a": 1, "x": 2 }', '{ "a": 1 }'],
    ['the last, compact', '{"a":1,"x":2}', '{"a":1}'],
    ['the last, trailing comma', '{ "a": 1, "x": 2, }', '{ "a": 1, }'],
    ['one between', '{ "a": 1, "x": 2, "b": 3 }', '{ "a": 1, "b": 3 }'],
    ['its line', '{\n  "x": 1,\n  "b": 2\n}', '{\n  "b": 2\n}'],
    ['its line, the last', '{\n\t"a": 1,\n\t"x": 2\n}\n', '{\n\t"a": 1\n}\n'],
    ['its line, Windows', '{\r\n  "a": 1,\r\n  "x": 2\r\n}', '{\r\n  "a": 1\r\n}'],
    ['its line, old Mac', '{\r  "x": 1,\r  "b": 2\r}', '{\r  "b": 2\r}'],
    ['all its lines', '{\n  "x": {\n    "y": [\n    ]\n  },\n  "b": 2\n}', '{\n  "b": 2\n}'],
    ['its line, the only one', '{\n  "x": 1\n}', '{\n}'],
    ['blanks at the end of its line', '{\n  "x": 1, \t\n  "b": 2\n}', '{\n  "b": 2\n}'],
    ['one of several in a line', '{\n  "x": 1, "b": 2,\n  "c": 3\n}', '{\n  "b": 2,\n  "c": 3\n}'],
    ['the last of several in a line', '{\n  "a": 1, "x": 2,\n  "c": 3\n}', '{\n  "a": 1,\n  "c": 3\n}'],
    ['in the line of the brace', '{ "x": 1,\n  "b": 2 }', '{\n  "b": 2 }'],
    ['before the brace', '{\n  "a": 1,\n  "x": 2 }', '{\n  "a": 1\n  }'],
    ['duplicates', '{"x":1,"b":2,"x":3}', '{"b":2}'],
    ['neighbours', '{ "x": 1, "x": 2, "b": 3, "x": 4 }', '{ "b": 3 }'],
    ['a comma at the start of the next line', '{ "x": 1\n, "b": 2\n}', '{ "b": 2\n}'],
  ];
  for (const [name, before, after] of table) it(name, () => assert.equal(without(before, 'x'), after));
});

describe('removals: comments stay', () => {
  const table: readonly [string, string, string][] = [
    ['behind it in the line', '{\n  "x": 1, // why\n  "b": 2\n}', '{\n  // why\n  "b": 2\n}'],
    ['behind the last', '{\n  "a": 1,\n  "x": 2 // why\n}', '{\n  "a": 1\n  // why\n}'],
    ['above it', '{\n  // why\n  "x": 1,\n  "b": 2\n}', '{\n  // why\n  "b": 2\n}'],
    ['before it in the line', '{ /* why */ "x": 1, "b": 2 }', '{ /* why */ "b": 2 }'],
    ['before its comma', '{ "x": 1 /* why */, "b": 2 }', '{ /* why */ "b": 2 }'],
    ['a line comment before its comma', '{\n  "x": 1 // why\n  , "b": 2\n}', '{\n  // why\n   "b": 2\n}'],
    ['behind the one before', '{\n  "a": 1, // a\n  "x": 2\n}', '{\n  "a": 1 // a\n}'],
    ['before the comma of the one before', '{ "a": 1 /* a */, "x": 2 }', '{ "a": 1 /* a */ }'],
    ['that look like JSON', '{ "x": 1, /* , "x": 1 */ "b": 2 }', '{ /* , "x": 1 */ "b": 2 }'],
    ['not those inside it', '{ "x": /* in */ [ // in\n], "b": 2 }', '{ "b": 2 }'],
  ];
  for (const [name, before, after] of table) it(name, () => assert.equal(without(before, 'x'), after));
});

describe('removals: by path and by offset', () => {
  function edit(text: string, change: Change): string | undefined {
    const edits = editsFor(parse(text), [change], () => undefined);
    return edits && applyEdits(text, edits);
  }

  it('by path all of the key go: none may come to life', () => {
    assert.equal(edit('{"x":1,"a":2,"x":3}', { op: 'remove', path: ['x'] }), '{"a":2}');
  });

  it('by path in the object that counts', () => {
    const text = '{"s":{"x":1},"s":{"x":2}}';
    assert.equal(edit(text, { op: 'remove', path: ['s', 'x'] }), '{"s":{"x":1},"s":{}}');
  });

  it('by offset the one alone, in lists and duplicates too', () => {
    assert.equal(edit('{"x":1,"a":2,"x":3}', { op: 'remove-at', offset: 1 }), '{"a":2,"x":3}');
    assert.equal(edit('{"l":[{"x":1}]}', { op: 'remove-at', offset: 7 }), '{"l":[{}]}');
  });
});

describe('removals: a slot', () => {
  it('another property takes the place, so its comma stays', () => {
    const text = '{ "a": 1, "x": 2, "y": 3 }';
    const node = parse(text).root as ObjectNode;
    const [, x, y] = node.properties;
    assert.ok(x && y);
    const edits = [{ span: x.span, text: '"new": 0' }, ...removals(text, node.properties, [y], x)];
    assert.equal(applyEdits(text, edits), '{ "a": 1, "new": 0 }');
  });
});
