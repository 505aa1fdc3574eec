import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endpointFor, readBody } from '../../../shared/containers/bodyText.ts';
import { parse } from '../../../shared/json/parse.ts';

const create = { operation: 'create', occurrence: false } as const;
const around = { parse, namesZoom: true, earlier: new Map() };

describe('a body', () => {
  it('is a request where it goes to one of the endpoints', () => {
    for (const body of [
      '{}',
      ' \n// a remark\n{ "topic": "a" }',
      '\uFEFF{}',
      '{ "topic": }',
      '/* a */ { "topic": {{x}} }',
    ]) {
      const read = readBody(body, create, new Map(), around);
      assert.deepEqual(typeof read === 'object' && read.target, create);
    }
  });

  it('is none where there is nothing, or no object', () => {
    for (const [body, expected] of [
      ['', undefined],
      [' \n', undefined],
      ['// a remark', undefined],
      ['[]', 'not-json'],
      ['"a"', 'not-json'],
      ['<a/>', 'not-json'],
      [' {{body}} ', 'too-dynamic'],
      ['{{{body}}}', 'too-dynamic'],
      ['<%= body %>', 'too-dynamic'],
      ['{{body}} {}', 'not-json'],
      ['{ "id": 1, "join_url": "x" }', 'response'],
      ['{ "code": 300, "message": "x" }', 'response'],
    ] as const)
      assert.equal(readBody(body, create, new Map(), around), expected);
  });

  it('keeps its tree where text and variables are the same', () => {
    const read = (value: string, earlier = new Map()) => {
      const found = readBody('{ "topic": "{{a}}" }', create, new Map([['a', value]]), { ...around, earlier });
      assert.ok(typeof found === 'object');
      return found;
    };
    const first = read('x');
    const earlier = new Map([[first.read.text, first]]);
    assert.equal(read('x', earlier).document, first.document);
    assert.notEqual(read('y', earlier).document, first.document);
  });
});

it('a URL that is not known leads nowhere, and with another method not to us', () => {
  assert.equal(endpointFor('POST', '{{url}}', true), undefined);
  assert.equal(endpointFor('patch', '', true), undefined);
  for (const method of ['GET', 'PUT', 'DELETE']) assert.equal(endpointFor(method, '{{url}}', true), 'other');
});
