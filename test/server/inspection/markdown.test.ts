import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { literally, plainly } from '../../../server/inspection/markdown.ts';

describe('what a file holds, in Markdown', () => {
  it('as code: no backtick in it closes the fence, and it stays in its cell and its line', () => {
    assert.equal(literally('a'), '`a`');
    assert.equal(literally('a`b'), '`` a`b ``');
    assert.equal(literally('``'), '``` `` ```');
    assert.equal(literally('a | b\n# c'), '`a \\| b # c`');
  });

  it('as running text: no character means anything', () => {
    assert.equal(plainly('waiting_room *is* `x`'), 'waiting\\_room \\*is\\* \\`x\\`');
    assert.equal(plainly('![x](https://e.example)\n<b>'), '\\!\\[x\\](https://e.example) \\<b\\>');
    assert.equal(plainly('plain words, 7 (of 8)'), 'plain words, 7 (of 8)');
  });
});
