import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from '../../../shared/json/parse.ts';
import { isPointer, pointerAt } from '../../../shared/json/pointer.ts';
import { runs } from '../../support/rotation.ts';

/** Of what stands between the two signs. */
function pointerIn(drawn: string): string {
  const start = drawn.indexOf('‹');
  const end = drawn.indexOf('›') - 1;
  return pointerAt(parse(drawn.replace(/[‹›]/g, '')), { start, end });
}

describe('pointerAt', () => {
  for (const [drawn, pointer] of [
    ['‹{ "a": 1 }›', ''],
    ['‹{› "a": 1 }', ''],
    ['{ "a": ‹1› }', '/a'],
    ['{ ‹"a"›: 1 }', '/a'],
    ['{ ‹"a": 1› }', '/a'],
    ['{ "a": 1‹,› "b": 2 }', ''],
    ['{ "a": ‹{› "b": 1 } }', '/a'],
    ['{ "a": { "b": ‹1› } }', '/a/b'],
    ['{ "a": [1, ‹2›] }', '/a/1'],
    ['{ "a": [[], [{ "b": ‹2› }]] }', '/a/1/0/b'],
    ['[‹7›]', '/0'],
    ['‹7›', ''],
    ['{ "a": 1, "a": ‹2› }', '/a'],
    ['{ "a": ‹1›, "a": 2 }', '/a'],
    ['{ "a/b": ‹1› }', '/a~1b'],
    ['{ "~": { "~1": ‹1› } }', '/~0/~01'],
    ['{ "": { "": ‹1› } }', '//'],
    ['{ "\\u0061 b": ‹1› }', '/a b'],
    ['{ "__proto__": ‹1› }', '/__proto__'],
    ['/* x */ { // y\n "a": ‹1› }', '/a'],
    ['‹›', ''],
  ] as const) {
    it(`${drawn} → "${pointer}"`, () => assert.equal(pointerIn(drawn), pointer));
  }

  it('evaluated as RFC 6901 says, it leads to the value', () => {
    const key = fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a', '"', '\\', '🙂'), maxLength: 4 });
    const law = fc.property(fc.array(key, { maxLength: 5 }), (keys) => {
      const value = keys.reduceRight<unknown>((inner, each) => ({ other: 0, [each]: inner }), 'here');
      const text = JSON.stringify(value);
      const start = text.indexOf('"here"');
      const pointer = pointerAt(parse(text), { start, end: start + 6 });
      assert.ok(isPointer(pointer));
      assert.equal(evaluate(value, pointer), 'here');
    });
    fc.assert(law, runs(200));
  });
});

/** RFC 6901, section 4: first `~1`, then `~0`. */
function evaluate(value: unknown, pointer: string): unknown {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce((each, key) => (each as Record<string, unknown>)[key], value);
}

describe('isPointer', () => {
  for (const text of ['', '/', '//', '/a', '/a/0/b', '/a~1b/~0', '/ ', '/"']) {
    it(`"${text}"`, () => assert.ok(isPointer(text)));
  }
  for (const text of ['a', 'a/b', '#/a', '/~', '/~2', '/a~', ' /a']) {
    it(`not "${text}"`, () => assert.ok(!isPointer(text)));
  }
});
