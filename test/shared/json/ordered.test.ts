import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { anyWithin, firstWhere } from '../../../shared/json/ordered.ts';
import { runs } from '../../support/rotation.ts';

it('is where a walk from the start would find it', () => {
  const sorted = fc.array(fc.nat(9)).map((numbers) => numbers.sort((a, b) => a - b));
  const law = fc.property(sorted, fc.nat(10), (numbers, least) => {
    const walked = numbers.findIndex((each) => each >= least);
    assert.equal(
      firstWhere(numbers, (each) => each >= least),
      walked < 0 ? numbers.length : walked,
    );
  });
  fc.assert(law, runs(200));
});

it('one of the numbers lies within two bounds, both included', () => {
  const sorted = fc.array(fc.nat(9)).map((numbers) => numbers.sort((a, b) => a - b));
  const law = fc.property(sorted, fc.nat(10), fc.nat(10), (numbers, from, to) => {
    const expected = numbers.some((each) => from <= each && each <= to);
    assert.equal(anyWithin(numbers, from, to), expected);
  });
  fc.assert(law, runs(200));
});

it('after few looks into a long list', () => {
  let looks = 0;
  const numbers = Array.from({ length: 1_000_000 }, (_, at) => at);
  const found = firstWhere(numbers, (each) => {
    looks++;
    return each >= 765_432;
  });
  assert.equal(found, 765_432);
  assert.ok(looks <= 20, `${looks}`);
});
