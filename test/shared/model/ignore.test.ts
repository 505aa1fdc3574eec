import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits, parse } from '../../../shared/index.ts';
import { ignoreCommentAbove, ignoreComments } from '../../../shared/model/ignore.ts';
import { documents } from '../../support/documents.ts';
import { runs } from '../../support/rotation.ts';

const word = 'zoom-request-lens-ignore';

/** Each comment's code and the line it speaks of. `IGNORE` stands for the word. */
function read(drawn: string): readonly (string | undefined)[] {
  const text = drawn.replaceAll('IGNORE', word);
  return ignoreComments(parse(text)).map(({ code, line }) => {
    return `${code ?? '–'}: ${line ? text.slice(line.start, line.end).replaceAll(word, 'IGNORE').trim() : 'nothing'}`;
  });
}

describe('the line that a comment speaks of', () => {
  for (const [what, text, expected] of [
    ['above', '{\n  // IGNORE a\n  "x": 1,\n  "y": 2\n}', ['a: "x": 1,']],
    ['at the end', '{\n  "x": 1, // IGNORE a\n  "y": 2\n}', ['a: "x": 1, // IGNORE a']],
    ['at the start', '{\n  /* IGNORE a */ "x": 1,\n  "y": 2\n}', ['a: /* IGNORE a */ "x": 1,']],
    ['behind the brace', '{ // IGNORE a\n  "x": 1\n}', ['a: { // IGNORE a']],
    ['several above', '{\n  // IGNORE a\n  /* IGNORE b */\n  "x": 1\n}', ['a: "x": 1', 'b: "x": 1']],
    [
      'several in one',
      '{\n  "x": 1 /* IGNORE a */ // IGNORE b\n}',
      ['a: "x": 1 /* IGNORE a */ // IGNORE b', 'b: "x": 1 /* IGNORE a */ // IGNORE b'],
    ],
    ['others and empty lines between', '{\n  // IGNORE a\n\n  /* y\n */ // z\n\n  "x": 1\n}', ['a: "x": 1']],
    ['the whole body', '// IGNORE a\n{}', ['a: {}']],
    ['old Mac', '{\r// IGNORE a\r"x": 1\r}', ['a: "x": 1']],
    ['a byte order mark', '\uFEFF// IGNORE a\n{}', ['a: {}']],
    ['behind everything', '{}\n// IGNORE a\n', ['a: nothing']],
  ] as const) {
    it(what, () => assert.deepEqual(read(text), expected));
  }
});

describe('what counts as such a comment', () => {
  for (const [comment, code] of [
    ['// IGNORE passcode-generated', 'passcode-generated'],
    ['//IGNORE a: reason', 'a'],
    ['//   IGNORE  a  because', 'a'],
    ['/* IGNORE a: b */', 'a'],
    ['/*IGNORE a*/', 'a'],
    ['// IGNORE', '–'],
    ['// IGNORE: a', '–'],
    ['// IGNORE-all a', undefined],
    ['// IGNOREs a', undefined],
    ['// see IGNORE a', undefined],
    ['// ignore a', undefined],
  ] as const) {
    it(`${comment} → ${code ?? 'none'}`, () => {
      assert.deepEqual(read(`{\n${comment}\n"x": 1\n}`), code === undefined ? [] : [`${code}: "x": 1`]);
    });
  }

  it('a string is none', () => assert.deepEqual(read('{ "x": "// IGNORE a" }'), []));
});

describe('a comment that a fix writes', () => {
  const above = (text: string, on: string) => {
    const edit = ignoreCommentAbove(parse(text), text.indexOf(on), 'a');
    return edit && applyEdits(text, [edit]).replace(word, 'IGNORE');
  };

  for (const [what, text, on, after] of [
    ['has the indentation of its line', '{\n\t"x": 1\n}', '1', '{\n\t// IGNORE a: intended\n\t"x": 1\n}'],
    ['has the line end of the text', '{\r\n  "x": 1\r\n}', '1', '{\r\n  // IGNORE a: intended\r\n  "x": 1\r\n}'],
    ['above the first line', '{ "x": 1 }', '1', '// IGNORE a: intended\n{ "x": 1 }'],
    ['behind the byte order mark', '\uFEFF{}', '{', '\uFEFF// IGNORE a: intended\n{}'],
    ['not inside another comment', '{ /* y\n z */ "x": 1 }', '1', undefined],
  ] as const) {
    it(what, () => assert.equal(above(text, on), after));
  }

  it('in any document speaks of the line of its offset, and nothing else changes', () => {
    const law = fc.property(documents, fc.nat(), (text, pick) => {
      const spans = parse(text).root?.type === 'object' ? propertiesOf(text) : [];
      const span = spans[pick % spans.length];
      const edit = span && ignoreCommentAbove(parse(text), span.start, 'a-code');
      if (!span || !edit) return;
      const after = applyEdits(text, [edit]);
      const shift = edit.text.length;
      assert.deepEqual(parse(after).errors, []);
      const [comment] = ignoreComments(parse(after));
      const { start = 0, end = 0 } = comment?.line ?? {};
      assert.equal(comment?.code, 'a-code');
      assert.ok(start <= span.start + shift && span.start + shift <= end, after);
      assert.deepEqual(
        propertiesOf(after),
        spans.map((each) =>
          each.start < edit.span.start ? each : { start: each.start + shift, end: each.end + shift },
        ),
      );
    });
    fc.assert(law, runs(300));
  });
});

function propertiesOf(text: string): readonly { start: number; end: number }[] {
  const { root } = parse(text);
  return root?.type === 'object' ? root.properties.map(({ keySpan }) => ({ ...keySpan })) : [];
}
