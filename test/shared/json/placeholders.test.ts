// biome-ignore-all lint/suspicious/noTemplateCurlyInString: those are placeholders
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type JsonNode, parse } from '../../../shared/json/parse.ts';
import { openString, quotedPlaceholders, withoutPlaceholders } from '../../../shared/json/placeholders.ts';
import { staysLinear } from '../../support/cost.ts';
import { outline } from '../../support/outline.ts';

const inQuotes = [
  '{{passcode}}',
  '{{ user.passcode }}',
  '{{$randomInt}}',
  '{{a}}-x',
  'x-{{a}}',
  '{{a}}{{b}}',
  '{{{a}}}',
  '${{ secrets.PASSCODE }}',
  '<%= passcode %>',
  'x-<%= passcode %>',
  '${PASSCODE}',
  '${process.env.PASSCODE}',
  'x-${PASSCODE:-abc}',
  '<string>',
  '<YOUR_PASSCODE>',
  '<your passcode>',
  '%PASSCODE%',
  '$PASSCODE',
  '$ZOOM_PASSCODE2',
  '$passcode',
  '$x',
  '$userPasscode',
  '$(make-passcode 10)',
  'string',
];

const ordinary = [
  '',
  'a$b%c',
  '<3abc',
  '<3abc>',
  '<>',
  'a<b>c',
  '100%',
  '%a',
  '5%abc%5',
  '50%off%',
  '100% sure',
  '<Team> sync',
  '{{',
  '${',
  '<%',
  '<%%>',
  '$',
  '$5',
  '$ecret1',
  '${}',
  '${1}',
  '{{}}',
  '{{a}',
  '{a}',
  '{}{}',
  'strings',
  'String',
  'a string',
  '<set, not kept>',
  "<the meeting's passcode>",
  'a$(b)c',
];

const bare = [
  '{{passcode}}',
  '{{ user.passcode }}',
  '{{{passcode}}}',
  '${PASSCODE}',
  '${{ secrets.PASSCODE }}',
  '<%= passcode %>',
  '<string>',
  '<YOUR_PASSCODE>',
  '%PASSCODE%',
];

describe('openString', () => {
  for (const value of inQuotes) it(`"${value}" is filled in later`, () => assert.equal(openString(value), 'string'));
  for (const value of ordinary) it(`"${value}" is a value`, () => assert.equal(openString(value), undefined));

  it('"<boolean>" is filled in later with a boolean', () => assert.equal(openString('<boolean>'), 'boolean'));

  it('takes letters, digits and the signs that Zoom allows as they are, the word string apart', () => {
    const passcode = fc.stringMatching(/^[A-Za-z0-9@_*-]{0,10}$/);
    fc.assert(fc.property(passcode, (value) => value === 'string' || openString(value) === undefined));
  });
});

