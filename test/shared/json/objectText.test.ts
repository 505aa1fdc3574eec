import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commentLines, membersOf, objectText, onOneLine } from '../../../shared/json/objectText.ts';
import { say, text } from '../../../shared/text.ts';

describe('objectText', () => {
  it('comments, then the members', () => {
    const comments = commentLines([text`First.`, '', text`Second.`]);
    assert.equal(
      say(objectText(comments, ['  "a": 1', `  "b": ${onOneLine({ c: true, d: '"' })}`])),
      `{
  // First.
  //
  // Second.
  "a": 1,
  "b": { "c": true, "d": "\\"" }
}
`,
    );
  });

  it('what is undefined is left out', () => {
    assert.deepEqual(membersOf({ a: undefined, b: false }), ['"b": false']);
  });

  it('a value that is no object is written as in JSON', () => {
    assert.deepEqual([onOneLine('a"b'), onOneLine(6), onOneLine(false)], ['"a\\"b"', '6', 'false']);
  });
});
