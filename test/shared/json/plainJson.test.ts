import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type JsonNode, parse } from '../../../shared/json/parse.ts';
import { readPlainJson } from '../../../shared/json/plainJson.ts';
import { anyText, documents } from '../../support/documents.ts';
import { outline } from '../../support/outline.ts';
import { runs } from '../../support/rotation.ts';

const maxDepth = 200;
const read = (text: string) =>
  readPlainJson(text, maxDepth, (value, span) => ({
    type: value === null ? 'null' : (typeof value as 'string'),
    value,
    span,
  }));

/** With a comment behind it, the text is not plain, and the tolerant parser makes the same tree of it. */
function readTolerantly(text: string) {
  return parse(`${text}\n//`, 'literal');
}

/** With the spans that are made when they are asked for. */
function inFull(node: JsonNode | undefined): unknown {
  if (node?.type === 'array') return { ...node, items: node.items.map(inFull) };
  if (node?.type !== 'object') return node;
  const properties = node.properties.map(({ key, keySpan, span, value, comma }) => {
    return { key, keySpan, span, value: inFull(value), comma };
  });
  return { ...node, properties };
}

function assertAgrees(text: string): void {
  const plain = read(text);
  assert.ok(plain, text);
  const { root, errors } = readTolerantly(text);
  assert.deepEqual(errors, []);
  assert.deepEqual(inFull(plain), inFull(root));
}

const characters = fc.constantFrom(
  ...'{}[]:,"\\/u0041eE+-. \t\r\n',
  'true',
  'null',
  '"a"',
  '\u0001',
  '\uD83D',
  '🙂',
  '1',
);
const pieces = fc.array(characters, { maxLength: 12 }).map((parts) => parts.join(''));

describe('readPlainJson', () => {
  it('every value with its place', () => {
    const text = '{ "a" : [1,-0.5e+3 , true],\r\n\t"b\\n":"\\u00e9", "": {} }';
    assert.deepEqual(outline({ text, root: read(text), errors: [], comments: [] }), [
      '0-54 object closed',
      '  2-26 "a" : [1,-0.5e+3 , true] | a 2-5 | comma 26',
      '    8-26 array',
      '      9-10 number 1',
      '      11-18 number -500',
      '      21-25 boolean true',
      '  30-44 "b\\n":"\\u00e9" | b\n 30-35 | comma 44',
      '    36-44 string "é"',
      '  46-52 "": {} |  46-48 | comma –',
      '    50-52 object closed',
    ]);
  });

  it('reads what JSON.parse reads, and nothing else', () => {
    const law = fc.property(fc.oneof(fc.json(), pieces, documents, anyText), (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      assert.equal(read(text) !== undefined, isJson);
    });
    fc.assert(law, runs(2000));
  });

  it('the tree of the tolerant parser', () => {
    const law = fc.property(fc.oneof(fc.json(), pieces, documents), (text) => {
      if (read(text)) assertAgrees(text);
    });
    fc.assert(law, runs(1000));
  });

  it('members of one name, names of Object, and any blank', () => {
    for (const text of [
      '{ "a": 1, "a": 2, "__proto__": { "constructor": null } }',
      ' \t\r\n[ ] ',
      '{"1":0,"1":0}',
      '"\\ud83d\\ude42\\ud800 \\/\\"\\\\"',
      '-0',
      '1E400',
    ])
      assertAgrees(text);
  });

  it('undefined for what is not plain', () => {
    for (const text of [
      '',
      ' ',
      '{',
      '{ "a": 1, }',
      '[1,]',
      '{ "a" 1 }',
      '{ a: 1 }',
      '{} // x',
      '/**/ {}',
      '{} {}',
      '\uFEFF{}',
      '{\u00a0}',
      '"a\nb"',
      '"\u0001"',
      '"\\x"',
      '"\\u12"',
      '"a',
      '"\\',
      '01',
      '+1',
      '1.',
      '.5',
      '-',
      'tru',
      'truex',
      'NaN',
      '{ "a": {{x}} }',
    ])
      assert.equal(read(text), undefined, text);
  });

  it('as deep as it may, and no deeper', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    assertAgrees(nested(maxDepth));
    for (const depth of [maxDepth + 1, 100_000]) assert.equal(read(nested(depth)), undefined);
  });
});