describe('parse: placeholders', () => {
  for (const placeholder of bare) {
    it(`${placeholder} without quotes is an open value in its place`, () => {
      const end = 6 + placeholder.length;
      assert.deepEqual(outline(parse(`{"a": ${placeholder}, "b": 1}`)), [
        `0-${end + 9} object closed`,
        `  1-${end} "a": ${placeholder} | a 1-4 | comma ${end}`,
        `    6-${end} open ? ${placeholder}`,
        `  ${end + 2}-${end + 8} "b": 1 | b ${end + 2}-${end + 5} | comma –`,
        `    ${end + 7}-${end + 8} number 1`,
      ]);
      assert.deepEqual(parse(`{"a": ${placeholder}, "b": 1}`).errors, []);
    });
  }

  it('in quotes its span covers the quotes', () => {
    assert.deepEqual(outline(parse('{"a":"{{x}}"}')), [
      '0-13 object closed',
      '  1-12 "a":"{{x}}" | a 1-4 | comma –',
      '    5-12 open string {{x}}',
    ]);
  });

  for (const [key, isOpen] of [
    ['{{key}}', true],
    ['x-${key}', true],
    ['<%= key %>', true],
    ['$schema', false],
    ['string', false],
    ['/users/{id}', false],
  ] as const) {
    it(`as a key, "${key}" ${isOpen ? 'may be any one' : 'is what it says'}`, () => {
      const { root, errors } = parse(`{"a": 1, "${key}": 2}`);
      assert.deepEqual(errors, []);
      assert.equal(root?.type === 'object' && root.rest?.text, isOpen ? key : undefined);
      assert.equal(root?.type === 'object' && root.properties.length, 2);
    });
  }

  it('in lists, behind comments, before line ends, and after a byte order mark', () => {
    const text = '\uFEFF{ "a": [ {{x}},\n // c\n <y> ], "b": /* c */ ${z}\n}';
    assert.deepEqual(parse(text).errors, []);
    assert.deepEqual(
      outline(parse(text)).filter((line) => line.includes(' open ')),
      ['      10-15 open ? {{x}}', '      24-27 open ? <y>', '    44-48 open ? ${z}'],
    );
  });

  for (const text of ['{{x}}', '\uFEFF // c\n<body> /* d */\n']) {
    it(`may be all there is: ${JSON.stringify(text)}`, () => {
      const { root, errors } = parse(text);
      assert.deepEqual([root?.type, errors], ['open', []]);
    });
  }

  for (const text of [
    '{{#if x}}\n{"a": 1}\n{{/if}}',
    '{{x}} 1',
    '{{x}',
    '{"a": {{{x}}',
    '{"a": <%= x >}',
    '{"a": {{x}',
    '{"a": {{"b": 1}}}',
    '{"a": {{x}}y}',
    '{"a": 1 {{x}}}',
    '{{{x}}: 1}',
    '{"a" {{x}}}',
    '{"a": "b: <x>\n}',
    '{"a": <3}',
    '{"a": %}',
    '// {{x}}\n{"a": ',
    '{"a": /* : {{x}} */ }',
    '{"a": 1, <x>}',
  ]) {
    it(`is read as ever: ${JSON.stringify(text)}`, () => assert.deepEqual(parse(text), parse(text, 'literal')));
  }

  it('in other files than requests nothing is filled in', () => {
    assert.deepEqual(outline(parse('{"a":"{{x}}"}', 'literal')).at(-1), '    5-12 string "{{x}}"');
    assert.notDeepEqual(parse('{"a": {{x}}}', 'literal').errors, []);
  });

  it('a text without placeholders is read as ever', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        const { placeholders, text: readable } = withoutPlaceholders(text);
        assert.equal(readable.length, text.length);
        fc.pre(placeholders.size === 0 && !hasOpen(parse(text).root));
        assert.deepEqual(parse(text), parse(text, 'literal'));
      }),
    );
  });

  it('a placeholder instead of a value, and nothing else changes', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(...bare), (json, placeholder) => {
        const { errors, root } = parse(`{"before": 1, "here": ${placeholder}, "after": ${json}}`);
        assert.deepEqual(errors, []);
        assert.deepEqual(root?.type === 'object' && root.properties.map(({ value }) => value?.type === 'open'), [
          false,
          true,
          hasWholeOpen(json),
        ]);
      }),
    );
  });

  it('does not hang on long texts', () =>
    staysLinear(() => {
      for (const part of [
        '{{',
        '${',
        '"a": {{',
        ': <',
        ': %x',
        '[{{a}},',
        ':\n',
        '"{{',
        '"${a',
        '*/ ',
        ': <aaaaaaaa ',
        '<%=',
        '{{{',
      ]) {
        const text = part.repeat(100_000);
        assert.equal(parse(text).text, text);
        assert.deepEqual(parse(JSON.stringify(text)).errors, []);
      }
    }));
});

const pieces = fc
  .array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"a"',
      '\\',
      '//',
      '/*',
      '*/',
      '\n',
      ' ',
      '<',
      '>',
      '%',
      '$',
      '{{',
      '}}',
      'x',
      '1',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

function hasOpen(node: JsonNode | undefined): boolean {
  if (node?.type === 'object') return node.properties.some(({ value }) => hasOpen(value));
  return node?.type === 'array' ? node.items.some(hasOpen) : node?.type === 'open';
}

function hasWholeOpen(json: string): boolean {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' && openString(value) !== undefined;
}

describe('quotes around placeholders', () => {
  for (const [text, expected] of [
    [
      '{ "a": {{a}}, "b": ["{{b}}", ${c}], "d": <string> } // {{e}}',
      '{ "a": "{{a}}", "b": ["{{b}}", "${c}"], "d": "<string>" } // {{e}}',
    ],
    ['{ "a": {{x\\y}} }', '{ "a": "{{x\\\\y}}" }'],
    ['{ "a": true }', '{ "a": true }'],
    ['', ''],
  ] as const)
    it(text, () => assert.equal(quotedPlaceholders(text), expected));
});
