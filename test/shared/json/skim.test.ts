import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { partsAt, valueEnd } from '../../../shared/json/skim.ts';

const partsOf = (text: string, start = 0) =>
  [...partsAt(text, start)].map(({ key, span }) => [key, text.slice(span.start, span.end)]);

describe('the parts of a JSON text', () => {
  it('of an object and of a list', () => {
    assert.deepEqual(partsOf('{ "a" : 1, "b": { "c": [2] }, "d":"x, \\"y\\" }" }'), [
      ['a', '1'],
      ['b', '{ "c": [2] }'],
      ['d', '"x, \\"y\\" }"'],
    ]);
    assert.deepEqual(partsOf('x [ {"a": "]"} ,-1.5e3,"b" ,null]', 2), [
      ['', '{"a": "]"}'],
      ['', '-1.5e3'],
      ['', '"b"'],
      ['', 'null'],
    ]);
    assert.deepEqual(partsOf('[]{}'), []);
  });

  it('of anything else there are none', () => {
    for (const text of ['', '1', '"a"', '}', 'null']) assert.deepEqual(partsOf(text), []);
  });

  it('as far as a broken text goes', () => {
    assert.deepEqual(partsOf('{ "a": , "b": 2'), [
      ['a', ''],
      ['b', '2'],
    ]);
    assert.deepEqual(partsOf('{ "a": "x\n"b": 2 }'), [
      ['a', '"x'],
      ['b', '2'],
    ]);
    assert.deepEqual(partsOf('{ "a" 1, x: 2, "b": 3 }'), [
      ['a', '1'],
      ['b', '3'],
    ]);
  });

  it('that are nested deeper than any stack', () => {
    const deep = '['.repeat(1_000_000);
    assert.equal(valueEnd(deep, 0), deep.length);
    assert.equal(valueEnd(`${deep}${']'.repeat(1_000_000)},`, 0), 2_000_000);
  });
});
