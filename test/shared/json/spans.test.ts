import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { overlapsAny } from '../../../shared/json/spans.ts';

describe('overlapsAny', () => {
  const apart = [
    { start: 2, end: 4 },
    { start: 6, end: 9 },
  ];
  for (const [start, end, expected] of [
    [0, 2, false],
    [0, 3, true],
    [4, 6, false],
    [3, 7, true],
    [7, 8, true],
    [9, 12, false],
  ] as const) {
    it(`${start} to ${end}: ${expected}`, () => assert.equal(overlapsAny(apart, { start, end }), expected));
  }

  it('says the same as asking one after the other', () => {
    const lengths = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3 })), { maxLength: 8 });
    fc.assert(
      fc.property(lengths, fc.nat(40), fc.integer({ min: 1, max: 5 }), (pairs, start, length) => {
        let at = 0;
        const spans = pairs.map(([gap, size]) => {
          const span = { start: at + gap, end: at + gap + size };
          at = span.end;
          return span;
        });
        const asked = { start, end: start + length };
        const expected = spans.some((each) => each.start < asked.end && asked.start < each.end);
        assert.equal(overlapsAny(spans, asked), expected);
      }),
    );
  });
});
