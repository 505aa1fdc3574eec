import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excerptAt } from '../../../../server/cli/output/excerpt.ts';

/** The excerpt of what stands between the two signs in the text. */
function excerptOf(marked: string, width = 60): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const { line, carets } = excerptAt(marked.replace(/[«»]/g, ''), start, end, width);
  return `${line}\n${carets}`;
}

describe('a line of a file', () => {
  it('with carets under the place, without its indentation', () =>
    assert.equal(
      excerptOf('{\r\n    "waiting_room": «false»,\r\n}'),
      `"waiting_room": false,
                ^^^^^`,
    ));

  it('with what is masked, as wide as it is printed', () =>
    assert.equal(
      excerptOf('{ "password": "a long passcode", "waiting_room": «false» }'),
      `{ "password": "•••", "waiting_room": false }
                                     ^^^^^`,
    ));

  it('what is masked itself', () =>
    assert.equal(
      excerptOf('{ "password": «"a long passcode"» }'),
      `{ "password": "•••" }
              ^^^^^`,
    ));

  it('characters that take two columns, or none', () =>
    assert.equal(
      excerptOf('{ "topic": "会議 e\u0301 🙂", "type": «2» }'),
      `{ "topic": "会議 e\u0301 🙂", "type": 2 }
                                ^`,
    ));

  it('an empty place, at the end or in an empty text', () => {
    assert.equal(excerptOf('{«»'), '{\n ^');
    assert.equal(excerptOf('«»'), '\n^');
    assert.equal(excerptOf('{\n«»'), '\n^');
  });

  it('a place of several lines is marked on the first', () =>
    assert.equal(excerptOf('{ "settings": «{\n  "type": 1\n}» }'), '{ "settings": {\n              ^'));

  it('a long line is cut around the place', () => {
    const { line, carets } = excerptAt(`{ ${'"type": 2, '.repeat(1000)}"type": 9 }`, 11_010, 11_011, 30);
    assert.equal(line, '…, "type": 9 }');
    assert.equal(carets, '           ^');
  });

  it('escape characters do not get in', () => {
    const { line } = excerptAt('{ "topic": "\u001b[31m\u202e", \u0007 }', 2, 3, 60);
    assert.equal(line, '{ "topic": "\\u001b[31m\\u202e", ••• }');
  });
});
