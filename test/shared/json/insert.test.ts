import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Change } from '../../../shared/finding.ts';
import { applyEdits, editsFor } from '../../../shared/json/edit.ts';
import { parse } from '../../../shared/json/parse.ts';
import { documents, jsonOf } from '../../support/documents.ts';
import { runs } from '../../support/rotation.ts';

const item = { a: 1, b: ['x', {}] };

function append(text: string, path: readonly string[] = ['l'], ...more: readonly Change[]): string | undefined {
  const edits = editsFor(parse(text), [{ op: 'append', path, value: item }, ...more], () => undefined);
  return edits && applyEdits(text, edits);
}

describe('append: to a list', () => {
  const table: readonly [string, string, string][] = [
    ['empty', '{ "l": [] }', '{ "l": [{ "a": 1, "b": ["x", {}] }] }'],
    ['with blanks', '{ "l": [ ] }', '{ "l": [{ "a": 1, "b": ["x", {}] }] }'],
    ['compact', '{"l":[1]}', '{"l":[1,{"a":1,"b":["x",{}]}]}'],
    ['in one line', '{ "l": [1] }', '{ "l": [1, { "a": 1, "b": ["x", {}] }] }'],
    ['trailing comma', '{ "l": [1,] }', '{ "l": [1, { "a": 1, "b": ["x", {}] },] }'],
    ['colons as they are written', '{ "l" : [1] }', '{ "l" : [1, { "a" : 1, "b" : ["x", {}] }] }'],
    ['lines', '{\n\t"l": [\n\t\t1\n\t]\n}', '{\n\t"l": [\n\t\t1,\n\t\t{ "a": 1, "b": ["x", {}] }\n\t]\n}'],
    [
      'lines, Windows',
      '{\r\n  "l": [\r\n    1\r\n  ]\r\n}',
      '{\r\n  "l": [\r\n    1,\r\n    { "a": 1, "b": ["x", {}] }\r\n  ]\r\n}',
    ],
    [
      'lines, a comment behind',
      '{\n  "l": [\n    1 // x\n  ]\n}',
      '{\n  "l": [\n    1, // x\n    { "a": 1, "b": ["x", {}] }\n  ]\n}',
    ],
    [
      'lines, trailing comma',
      '{\n  "l": [\n    1,\n  ]\n}',
      '{\n  "l": [\n    1,\n    { "a": 1, "b": ["x", {}] },\n  ]\n}',
    ],
    ['lines, empty', '{\n  "l": [\n  ]\n}', '{\n  "l": [\n    { "a": 1, "b": ["x", {}] }\n  ]\n}'],
    ['a comment alone', '{ "l": [ /* x */ ] }', '{ "l": [ /* x */ { "a": 1, "b": ["x", {}] }] }'],
    ['the last of duplicates', '{"l":[1],"l":[2]}', '{"l":[1],"l":[2,{"a":1,"b":["x",{}]}]}'],
  ];
  for (const [name, before, after] of table) it(name, () => assert.equal(append(before), after));

  it('further in', () => assert.equal(append('{"o":{"l":[0]}}', ['o', 'l']), '{"o":{"l":[0,{"a":1,"b":["x",{}]}]}}'));
});

describe('append: where there is no list', () => {
  const table: readonly [string, string, string | undefined][] = [
    ['nothing at all', '{}', '{ "l": [{ "a": 1, "b": ["x", {}] }] }'],
    ['compact', '{"z":0}', '{"z":0,"l":[{"a":1,"b":["x",{}]}]}'],
    ['lines', '{\n  "z": 0 // x\n}', '{\n  "z": 0, // x\n  "l": [\n    { "a": 1, "b": ["x", {}] }\n  ]\n}'],
    ['null', '{ "l": null }', '{ "l": [{ "a": 1, "b": ["x", {}] }] }'],
    ['something else is not thrown away', '{ "l": {} }', undefined],
    ['a string neither', '{ "l": "" }', undefined],
    ['a broken text', '{ "l": [', undefined],
  ];
  for (const [name, before, after] of table) it(name, () => assert.equal(append(before), after));

  it('the object around it is made up, too', () => {
    assert.equal(append('{}', ['o', 'l']), '{ "o": { "l": [{ "a": 1, "b": ["x", {}] }] } }');
  });

  it('two at once contradict each other', () => {
    assert.equal(append('{}', ['l'], { op: 'append', path: ['l'], value: 1 }), undefined);
  });
});

describe('append to any document', () => {
  it('adds the item, and nothing else changes', () => {
    const law = fc.property(documents, fc.constantFrom('topic', 'password', 'ignore'), (text, key) => {
      const before = jsonOf(text) as Record<string, unknown>;
      const after = append(text, [key]);
      const there = before[key];
      if (there !== undefined && there !== null && !Array.isArray(there)) return assert.equal(after, undefined);
      assert.deepEqual(parse(after ?? '').errors, [], after);
      assert.deepEqual(jsonOf(after ?? ''), { ...before, [key]: [...((there as unknown[]) ?? []), item] }, after);
      const comments = (of: string) => of.match(/<\d+>/g) ?? [];
      assert.deepEqual(comments(after ?? ''), comments(text), after);
    });
    fc.assert(law, runs(250));
  });
});
