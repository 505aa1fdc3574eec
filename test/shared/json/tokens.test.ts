import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { behindBlanks, isLineBreak, tokenAt, tokensOf } from '../../../shared/json/tokens.ts';
import { documents } from '../../support/documents.ts';
import { runs } from '../../support/rotation.ts';

/** Each part as its kind's first letter and its text; an exclamation mark for one that is not closed. */
function drawn(text: string): readonly string[] {
  return [...tokensOf(text)]
    .filter(({ kind }) => kind !== 'blanks')
    .map(({ kind, start, end, closed }) => `${kind}${closed ? '' : '!'} ${text.slice(start, end)}`);
}

describe('the parts of a text', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['', []],
    ['{"a":1}', ['sign {', 'string "a"', 'sign :', 'word 1', 'sign }']],
    ['[ tr, ]', ['sign [', 'word tr', 'sign ,', 'sign ]']],
    ['"a\\"b" c', ['string "a\\"b"', 'word c']],
    ['"a\\\\" c', ['string "a\\\\"', 'word c']],
    ['"ab c\n"d"', ['string! "ab c', 'string "d"']],
    ['"ab\\\n1', ['string! "ab', 'word \\', 'word 1']],
    ['"ab\\', ['string! "ab', 'word \\']],
    ['"', ['string! "']],
    ['1 // b */\n2', ['word 1', 'comment! // b */', 'word 2']],
    ['/* a\n * / */b', ['comment /* a\n * / */', 'word b']],
    ['/**/', ['comment /**/']],
    ['/*/', ['comment! /*/']],
    ['/* "a"', ['comment! /* "a"']],
    ['/ a/b', ['word /', 'word a', 'word /', 'word b']],
    ['\uFEFF\u00A0{', ['sign {']],
  ];
  for (const [text, expected] of table) it(JSON.stringify(text), () => assert.deepEqual(drawn(text), expected));

  it('take up every text from its start to its end, none of them empty', () => {
    const any = fc.oneof(
      documents,
      fc.string(),
      fc.array(fc.constantFrom('"', '\\', '/', '*', '\n', ' ', '{', 'a')).map((parts) => parts.join('')),
    );
    const law = fc.property(any, (text) => {
      let at = 0;
      for (const { start, end } of tokensOf(text)) {
        assert.equal(start, at);
        assert.ok(end > start);
        at = end;
      }
      assert.equal(at, text.length);
    });
    fc.assert(law, runs(200));
  });
});

describe('behind blanks and comments', () => {
  for (const [text, expected] of [
    [' \n\t x', 4],
    ['// a\n /* b */ "', 14],
    ['/* a', 0],
    ['  // a', 6],
    ['x', 0],
    ['', 0],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(behindBlanks(text, 0), expected));
  }
});

it('one part is read without those before it', () => {
  assert.deepEqual(tokenAt('{ "a" }', 2), { kind: 'string', start: 2, end: 5, closed: true });
});

it('isLineBreak', () => {
  assert.deepEqual(['\n', '\r', ' ', '', undefined, '\u2028'].map(isLineBreak), [
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
