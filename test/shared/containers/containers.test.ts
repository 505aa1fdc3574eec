import assert from 'node:assert/strict';
import { it } from 'node:test';
import { uniqueNames } from '../../../shared/containers/containers.ts';

it('names are unique, also beside one that looks like a repetition', () => {
  assert.deepEqual(uniqueNames(['a', 'b', 'a (2)', 'a', 'a']), ['a', 'b', 'a (2)', 'a (3)', 'a (4)']);
});
