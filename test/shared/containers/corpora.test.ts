/** Documents as people write them, a third of them with nothing to find. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarkdown } from '../../../shared/containers/markdown.ts';
import { readShell } from '../../../shared/containers/shell.ts';
import { corpus, inLines, readAll } from '../../support/codeCorpus.ts';

for (const [file, read, ending] of [
  ['markdown.txt', readMarkdown, 'md'],
  ['shell.txt', readShell, 'sh'],
] as const)
  describe(file, () => {
    const files = corpus(file);
    for (const { name, text, expected } of files)
      it(name, () => assert.deepEqual(inLines(readAll(read, text, ending)), expected));

    it('a third of it are decoys', () => {
      const decoys = files.filter(({ expected }) => expected.length === 0).length;
      assert.ok(decoys * 3 >= files.length - 2, `${decoys} of ${files.length}`);
    });
  });
