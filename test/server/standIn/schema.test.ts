import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { defaultsOf, faultsIn, knownMembers, patterns, type Schema } from '../../../server/standIn/schema.ts';

const fields = (schema: Schema, value: unknown) => faultsIn(schema, value).map(({ field }) => field);

describe('each keyword', () => {
  for (const [schema, right, wrong] of [
    [{ type: 'string' }, 'x', 1],
    [{ type: 'integer' }, 1, 1.5],
    [{ type: 'boolean' }, false, 'false'],
    [{ type: 'array' }, [], {}],
    [{ type: 'object' }, {}, []],
    [{ enum: [1, 'a'] }, 'a', 'b'],
    [{ const: 1 }, 1, 2],
    [{ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}' }, '2030-01-07T09:00:00Z', '7 January'],
    [{ pattern: '^\\s*[1-7](\\s*,\\s*[1-7])*\\s*$' }, '1, 3,5', '1,8'],
    [{ maxLength: 2 }, 'ab', 'abc'],
    [{ minimum: 1, maximum: 3 }, 3, 4],
    [{ minimum: 1 }, 1, 0],
    [{ minItems: 1, maxItems: 2 }, [1], [1, 2, 3]],
    [{ minItems: 1 }, [1], []],
    [{ allOf: [{ type: 'string' }, { maxLength: 1 }] }, 'x', 'xy'],
    [true, 1, undefined],
  ] as const)
    it(JSON.stringify(schema), () => {
      assert.deepEqual(fields(schema, right), []);
      if (schema !== true) assert.deepEqual(fields(schema, wrong), ['']);
    });
});

describe('members', () => {
  const schema: Schema = {
    properties: {
      a: { type: 'object', properties: { b: { type: 'string' } } },
      c: { items: { type: 'string' } },
      d: false,
    },
    required: ['e'],
    dependencies: { f: ['g'] },
  };

  it('are named by their path', () => {
    assert.deepEqual(fields(schema, { e: 1, a: { b: 1 }, c: ['x', 1], d: 1, f: 1 }), ['g', 'a.b', 'c[1]', 'd']);
  });

  it('null is not given', () => {
    assert.deepEqual(fields(schema, { e: null, a: { b: null }, d: null, f: null }), ['e']);
  });

  it('if, then', () => {
    // As text, since an object with a `then` is taken for a promise.
    const conditional: Schema = JSON.parse(
      '{ "if": { "required": ["x"], "properties": { "x": { "const": 1 } } }, "then": { "required": ["y"] } }',
    );
    assert.deepEqual(fields(conditional, { x: 1 }), ['y']);
    for (const value of [{ x: 2 }, {}, { x: 1, y: 1 }]) assert.deepEqual(fields(conditional, value), []);
  });

  it('names of the prototype are not members', () => {
    assert.deepEqual(fields({ required: ['toString'] }, {}), ['toString']);
    assert.deepEqual(knownMembers({ properties: { a: true, toString: true } }, { a: 1, b: 2 }), { a: 1 });
  });

  it('defaults', () => {
    assert.deepEqual(defaultsOf({ properties: { a: { default: 1 }, b: {}, c: { default: false }, d: true } }), {
      a: 1,
      c: false,
    });
  });
});

it('what is nested too deep is not looked at', () => {
  const list: unknown[] = [];
  list.push(list);
  const endless = { type: 'array', items: true as Schema };
  endless.items = endless;
  assert.deepEqual(fields(endless, list), []);
});

it('each pattern of the schemas is known', () => {
  const known = patterns.map(({ source }) => source);
  for (const name of ['zoom-create', 'zoom-update', 'zoom-meeting-body']) {
    const text = readFileSync(new URL(`../../../docs/schemas/${name}.schema.json`, import.meta.url), 'utf8');
    for (const [, pattern = ''] of text.matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g))
      assert.ok(known.includes(JSON.parse(pattern)), pattern);
  }
});
