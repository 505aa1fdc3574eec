import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ObjectNode, parse } from '../../../shared/json/parse.ts';
import {
  indentAt,
  indentsAt,
  innerIndent,
  isMultiline,
  lineStart,
  startsLine,
  styleOf,
} from '../../../shared/json/style.ts';
import { runs } from '../../support/rotation.ts';

describe('styleOf', () => {
  const plain = { eol: '\n', unit: '  ', colon: ': ', compact: false };
  const table: readonly [string, string, Partial<typeof plain>][] = [
    ['an empty object', '{}', {}],
    ['no object', '[1]', {}],
    ['nothing', '', {}],
    ['one line', '{ "a": 1 }', {}],
    ['compact', '{"a":1}', { colon: ':', compact: true }],
    ['blanks around the colon', '{ "a" :\t1 }', { colon: ' :\t' }],
    ['a comment around the colon is not copied', '{ "a": /* x */ 1 }', {}],
    ['a line break around the colon is not copied', '{ "a":\n1 }', {}],
    ['four blanks', '{\n    "a": 1\n}', { unit: '    ' }],
    ['a tab', '{\n\t"a": 1\n}', { unit: '\t' }],
    ['no indentation', '{\n"a": 1\n}', {}],
    ['Windows', '{\r\n  "a": 1\r\n}\n', { eol: '\r\n' }],
    ['old Mac', '{\r  "a": 1\r}', { eol: '\r' }],
    ['the line ends of a comment before it', '// x\r\n{}', { eol: '\r\n' }],
    ['a half-typed property', '{"a"', {}],
  ];
  for (const [name, text, differs] of table) {
    it(name, () => {
      const { eol, unit, form, compact } = styleOf(parse(text));
      assert.deepEqual({ eol, unit, colon: form.colon, compact }, { ...plain, ...differs });
    });
  }
});

describe('the spelling of JSON', () => {
  it('keys and texts in double quotes with escapes, all else by its name', () => {
    const { form, value } = styleOf(parse('{}'));
    assert.equal(form.key('a"\\'), '"a\\"\\\\"');
    assert.deepEqual(['a\n', true, false, null, 7].map(value), ['"a\\n"', 'true', 'false', 'null', '7']);
  });
});

describe('isMultiline and innerIndent', () => {
  const table: readonly [string, boolean, string][] = [
    ['{}', false, '  '],
    ['{ "a": 1 }', false, '  '],
    ['{ "a": 1,\n  "b": 2 }', true, '  '],
    ['{\n "a": 1 }', true, ' '],
    ['{ // why\n\t"a": 1 }', true, '\t'],
    ['{\n}', true, '  '],
    ['    {\n}', true, '      '],
    ['\uFEFF{\n}', true, '  '],
    ['{\n/* x */ "a": 1,\n   "b": 2 }', true, '   '],
  ];
  for (const [text, multiline, indent] of table) {
    it(JSON.stringify(text), () => {
      const document = parse(text);
      const node = document.root as ObjectNode;
      assert.equal(isMultiline(text, node), multiline);
      assert.equal(innerIndent(text, node, styleOf(document)), indent);
    });
  }
});

describe('lines', () => {
  const text = 'a\n\t b\r\n  c\rd';

  it('lineStart: behind the line break before', () => {
    assert.deepEqual(
      [0, 1, 2, 4, 7, 9, 11].map((offset) => lineStart(text, offset)),
      [0, 0, 2, 2, 7, 7, 11],
    );
  });

  it('indentsAt: the same of many, in their order', () => {
    const texts = fc.array(fc.constantFrom('a', ' ', '\t', '\n', '\r\n')).map((parts) => parts.join(''));
    const law = fc.property(texts, fc.array(fc.nat(40)), (text, offsets) => {
      const ordered = offsets.map((each) => Math.min(each, text.length)).sort((a, b) => a - b);
      assert.deepEqual(
        indentsAt(text, ordered),
        ordered.map((each) => indentAt(text, each)),
      );
    });
    fc.assert(law, runs(200));
  });

  it('indentAt: the blanks of the line', () => {
    assert.deepEqual(
      [0, 4, 9, 11].map((offset) => indentAt(text, offset)),
      ['', '\t ', '  ', ''],
    );
  });

  it('startsLine: only blanks, or the byte order mark, before it', () => {
    assert.deepEqual(
      [0, 1, 4, 5, 9, 10].map((offset) => startsLine(text, offset)),
      [true, false, true, false, true, false],
    );
    assert.ok(startsLine('\uFEFF{', 1));
  });
});
