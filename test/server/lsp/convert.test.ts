import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { viewOf } from '../../../server/inspection/textView.ts';
import { toDiagnostic } from '../../../server/lsp/convert.ts';
import { wholeFile } from '../../../shared/json/textMap.ts';
import { say, text as words } from '../../../shared/text.ts';

const source = '🙂\r\n"é",\r\n';
const text = viewOf(TextDocument.create('file:///a', 'json', 1, source), wholeFile(source.length));

describe('findings → protocol', () => {
  it('places are lines and UTF-16 code units', () => {
    assert.deepEqual(text.rangeOf({ start: 4, end: 7 }), {
      start: { line: 1, character: 0 },
      end: { line: 1, character: 3 },
    });
    assert.deepEqual(text.rangeOf({ start: 0, end: 2 }), {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 2 },
    });
    assert.deepEqual(text.editAt({ span: { start: 7, end: 7 }, text: ' ' }).range.start, {
      line: 1,
      character: 3,
    });
  });

  for (const [severity, number] of [
    ['error', 1],
    ['warning', 2],
    ['information', 3],
    ['hint', 4],
  ] as const) {
    it(`${severity} is ${number}; without a folder of pages there is no link`, () => {
      const finding = { code: 'field-type', severity, message: words`m`, span: { start: 4, end: 7 }, fixes: () => [] };
      const range = text.rangeOf(finding.span);
      const plain = { range, severity: number, code: 'field-type', source: 'Zoom', message: 'm' };
      assert.deepEqual(toDiagnostic(text, finding, { rulesFolder: undefined, say }), plain);
      assert.deepEqual(toDiagnostic(text, finding, { rulesFolder: 'file:///r', say }), {
        ...plain,
        codeDescription: { href: 'file:///r/field-type.md' },
      });
    });
  }
});
