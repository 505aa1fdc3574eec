import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PathSet } from '../../../server/files/pathSet.ts';
import { runs } from '../../support/rotation.ts';

const path = fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));

describe('a set of paths', () => {
  it('is a set, and knows what is below a folder', () => {
    const step = fc.record({ what: fc.constantFrom('add', 'delete'), path });
    const law = fc.property(fc.array(step, { maxLength: 30 }), path, (steps, folder) => {
      const paths = new PathSet();
      const plain = new Set<string>();
      for (const each of steps) {
        if (each.what === 'delete') assert.equal(paths.delete(each.path), plain.delete(each.path));
        else {
          paths.add(each.path);
          plain.add(each.path);
        }
      }
      const below = [...plain].filter((each) => each.startsWith(`${folder}/`));
      assert.deepEqual([...paths.below(folder)].sort(), below.sort());
      assert.deepEqual([...paths.all].sort(), [...plain].sort());
      assert.equal(paths.has(folder), plain.has(folder));
    });
    fc.assert(law, runs(200));
  });

  it('takes URIs and absolute paths', () => {
    const paths = new PathSet();
    for (const each of ['file:///ws/a.json', 'file:///ws/b/c.json', '/x/y']) paths.add(each);
    assert.deepEqual([...paths.below('file:///ws')].sort(), ['file:///ws/a.json', 'file:///ws/b/c.json']);
    assert.deepEqual(paths.below('/x'), ['/x/y']);
  });
});
