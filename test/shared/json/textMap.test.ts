import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../shared/json/edit.ts';
import {
  bodyOffset,
  fileEdit,
  fileOffset,
  fileSpan,
  movedBy,
  slice,
  type TextMap,
  wholeFile,
  within,
} from '../../../shared/json/textMap.ts';

/** The body `{"a":"b"}` as a string in another JSON text, where each quote is two characters long. */
const file = '{"raw": "{\\"a\\":\\"b\\"}"}';
const body = '{"a":"b"}';
const escaped: TextMap = { pieces: piecesOf(file, 9), spell: (text) => JSON.stringify(text).slice(1, -1) };

/** Reads the body off the file, character by character. */
function piecesOf(text: string, start: number): TextMap['pieces'] {
  const pieces = [];
  let at = start;
  for (let index = 0; index <= body.length; index++) {
    const isEscape = text[at] === '\\';
    pieces.push({ body: index, file: at, length: isEscape || index === body.length ? 0 : 1 });
    at += isEscape ? 2 : 1;
  }
  return pieces;
}

describe('a body that is the whole file', () => {
  it('stands where it stands', () => {
    const map = wholeFile(5);
    for (const offset of [0, 3, 5]) {
      assert.equal(fileOffset(map, offset), offset);
      assert.equal(bodyOffset(map, offset), offset);
    }
    assert.equal(bodyOffset(map, 6), undefined);
  });
});

describe('a body in the middle of a file', () => {
  const map = slice(10, 4, 2);

  it('has coordinates of its own', () => {
    assert.deepEqual(fileSpan(map, { start: 3, end: 6 }), { start: 11, end: 14 });
    assert.equal(bodyOffset(map, 12), 4);
  });

  it('is undefined outside of it', () => {
    for (const offset of [9, 15]) assert.equal(bodyOffset(map, offset), undefined);
  });

  it('moves offsets before its first or after its last character to the edge', () => {
    assert.equal(fileOffset(map, 0), 10);
    assert.equal(fileOffset(map, 9), 14);
  });
});

describe('a body in a part that moves', () => {
  it('has the same pieces, made when they are asked for', () => {
    let made = 0;
    const lazy: TextMap = {
      get pieces() {
        made++;
        return escaped.pieces;
      },
      spell: escaped.spell,
    };
    const moved = movedBy(movedBy(lazy, 100), 5);
    assert.equal(made, 0);
    assert.deepEqual(fileSpan(moved, { start: 1, end: 4 }), { start: 115, end: 120 });
    assert.deepEqual(fileSpan(escaped, { start: 1, end: 4 }), { start: 10, end: 15 });
    assert.equal(bodyOffset(moved, 115), 1);
    assert.equal(bodyOffset(moved, 10), undefined);
  });

  it('is in step with what it is in, and with what is in it', () => {
    const inner = slice(2, 1);
    const whole = { start: 0, end: 1 };
    assert.deepEqual(fileSpan(within(movedBy(escaped, 100), inner), whole), { start: 112, end: 113 });
    assert.deepEqual(fileSpan(within(escaped, movedBy(inner, 2)), whole), { start: 15, end: 16 });
  });
});

describe('a body that is written with escapes', () => {
  it('leads from each of its characters to the one in the file, and back from within an escape', () => {
    for (let index = 0; index < body.length; index++) {
      const at = fileOffset(escaped, index);
      const written = file[at] === '\\' ? file.slice(at, at + 2) : file[at];
      assert.equal(JSON.parse(`"${written}"`), body[index]);
      assert.equal(bodyOffset(escaped, at), index);
      if (written?.length === 2) assert.equal(bodyOffset(escaped, at + 1), index);
    }
  });

  it('is edited in the file as it would be by itself: any edit', () => {
    const edits = fc.tuple(fc.nat(body.length), fc.nat(body.length), fc.string());
    fc.assert(
      fc.property(edits, ([a, b, text]) => {
        const edit = { span: { start: Math.min(a, b), end: Math.max(a, b) }, text };
        const written = applyEdits(file, [fileEdit(escaped, edit)]);
        assert.equal(JSON.parse(written).raw, applyEdits(body, [edit]));
      }),
    );
  });
});

describe('a body in a piece of a file', () => {
  /** Of a text whose lines are all quoted: `> `. */
  function quoted(text: string): TextMap {
    const lines = text.split(/(?<=\n)/);
    let at = 0;
    const pieces = lines.map((line, index) => {
      const piece = { body: at, file: at + 2 * (index + 1), length: line.length };
      at += line.length;
      return piece;
    });
    return { pieces, spell: (inserted) => inserted.replaceAll('\n', '\n> ') };
  }

  it('leads through both maps: any cut of any lines, with escapes', () => {
    const pieces = fc.array(fc.record({ skip: fc.nat(3), length: fc.nat(4) }), { minLength: 1 });
    fc.assert(
      fc.property(fc.stringMatching(/^[a\n]{0,40}$/), pieces, (text, cuts) => {
        let body = 0;
        let from = 0;
        const inner: TextMap = {
          pieces: cuts.map(({ skip, length }) => {
            const piece = { body, file: Math.min(from + skip, text.length), length: 0 };
            piece.length = Math.min(length, text.length - piece.file);
            body += Math.max(piece.length, 1);
            from = piece.file + Math.max(piece.length, 1);
            return piece;
          }),
          spell: (inserted) => inserted,
        };
        const outer = quoted(text);
        const map = within(outer, inner);
        const end = (inner.pieces.at(-1)?.body ?? 0) + (inner.pieces.at(-1)?.length ?? 0);
        for (let offset = 0; offset < end; offset++)
          assert.equal(fileOffset(map, offset), fileOffset(outer, fileOffset(inner, offset)));
      }),
    );
  });

  it('spells what is inserted in both ways', () => {
    const map = within(quoted(file), escaped);
    assert.equal(map.spell('"\n'), '\\"\\n');
    assert.equal(within(quoted(file), wholeFile(1)).spell('a\nb'), 'a\n> b');
  });
});
