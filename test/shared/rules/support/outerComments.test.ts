import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodiesAt } from '../../../../shared/containers/jsonBodies.ts';
import { parse } from '../../../../shared/json/parse.ts';
import { outerComments } from '../../../../shared/rules/support/outerComments.ts';
import { staysLinear } from '../../../support/cost.ts';

const target = { operation: 'create', occurrence: false } as const;
const word = 'zoom-request-lens-ignore';

/** By body, the codes of the comments around it and the lines of the body's text that they are for. */
function around(text: string): readonly (readonly string[])[] {
  const document = parse(text);
  const bodies = bodiesAt(document, [{ at: '/*', target }]);
  const outerOf = outerComments(document, bodies);
  return bodies.map((body) =>
    outerOf(body).map(({ code, line }) => `${code}: ${body.document.text.slice(line?.start, line?.end).trim()}`),
  );
}

describe('comments around a body', () => {
  it('above the line that it begins in, and behind the line that it ends in', () => {
    const text = `{
  // ${word} one
  // ${word} two
  "a": {
    "topic": "x"
  }, // ${word} three
  "b": { "topic": "y" } // ${word} four
}`;
    assert.deepEqual(around(text), [['one: {', 'two: {', 'three: }'], ['four: { "topic": "y" }']]);
  });

  it('are for all bodies in the line', () => {
    assert.deepEqual(around(`[{}, {}, // ${word} one\n{}]`), [['one: {}'], ['one: {}'], []]);
  });

  it('that are in one, or for other lines, are not among them', () => {
    const text = `// ${word} one\n{\n"a": { // ${word} two\n"topic": "x" }\n// ${word} three\n}\n// ${word} four`;
    assert.deepEqual(around(text), [[]]);
  });

  it('without a code are for nothing, and each code is there once a line', () => {
    assert.deepEqual(around(`[\n// ${word}\n// ${word} one\n// ${word} one\n{}]`), [['one: {}']]);
  });

  it('take linear time', () =>
    staysLinear(() => {
      const bodies = '{}, '.repeat(20_000);
      const comments = Array.from({ length: 20_000 }, (_, at) => `/* ${word} code${at} */ `).join('');
      assert.equal(around(`[ ${comments}${bodies} ]`)[0]?.length, 100);
    }));
});
