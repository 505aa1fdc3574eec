import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rowsOf, unmetPairs } from './support/rotation.ts';

const dimensions = { lock: ['E', 'D', 'U'], sent: [1, 2, 3, 4], meeting: ['old', 'new'], said: ['a', 'b', 'c'] };

describe('values that are tried in turn', () => {
  it('the first two dimensions whole, one row a pair', () => {
    const rows = rowsOf(dimensions, false).map(({ lock, sent }) => `${lock}${sent}`);
    assert.deepEqual(rows, ['E1', 'E2', 'E3', 'E4', 'D1', 'D2', 'D3', 'D4', 'U1', 'U2', 'U3', 'U4']);
  });

  it('every two values meet', () => assert.deepEqual(unmetPairs(dimensions, rowsOf(dimensions, false)), []));

  it('all of them: the whole product', () => {
    const rows = rowsOf(dimensions, true);
    assert.equal(new Set(rows.map((row) => Object.values(row).join())).size, 72);
  });

  it('a pair that does not meet is found', () => {
    const rows = rowsOf(dimensions, true).filter(({ lock, said }) => lock !== 'D' || said !== 'c');
    assert.deepEqual(unmetPairs(dimensions, rows), ['lock 1 · said 2']);
  });
});
