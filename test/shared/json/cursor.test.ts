import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cursorAt } from '../../../shared/json/cursor.ts';
import { parse } from '../../../shared/json/parse.ts';
import { documents } from '../../support/documents.ts';
import { rowsOf, runs } from '../../support/rotation.ts';

/** A bar stands for the cursor; the place is written as its kind, its path, what is replaced, and what is missing. */
function drawnPlace(drawn: string): string {
  const offset = drawn.indexOf('|');
  const text = drawn.replace('|', '');
  const place = cursorAt(parse(text), offset);
  if (!place) return 'nowhere';
  const { kind, path, span, missingComma, colonFollows, needsComma } = place;
  return [
    kind,
    `/${path.join('/')}`,
    `[${text.slice(span.start, span.end)}]`,
    ...(missingComma === undefined ? [] : [`comma behind ${text.slice(0, missingComma).slice(-3)}`]),
    ...(colonFollows ? ['has a colon'] : needsComma ? ['needs a comma'] : []),
  ].join(' ');
}

describe('the position of the cursor', () => {
  // biome-ignore format: a table is read by its columns
  const table: readonly (readonly [string, string])[] = [
    ['{ | }',                                'name / []'],
    ['{|}',                                  'name / []'],
    ['{ | "a": 1 }',                         'name / [] needs a comma'],
    ['{ |"a": 1 }',                          'name / [] needs a comma'],
    ['{ "a": 1, | }',                        'name / []'],
    ['{ "a": 1, /* b */ | // c\n }',         'name / []'],
    ['{ "a": 1 | }',                         'name / [] comma behind : 1'],
    ['{\n "a": {}\n |\n}',                   'name / [] comma behind  {}'],
    ['{ "s": { "x": [1] | } }',              'name /s [] comma behind [1]'],
    ['{ "s": { | } }',                       'name /s []'],
    ['{ "s": { "t": { | } } }',              'name /s/t []'],
    ['{ wai| }',                             'name / [wai]'],
    ['{ wa|it\n "a": 1 }',                   'name / [wait] needs a comma'],
    ['{ "wai|" }',                           'name / ["wai"]'],
    ['{ "wai"| }',                           'name / ["wai"]'],
    ['{ "wai|": true }',                     'name / ["wai"] has a colon'],
    ['{ "wai|" /* so */ : true }',           'name / ["wai"] has a colon'],
    ['{ "wa|it }',                           'name / ["wait]'],
    ['{ "wai|\n "a": 1 }',                   'name / ["wai] needs a comma'],
    ['{ "s": { "x": 1 }, "wai|',             'name / ["wai]'],
    ['{ "a": | }',                           'value /a []'],
    ['{ "a":|}',                             'value /a []'],
    ['{ "a": |\n "b": 1 }',                  'value /a [] needs a comma'],
    ['{ "a": |, "b": 1 }',                   'value /a []'],
    ['{ "a": tr|ue }',                       'value /a [true]'],
    ['{ "a": "x|y", }',                      'value /a ["xy"]'],
    ['{ "a": "x|, "b": 1 }',                 'value /a ["x, "]'],
    ['{ "a": x|\n "b" /**/ : 1 }',            'value /a [x] needs a comma'],
    ['{ "s": { "a": | } }',                  'value /s/a []'],
    ['{ "a": { "b": 1 }, "c": | }',          'value /c []'],
    ['[ { | } ]',                            'name /* []'],
    ['{ "s": [ 1, { "a": [], "b": "x|" } ]', 'value /s/*/b ["x"]'],
    ['\uFEFF{ | }',                          'name / []'],
  ];
  for (const [drawn, expected] of table) {
    it(JSON.stringify(drawn), () => assert.equal(drawnPlace(drawn), expected));
  }

  for (const drawn of [
    '|',
    '|{ }',
    '{ }|',
    '{ "a": {}| }',
    '{ "a" | : 1 }',
    '{ "a" "b|": 1 }',
    '{ "a": | 5 }',
    '{ "a": | "x" }',
    '{ "a": | { "b": 1 } }',
    '[ | ]',
    '{ "s": [ | ] }',
    '{ "s": [ { "a": [ | ] } ] }',
    '{ // |\n }',
    '{ // x|\n }',
    '{ // x */|\n }',
    '{ /*/|',
    '{ /* | */ }',
    '{ /* never closed |',
    '{ { | } }',
  ]) {
    it(`${JSON.stringify(drawn)}: nowhere`, () => assert.equal(drawnPlace(drawn), 'nowhere'));
  }
});

describe('any text', () => {
  const cut = fc.tuple(documents, fc.nat(), fc.nat()).map(([text, at, offset]) => {
    const part = text.slice(0, at % (text.length + 1));
    return { text: part, offset: offset % (part.length + 1) };
  });
  const any = fc.oneof(
    cut,
    fc.string().map((text) => ({ text, offset: text.length >> 1 })),
  );

  it('has a place or none, and what is replaced holds the cursor in one line', () => {
    const law = fc.property(any, ({ text, offset }) => {
      const place = cursorAt(parse(text), offset);
      if (!place) return;
      const { start, end } = place.span;
      assert.ok(start <= offset && offset <= end);
      assert.doesNotMatch(text.slice(start, end), /[\r\n]/);
    });
    fc.assert(law, runs(200));
  });

  it('is the same whether or not a tree says what is before it', () => {
    const law = fc.property(any, ({ text, offset }) => {
      assert.deepEqual(cursorAt(parse(text), offset), cursorAt({ text, root: undefined, errors: [] }, offset));
    });
    fc.assert(law, runs(500));
  });

  it('of hundreds of thousands of characters is read once, whatever is in it', () => {
    const parts = [
      'x',
      '[',
      '{',
      ':',
      ',',
      '"',
      '\\',
      '\\"',
      '`',
      ' ',
      '\n',
      '/',
      '*',
      '/**/',
      '// a\n',
      '"a" ',
      '"a":',
    ];
    const before = ['{ "a": "', '{ "a": 1 /*', '{ "a": ', '{ "a" ', '{ '];
    for (const { part, start, offset } of rowsOf({ part: parts, start: before, offset: [Infinity, 2, 7] })) {
      const text = start + part.repeat(1e5);
      cursorAt({ text, root: undefined, errors: [] }, Math.min(offset, text.length));
    }
  });
});
