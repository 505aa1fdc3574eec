import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript-5';
import { readJavaScript } from '../../../shared/containers/javascript.ts';
import type { Span } from '../../../shared/finding.ts';
import { bodyOffset, fileSpan } from '../../../shared/json/textMap.ts';
import { type CorpusFile, corpus, inLines, readAll } from '../../support/codeCorpus.ts';
import { expectSoundWhenMangled, expectWritable, objectsIn } from '../../support/codeLaws.ts';
import { triesAll } from '../../support/rotation.ts';

const files = corpus('javascript.txt');
const endingOf = ({ name }: CorpusFile) => name.slice(name.lastIndexOf('.') + 1);
const read = (text: string, ending: string) => readAll(readJavaScript, text, ending);

describe('the requests in files in the shapes of real projects', () => {
  for (const file of files)
    it(file.name, () => assert.deepEqual(inLines(read(file.text, endingOf(file))), file.expected));

  it('a third of them has none', () => {
    const without = files.filter(({ expected }) => expected.length === 0);
    assert.ok(files.length >= 80 && without.length * 3.5 >= files.length, `${without.length} of ${files.length}`);
  });
});

/** Where TypeScript sees keys, by where they begin: the ends of the key and of its value. */
function keysOf({ name, text }: CorpusFile): ReadonlyMap<number, { readonly end: number; readonly value: Span }> {
  const found = new Map<number, { readonly end: number; readonly value: Span }>();
  const kind = /x$/.test(name) ? ts.ScriptKind.TSX : /ts$/.test(name) ? ts.ScriptKind.TS : ts.ScriptKind.JSX;
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind);
  const bare = (node: ts.Expression): ts.Expression =>
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isTypeAssertionExpression(node)
      ? bare(node.expression)
      : node;
  const spanOf = (node: ts.Node): Span => ({ start: node.getStart(source), end: node.getEnd() });
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node))
      found.set(node.name.getStart(source), { end: node.name.getEnd(), value: spanOf(bare(node.initializer)) });
    if (ts.isShorthandPropertyAssignment(node))
      found.set(node.name.getStart(source), { end: node.name.getEnd(), value: spanOf(node.name) });
    if (ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left))
      found.set(node.left.name.getStart(source), { end: node.left.name.getEnd(), value: spanOf(bare(node.right)) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('positions', () => {
  for (const file of files.filter(({ expected }) => expected.length > 0)) {
    it(`${file.name}: keys and values are where TypeScript sees them`, () => {
      const keys = keysOf(file);
      for (const { document, map } of read(file.text, endingOf(file)).requests.filter((each) => each.map.isScattered)) {
        for (const { properties } of objectsIn(document.root)) {
          for (const { key, keySpan, value } of properties) {
            const known = keys.get(keySpan.start);
            assert.ok(known, `${key} at ${keySpan.start}`);
            assert.equal(keySpan.end, known.end, key);
            if (value && 'value' in value) assert.deepEqual(value.span, known.value, key);
            assert.deepEqual(fileSpan(map, keySpan), keySpan, `${key}: what is written stays where it is`);
            assert.equal(bodyOffset(map, keySpan.start), keySpan.start);
          }
        }
      }
    });
  }

  it('between the statements of a body nothing is its own', () => {
    const text = `const body = {};\nbody.topic = 'a';\nother();\nbody.settings = { waiting_room: false };\nzoom.post('/users/me/meetings', body);\n`;
    const [request] = read(text, 'js').requests;
    assert.ok(request);
    assert.equal(bodyOffset(request.map, text.indexOf('other') + 2), undefined);
    assert.equal(bodyOffset(request.map, text.indexOf('topic')), text.indexOf('topic'));
  });
});

describe('what is written into JavaScript is read from it', () => {
  for (const file of files.filter(({ expected }) => expected.length > 0))
    it(file.name, () => expectWritable(readJavaScript, file));
});

describe('half-typed and mangled JavaScript', () => {
  const noise = [
    '}',
    '{',
    ')',
    '(',
    '`',
    "'",
    '/*',
    '*/',
    ',',
    ';',
    '...',
    '=>',
    '\\',
    '${',
    '<',
    '\r\n',
    '\u2028',
    '\ud800',
    ' await ',
  ];
  for (const file of files) it(file.name, () => expectSoundWhenMangled(readJavaScript, file, noise));

  it('nested, repeated and endless', () => {
    const signs = [
      '(',
      '[',
      '{',
      '`${',
      '<a>',
      'a(',
      'x=>',
      'if(a)',
      'a?(b):',
      '!',
      'a+',
      'a.',
      'f(x).',
      '({a:',
      '({...',
      'class A{',
      'async(',
      'a||',
      'a=',
      'for(;;)',
    ];
    const endings = ['js', 'ts', 'tsx'];
    for (const [turn, sign] of signs.entries()) {
      for (const [at, ending] of endings.entries()) {
        const deep = triesAll || at === turn % endings.length;
        read(`// zoom\n${sign.repeat(deep ? 2000 : 300)}`, ending);
      }
    }
  });
});

describe('time', () => {
  const inSteps = (text: string) => {
    const reading = readJavaScript({ text, ending: 'ts', parse: () => assert.fail('there is no JSON') });
    let steps = 0;
    while (!reading.next().done) steps++;
    return steps;
  };

  it('a large file is read in many small steps', () => {
    assert.ok(inSteps('export const a = zoom(1);\n'.repeat(2000)) > 50);
  });

  it('a file above 1 MB is not read', () => {
    assert.equal(inSteps(`zoom(1);${' '.repeat(2 ** 20)}`), 0);
  });

  it('nor methods of one name that call each other, and the body that goes through them is found', () => {
    const passing = Array.from(
      { length: 40 },
      (_, at) => `class Api${at} { send(body) { return this.inner.send(body); } }`,
    );
    const sending = `class Api { send(body) { return fetch('/users/me/meetings', { method: 'POST', body }); } }`;
    const text = [...passing, sending, "api.send({ topic: 'a', type: 2 });"].join('\n');
    assert.deepEqual(inLines(read(text, 'js')), ['create send {topic: "a", type: 2}']);
  });

  it('nor values that are made of many of which each is made of many', () => {
    const merged = Array.from({ length: 20 }, (_, at) => {
      return `const a${at + 1} = Object.assign({}, ${Array(20).fill(`a${at}`).join(', ')});`;
    });
    const call = "fetch('/users/me/meetings', { method: 'POST', body: JSON.stringify(a20) });";
    read(["const a0 = { topic: 'a' };", ...merged, call].join('\n'), 'js');
  });
});
