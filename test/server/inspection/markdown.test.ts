import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linkText, literally, plainly } from '../../../server/inspection/markdown.ts';

describe('what a file holds, in Markdown', () => {
  it('as code: no backtick in it closes the fence, and it stays in its cell and its line', () => {
    assert.equal(literally('a'), '`a`');
    assert.equal(literally('a`b'), '`` a`b ``');
    assert.equal(literally('``'), '` `` `');
    assert.equal(literally('`a``b'), '``` `a``b ```');
    assert.equal(literally('a | b\n# c'), '`a `&#124;` b # c`');
    assert.equal(literally('a\\|`|'), '`a\\`&#124;`` ` ``&#124;');
    assert.equal(literally(''), '` `');
    assert.equal(literally('a\u001B[0m\u202Eb'), '`a\\u001b[0m\\u202eb`');
  });

  it('of any number of backticks, in no time', () => {
    assert.equal(literally('`x'.repeat(130_000)).slice(0, 6), '`` `x`');
    assert.equal(
      literally(Array.from({ length: 500 }, (_, at) => '`'.repeat(at)).join('x')).startsWith(`${'`'.repeat(500)} `),
      true,
    );
  });

  it('as running text: no character means anything', () => {
    assert.equal(plainly('waiting_room *is* `x`'), 'waiting\\_room \\*is\\* \\`x\\`');
    assert.equal(plainly('![x](https://e.example)\n<b>'), '\\!&#91;x&#93;(https\\://e.example) \\<b\\>');
    assert.equal(plainly('see www.e.example or a@e.example | b'), 'see www\\.e.example or a\\@e.example &#124; b');
    assert.equal(plainly('plain words, 7 (of 8)'), 'plain words, 7 (of 8)');
  });

  it('as the text of a link: as it is, or so that it stays one', () => {
    assert.equal(linkText('teams/zoom-lock-profile.json'), 'teams/zoom-lock-profile.json');
    assert.equal(linkText('Büro 2/zoom-lock-profile.json'), 'Büro 2/zoom-lock-profile.json');
    assert.equal(linkText('a](https://e.example)[b'), 'a&#93;(https\\://e.example)&#91;b');
    assert.equal(linkText('www.e.example/a'), 'www\\.e.example/a');
  });
});
