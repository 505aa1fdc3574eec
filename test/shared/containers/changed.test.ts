import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { changedRange, copied } from '../../../shared/containers/changed.ts';

it('the smallest range outside of which two texts are the same', () => {
  const long = 'a'.repeat(100_000);
  for (const [before, after, expected] of [
    ['abc', 'abc', [3, 3, 3]],
    ['abc', 'axc', [1, 2, 2]],
    ['abc', 'abbc', [2, 2, 3]],
    ['', 'abc', [0, 0, 3]],
    ['aaa', 'aa', [2, 3, 2]],
    [`${long}x${long}`, `${long}yz${long}`, [100_000, 100_001, 100_002]],
  ] as const) {
    const { start, endBefore, endAfter } = changedRange(before, after);
    assert.deepEqual([start, endBefore, endAfter], expected);
  }
});

it('makes the one text of the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { start, endBefore, endAfter } = changedRange(before, after);
      assert.ok(start <= endBefore && start <= endAfter);
      assert.equal(before.slice(0, start) + after.slice(start, endAfter) + before.slice(endBefore), after);
    }),
  );
});

it('a copy is the same text', () => {
  for (const text of ['', 'a', '\ud800', 'a'.repeat(50)]) assert.equal(copied(text), text);
});
