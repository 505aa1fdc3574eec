import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type JsonNode, parse } from '../../../shared/json/parse.ts';
import { changedProperty } from '../../../shared/json/tree.ts';
import { say } from '../../../shared/text.ts';
import { anyText, documents } from '../../support/documents.ts';
import { outline, place } from '../../support/outline.ts';
import { runs, triesAll } from '../../support/rotation.ts';

const body = `\uFEFF// a meeting 🙂
{
  "topic": "Größe \\ud83d\\ude42 🙂",
  "type": 2, /* scheduled */
  "password": null,
  "settings": {
    "waiting_room": false,
    "meeting_authentication": true,
    "alternative_hosts": ["a@example.org", -1.5e+3, {}],
  },
}
`;

function errorsOf(text: string): readonly string[] {
  return parse(text).errors.map(({ message, span }) => `${place(span)} ${say(message)}`);
}

describe('parse: places', () => {
  it('an object with a comma: spans end behind what they cover', () => {
    assert.deepEqual(outline(parse('{"a": 1 ,"b":[true,null]}')), [
      '0-25 object closed',
      '  1-7 "a": 1 | a 1-4 | comma 8',
      '    6-7 number 1',
      '  9-24 "b":[true,null] | b 9-12 | comma –',
      '    13-24 array',
      '      14-18 boolean true',
      '      19-23 null null',
    ]);
  });

  it('astral characters count as two code units, escapes as they are written', () => {
    assert.deepEqual(outline(parse('{"🙂":"\\ud83d\\ude42","k":1}')), [
      '0-27 object closed',
      '  1-20 "🙂":"\\ud83d\\ude42" | 🙂 1-5 | comma 20',
      '    6-20 string "🙂"',
      '  21-26 "k":1 | k 21-24 | comma –',
      '    25-26 number 1',
    ]);
  });

  it('a byte order mark is a blank that keeps its place', () => {
    assert.deepEqual(outline(parse('\uFEFF{"a":1}')), [
      '1-8 object closed',
      '  2-7 "a":1 | a 2-5 | comma –',
      '    6-7 number 1',
    ]);
    assert.deepEqual(errorsOf('\uFEFF{"a":1}'), []);
    assert.equal(parse('\uFEFF{}').text, '\uFEFF{}');
  });

  it('a byte order mark elsewhere is not', () => {
    assert.notDeepEqual(errorsOf(' \uFEFF{}'), []);
  });

  it('a carriage return is a code unit', () => {
    assert.deepEqual(outline(parse('{\r\n"a":1\r\n}')), [
      '0-11 object closed',
      '  3-8 "a":1 | a 3-6 | comma –',
      '    7-8 number 1',
    ]);
  });

  it('comments in every place, and a trailing comma', () => {
    const text = '/*a*/{/*b*/"k"/*c*/:/*d*/1/*e*/,/*f*/}//g';
    assert.deepEqual(errorsOf(text), []);
    assert.deepEqual(outline(parse(text)), [
      '5-38 object closed',
      '  11-26 "k"/*c*/:/*d*/1 | k 11-14 | comma 31',
      '    25-26 number 1',
    ]);
  });

  it('commas of arrays are not those of the property around them', () => {
    assert.deepEqual(outline(parse('{"a":[1,2]}'))[1], '  1-10 "a":[1,2] | a 1-4 | comma –');
  });

  it('duplicates are all kept, in their order', () => {
    assert.deepEqual(outline(parse('{"a":1,"a":2}')), [
      '0-13 object closed',
      '  1-6 "a":1 | a 1-4 | comma 6',
      '    5-6 number 1',
      '  7-12 "a":2 | a 7-10 | comma –',
      '    11-12 number 2',
    ]);
  });

  it('`__proto__` is a key like any other, and nothing inherits from it', () => {
    const { root } = parse('{"__proto__": {"password": "x"}, "constructor": 1}');
    assert.deepEqual(root?.type === 'object' && root.properties.map(({ key }) => key), ['__proto__', 'constructor']);
    assert.equal((root as { password?: unknown }).password, undefined);
    assert.equal(({} as { password?: unknown }).password, undefined);
  });

  it('a root that is no object', () => {
    assert.deepEqual(outline(parse(' "x" ')), ['1-4 string "x"']);
    assert.deepEqual(outline(parse('[]')), ['0-2 array']);
    assert.deepEqual(outline(parse('null')), ['0-4 null null']);
  });
});

