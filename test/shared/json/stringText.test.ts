import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../shared/json/edit.ts';
import { jsonValue, stringContent, stringMap } from '../../../shared/json/stringText.ts';
import { bodyOffset, fileEdit, fileOffset, movedBy } from '../../../shared/json/textMap.ts';
import { anyText } from '../../support/documents.ts';

const whole = (text: string) => ({ start: 0, end: text.length });

describe('the content of a string in a JSON text', () => {
  it('with its escapes read', () => {
    assert.equal(stringContent('{"a": "x\\n\\u0041"}', { start: 6, end: 17 }), 'x\nA');
  });

  it('of nothing else', () => {
    for (const text of ['', '1', '"', '"a', '"\\q"', '{}', 'null'])
      assert.equal(stringContent(text, whole(text)), undefined);
    assert.equal(jsonValue('{'), undefined);
  });

  it('leads to each of its units in the file and back', () => {
    const file = '  "a\\"b\\\\\\u00e9\\n"';
    const map = movedBy(stringMap(file.slice(2)), 2);
    const offsets = [3, 4, 6, 7, 9, 15, 17];
    assert.deepEqual(
      offsets.map((_, at) => fileOffset(map, at)),
      offsets,
    );
    assert.deepEqual(
      [3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17].map((at) => bodyOffset(map, at)),
      [0, 1, 1, 2, 3, 3, 4, 4, 5, 5, 6],
    );
  });

  it('is edited in the file as by itself: any text, any edit, also in halves of characters', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(20), fc.nat(20), fc.boolean(), (text, inserted, a, b, allEscaped) => {
        const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'));
        const literal = allEscaped ? `"${units.map((each) => `\\u${each}`).join('')}"` : JSON.stringify(text);
        const [start = 0, end = 0] = [a, b].map((each) => Math.min(each, text.length)).sort((x, y) => x - y);
        const edit = { span: { start, end }, text: inserted };
        const edited = applyEdits(literal, [fileEdit(stringMap(literal), edit)]);
        assert.equal(stringContent(edited, whole(edited)), applyEdits(text, [edit]));
      }),
    );
  });
});
