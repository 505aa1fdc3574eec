import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasValue, objectAt, objects, propertiesAround, property, propertyAt } from '../../../shared/json/lookup.ts';
import { type JsonNode, type Property, parse } from '../../../shared/json/parse.ts';

function textOf(text: string, found: Property | undefined): string | undefined {
  return found && text.slice(found.span.start, found.span.end);
}

describe('property and propertyAt', () => {
  const text = '{"a":1,"s":{"a":2},"s":{"a":3,"a":4},"":5,"__proto__":{"z":6}}';
  const { root } = parse(text);

  it('of duplicates the last, at every level', () => {
    assert.equal(textOf(text, propertyAt(root, ['s', 'a'])), '"a":4');
    assert.equal(textOf(text, property(root, 's')), '"s":{"a":3,"a":4}');
  });

  it('an empty key is a key, and the empty path leads to no property but that', () => {
    assert.equal(textOf(text, propertyAt(root, [''])), '"":5');
  });

  it('what objects inherit is no property', () => {
    for (const key of ['toString', 'constructor', 'z', 'length']) assert.equal(property(root, key), undefined);
    assert.equal(textOf(text, propertyAt(root, ['__proto__', 'z'])), '"z":6');
  });

  it('a path that leaves the document', () => {
    for (const path of [['x'], ['a', 'b'], ['x', 'y', 'z'], ['s', 'a', 'b']])
      assert.equal(propertyAt(root, path), undefined);
    assert.equal(property(undefined, 'a'), undefined);
    assert.equal(property(parse('[1]').root, '0'), undefined);
  });
});

describe('objectAt', () => {
  const { root } = parse('{"s":{"t":{}},"l":[{}],"n":null,"open":');

  it('the object at the end of the path', () => {
    assert.equal(objectAt(root, []), root);
    assert.equal(objectAt(root, ['s', 't'])?.properties.length, 0);
  });

  it('undefined where there is something else or nothing', () => {
    for (const path of [['l'], ['l', '9'], ['n'], ['open'], ['x'], ['s', 't', 'u']])
      assert.equal(objectAt(root, path), undefined);
    assert.equal(objectAt(undefined, []), undefined);
  });
});

describe('objects', () => {
  const starts = (root: JsonNode | undefined) => [...objects(root)].map(({ span }) => span.start);

  it('all of them, in arrays and duplicates too, outermost first', () => {
    assert.deepEqual(starts(parse('{"a":{"b":{}},"c":[{},[{}]],"a":{}}').root), [0, 5, 10, 19, 23, 32]);
  });

  it('none in a literal, in nothing, or in a half-typed property', () => {
    assert.deepEqual(starts(parse('1').root), []);
    assert.deepEqual(starts(undefined), []);
    assert.deepEqual(starts(parse('{"a":').root), [0]);
  });
});

describe('propertiesAround', () => {
  /** The keys at the place of the bar. */
  function keysAt(drawn: string): readonly string[] {
    const offset = drawn.indexOf('|');
    return propertiesAround(parse(drawn.replace('|', '')), offset).map(({ key }) => key);
  }

  it('at both ends of a name and of a value, and between them', () => {
    for (const drawn of ['{|"a": 1}', '{"a|": 1}', '{"a":| 1}', '{"a": 1|}'])
      assert.deepEqual(keysAt(drawn), ['a'], drawn);
  });

  it('outside every property', () => {
    for (const drawn of ['|{"a": 1}', '{| "a": 1 }', '{ "a": 1 |}', '{ "a": 1, | "b": 2 }', '{}|', '|', '"x|"']) {
      assert.deepEqual(keysAt(drawn), [], drawn);
    }
  });

  it('from the root inwards, through arrays', () => {
    assert.deepEqual(keysAt('{"s": {"t": [1, {"u": tr|ue}]}}'), ['s', 't', 'u']);
    assert.deepEqual(keysAt('{"s": {"t": [1|, {"u": true}]}}'), ['s', 't']);
  });

  it('half-typed: the name', () => {
    assert.deepEqual(keysAt('{"settings": {"wait|'), ['settings', 'wait']);
    assert.deepEqual(keysAt('{"settings": {"waiting_room|"'), ['settings', 'waiting_room']);
  });

  it('between duplicates, the one at the place', () => {
    const text = '{"a":1,"a":2}';
    assert.deepEqual(
      propertiesAround(parse(text), 8).map(({ span }) => span.start),
      [7],
    );
  });
});

describe('hasValue', () => {
  for (const [text, value, expected] of [
    ['1', 1, true],
    ['"1"', 1, false],
    ['null', null, true],
    ['{}', null, false],
    ['[1, "a"]', [1, 'a'], true],
    ['[1]', [1, 'a'], false],
    ['{ "b": [], "a": 1 }', { a: 1, b: [] }, true],
    ['{ "a": 1, "b": 2 }', { a: 1 }, false],
    // The last one counts, but what is written twice is not what is to be written.
    ['{ "a": 1, "a": 1 }', { a: 1 }, false],
    ['{ "a": 1, "a": 1 }', { a: 1, b: 1 }, false],
    ['{ "a": }', { a: null }, false],
  ] as const) {
    it(`${text} is ${JSON.stringify(value)}: ${expected}`, () => {
      assert.equal(hasValue(parse(text).root as JsonNode, value), expected);
    });
  }
});