describe('parse: broken and half-typed text', () => {
  // biome-ignore format: one line a case
  const cases: readonly [string, string, readonly string[], readonly string[]][] = [
    ['nothing', '', [], ['0-0 A value is missing here.']],
    ['an open brace', '{', ['0-1 object open'], ['1-1 The closing brace is missing.']],
    ['a key alone', '{"a"}', ['0-5 object closed', '  1-4 "a" | a 1-4 | comma –'], ['4-5 A colon is missing here.']],
    ['a colon alone', '{"a": }', ['0-7 object closed', '  1-4 "a" | a 1-4 | comma –'], ['6-7 A value is missing here.']],
    ['a property before another one', '{"a": , "b":1}', ['0-14 object closed', '  1-4 "a" | a 1-4 | comma 6', '  8-13 "b":1 | b 8-11 | comma –', '    12-13 number 1'], ['6-7 A value is missing here.']],
    ['two properties without a comma', '{"a":1 "b":2}', ['0-13 object closed', '  1-6 "a":1 | a 1-4 | comma –', '    5-6 number 1', '  7-12 "b":2 | b 7-10 | comma –', '    11-12 number 2'], ['7-10 A comma is missing here.']],
    ['an array left open', '{"a":[1', ['0-7 object open', '  1-7 "a":[1 | a 1-4 | comma –', '    5-7 array', '      6-7 number 1'], []],
    ['text behind the end', '{} {}', ['0-2 object closed'], ['3-4 The text should end here.']],
    ['an open comment at the end of an open object', '{"a":[ /*', ['0-9 object open', '  1-9 "a":[ /* | a 1-4 | comma –', '    5-9 array'], ['7-9 The comment is never closed.', '9-9 The closing bracket is missing.', '9-9 The closing brace is missing.']],
    ['an open comment', '{} /* x', ['0-2 object closed'], ['3-7 The comment is never closed.']],
    ['a bad escape', '"\\q"', ['0-4 string ""'], ['0-4 This escape sequence is not valid in JSON.']],
  ];

  for (const [name, text, tree, errors] of cases) {
    it(`${name}: ${text}`, () => {
      assert.deepEqual(outline(parse(text)), tree);
      if (errors.length > 0) assert.deepEqual(errorsOf(text), errors);
      else assert.ok(errorsOf(text).length > 0);
    });
  }

  it('a string left open, single quotes, a control character, a bare word, a leading zero: each is an error', () => {
    for (const text of [
      '{"a":"x',
      "{'a':1}",
      '"\u0001"',
      'yes',
      '01',
      '1.',
      '+1',
      '.5',
      'NaN',
      '0x1',
      'undefined',
      ',',
    ]) {
      assert.ok(errorsOf(text).length > 0, text);
    }
  });

  it('what JSON.parse takes is without errors', () => {
    fc.assert(fc.property(fc.json(), (text) => assert.deepEqual(errorsOf(text), [])));
  });
});

describe('parse: depth and size', () => {
  const megabytes = triesAll ? 10 : 2;
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  it('200 levels are read, 201 are too deep', () => {
    assert.deepEqual(errorsOf(nested(200)), []);
    assert.deepEqual(errorsOf(nested(201)), ['200-201 Nested more than 200 levels deep.']);
    assert.equal(parse(nested(201)).root, undefined);
  });

  it('20,000 nested arrays or objects, closed or not, do not overflow the stack', () => {
    for (const text of [nested(20_000), '['.repeat(20_000), '{"a":'.repeat(20_000), '[{"a":'.repeat(20_000)]) {
      assert.equal(parse(text).errors.length, 1);
    }
  });

  it(`a body of ${megabytes} MB is read whole`, () => {
    const text = `{"settings":{},"invitees":[${'{"email":"someone@example.org"},'.repeat(32_000 * megabytes)}]}`;
    assert.ok(text.length > 1_000_000 * megabytes);
    const { root, errors } = parse(text);
    assert.deepEqual(errors, []);
    assert.deepEqual(root?.span, { start: 0, end: text.length });
  });
});

describe('parse: never throws', () => {
  it('every prefix of a body', () => {
    for (let end = 0; end <= body.length; end++) checkTree(body.slice(0, end));
    assert.deepEqual(errorsOf(body), []);
  });

  it('a body with any stretch replaced by anything', () => {
    const noise = fc.oneof(anyText, fc.constantFrom(...'{}[],:"/*\\\n', '//', '/*', '*/', '\uD83D', '\0'));
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat({ max: 8 }), noise, (text, at, length, by) => {
        const start = at % (text.length + 1);
        checkTree(text.slice(0, start) + by + text.slice(start + length));
      }),
      runs(250),
    );
  });

  it('any text at all', () => {
    fc.assert(fc.property(anyText, checkTree), runs(400));
  });
});

/** Every span lies in its parent's, in the order of the text; errors lie in the text. */
function checkTree(text: string): void {
  const { root, errors } = parse(text);
  for (const { span } of errors) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, text);
  if (root) checkNode(root, 0, text.length);
  else assert.ok(errors.length > 0, text);
}

function checkNode(node: JsonNode, start: number, end: number): void {
  assert.ok(start <= node.span.start && node.span.start < node.span.end && node.span.end <= end);
  if (node.type === 'array') {
    let at = node.span.start + 1;
    for (const item of node.items) {
      checkNode(item, at, node.span.end);
      at = item.span.end;
    }
  } else if (node.type === 'object') {
    let at = node.span.start + 1;
    for (const { span, keySpan, value, comma } of node.properties) {
      assert.ok(at <= keySpan.start && keySpan.start === span.start && span.end <= node.span.end);
      if (value) checkNode(value, keySpan.end, span.end);
      assert.equal(span.end, (value?.span ?? keySpan).end);
      if (comma !== undefined) assert.ok(comma >= span.end);
      at = span.end;
    }
  }
}

describe('parse: comments', () => {
  for (const [text, places] of [
    ['{"a":1}', []],
    ['// x\n{"//": "/* no */"} /* y\n */', ['0-4', '24-32']],
    ['{} // x\r\n', ['3-7']],
    ['\uFEFF// x\n{}', ['1-5']],
    ['{"a": // x\n', ['6-10']],
    ['{} /* x', ['3-7']],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(parse(text).comments.map(place), places));
  }
});

it('a property with another value keeps its spans, however it was read', () => {
  for (const text of ['{ "a": 1 }', '{ "a": 1 } // not plain']) {
    const { root } = parse(text);
    const property = (root?.type === 'object' && root.properties[0]) || assert.fail(text);
    const { keySpan, span, value, key, comma } = changedProperty(property, { value: undefined, comma: 7 });
    assert.deepEqual(
      { key, keySpan, span, value, comma },
      { key: 'a', keySpan: { start: 2, end: 5 }, span: { start: 2, end: 8 }, value: undefined, comma: 7 },
    );
  }
});
