import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contained } from '../../../shared/containers/containers.ts';
import { readHttp } from '../../../shared/containers/http.ts';
import { applyEdits } from '../../../shared/json/edit.ts';
import type { JsonDocument } from '../../../shared/json/parse.ts';
import { contained } from '../../support/contained.ts';
import { expectFound } from '../../support/drawnRequests.ts';
import { treeValue } from '../../support/treeValue.ts';

const read = (text: string, previous?: Contained, trees?: Map<string, JsonDocument>) =>
  contained(readHttp, text, 'http', previous, trees);

const expectHttp = (drawn: string) => expectFound(readHttp, 'http', drawn);

/** The value of the only request. */
function valueIn(text: string): unknown {
  const [only, ...others] = read(text).requests;
  assert.deepEqual(others, []);
  return treeValue(only?.document.root);
}

const post = 'POST https://api.zoom.us/v2/users/me/meetings';

describe('requests in an .http file', () => {
  it('between separators, with names', () => {
    expectHttp(`@base = https://api.zoom.us/v2

### Daily standup
${post} HTTP/1.1
Authorization: Bearer {{token}}
Content-Type: application/json

{
^ Daily standup: create
  "topic": "Standup",
  "settings": { "waiting_room": false }
}

###
# @name laterStart
PATCH {{base}}/meetings/85746065
Content-Type: application/json

{ "start_time": "2026-03-02T10:30:00Z" }
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ laterStart: update 85746065

###
PATCH {{base}}/meetings/{{id}}
    ?occurrence_id=1648194360000

{ "agenda": "Moved" }
^^^^^^^^^^^^^^^^^^^^^ update: update occurrence

### Daily standup
POST {{base}}/users/me/meetings

{}
^^ Daily standup (2): create
`);
  });

  it('up to what follows a body', () => {
    for (const after of [
      '> {% client.test("created", () => {}); %}',
      '> ./check.js',
      '>> answer.json',
      '>>! answer.json',
      '<> 2026-03-01.201.json',
      '?? status == 201',
      '{{\n  console.info(response);\n}}',
      '{{@response\n  console.info(response);\n}}',
      'HTTP/1.1 201 Created\n\n{ "id": 85746065 }',
      '# a remark',
      '@next = 5',
    ]) {
      expectHttp(`${post}\n\n{ "topic": "a" }\n^^^^^^^^^^^^^^^^ create: create\n\n${after}\n`);
      expectHttp(`${post}\n\n{ "topic": "a" }\n^^^^^^^^^^^^^^^^ create: create\n${after}`);
    }
  });

  it('behind what precedes them', () => {
    for (const before of [
      '< {%\n  request.variables.set("a", "b");\n%}',
      '< {% console.log("### not a separator") %}',
      '< ./before.js',
      '{{\n  exports.a = 1;\n}}',
      '{{@request\n  request.body = "";\n}}',
      '{{+\n  exports.a = 1;\n}}',
      '/*\nGET https://example.com\n*/',
      '# a remark',
      '// a remark',
      '# @no-log\n# @ref login',
      'import ./auth.http',
      'run #Login',
      '@a = b',
      '\uFEFF',
    ]) {
      const lines = `${before}\n${post}\n\n{ "topic": "a" }\n^^^^^^^^^^^^^^^^ create: create`;
      expectHttp(before === '\uFEFF' ? lines.replace('\n', '') : lines);
    }
  });

  it('whose bodies are in files of their own', () => {
    expectHttp(`${post}
Content-Type: application/json

< ./bodies/create.json
  ^^^^^^^^^^^^^^^^^^^^ ./bodies/create.json: create

###
PATCH https://api.zoom.us/v2/meetings/85746065

<@ ../update one.json
   ^^^^^^^^^^^^^^^^^^ ../update one.json: update 85746065
###
PATCH https://api.zoom.us/v2/meetings/85746065

<@latin1 C:\\bodies\\update.json
         ^^^^^^^^^^^^^^^^^^^^^ C:\\bodies\\update.json: update 85746065
`);
  });

  it('and says why it passes others over', () => {
    expectHttp(`### Elsewhere
GET https://api.zoom.us/v2/meetings/85746065

{ "id": 85746065, "topic": "a" }
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ passed over: endpoint

###
${post}

topic=a
^^^^^^^ passed over: not-json

###
${post}

{{body}}
^^^^^^^^ passed over: too-dynamic

###
${post}

{ "topic": "a" }
^^^^^^^^^^^^^^^^ passed over: too-dynamic
< ./rest.json

###
${post}

{ "id": 85746065, "join_url": "https://zoom.us/j/85746065", "topic": "a" }
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ passed over: response

###
${post}
Content-Type: multipart/form-data; boundary=x

--x
^^^ passed over: not-json
Content-Disposition: form-data; name="a"

b
--x--
`);
  });

  it('by their shape where nothing says where they go, in a file that names Zoom', () => {
    const body = '{ "topic": "a", "type": 2, "settings": { "waiting_room": true } }';
    const carets = '^'.repeat(body.length);
    expectHttp(`# Zoom\nPOST {{url}}\n\n${body}\n${carets} request: unknown\n`);
    expectHttp(`PATCH {{url}}\n\n${body}\n${carets} passed over: unknown-endpoint\n`);
    expectHttp(`# Zoom\nPUT {{url}}\n\n${body}\n${carets} passed over: endpoint\n`);
  });
});

it('a comment says the operation where nothing else does, and is what the fix writes', () => {
  const body = '{ "topic": "a", "type": 2, "settings": { "waiting_room": true } }';
  const text = `### Zoom\r\nPOST {{url}}\r\n\r\n${body}\r\n`;
  const [request] = read(text).requests;
  const edited = applyEdits(text, [request?.settle?.('update') ?? assert.fail('no edit')]);
  assert.equal(edited, `### Zoom\r\n# zoom: update\r\nPOST {{url}}\r\n\r\n${body}\r\n`);
  const [settled] = read(edited).requests;
  assert.deepEqual(settled?.target, { operation: 'update', occurrence: false });
  assert.equal(settled?.settle, undefined);
});

describe('variables that the file defines', () => {
  const body = '{ "topic": "{{topic}}", "duration": {{minutes}}, "settings": { "waiting_room": {{room}} } }';

  it('have their values, wherever they are defined', () => {
    const defined = '@topic = Planning\n@room=false\n';
    const expected = { topic: 'Planning', duration: 45, settings: { waiting_room: false } };
    assert.deepEqual(valueIn(`${defined}${post}\n\n${body}\n\n###\n@minutes = 45`), expected);
  });

  it('also those made of others', () => {
    assert.deepEqual(valueIn(`@a = b\n@topic = {{a}} of {{c}}\n@c = {{a}}\n${post}\n\n{ "topic": "{{topic}}!" }`), {
      topic: 'b of b!',
    });
  });

  it('span what is written, so that a fix replaces it', () => {
    const [request] = read(`@room = true\n${post}\n\n{ "settings": {{room}} }`).requests;
    const root = request?.document.root;
    assert.ok(root?.type === 'object' && root.properties[0]?.value?.type === 'boolean');
    assert.deepEqual(root.properties[0].value.span, { start: 14, end: 22 });
  });

  it('have their new values once these change, although the tree of the body is known', () => {
    const text = `@room = true\n${post}\n\n{ "settings": {{room}} }`;
    const before = read(text);
    const known = new Map(before.requests.map(({ document }) => [document.text, document]));
    const after = read(text.replace('true', 'false'), before, known);
    assert.deepEqual(treeValue(after.requests[0]?.document.root), { settings: false });
    const same = read(`${text.replace('true', 'false')}\n\n###`, after, known);
    assert.equal(same.requests[0]?.document, after.requests[0]?.document);
  });

  for (const [why, definitions] of Object.entries({
    'defined twice': '@topic = a\n@topic = b',
    'not defined': '@other = a',
    empty: '@topic =',
    'in a circle': '@topic = {{other}}\n@other = {{topic}}',
    'of something that is not known': '@topic = a {{other}}',
    'in quotes, which the dialects read differently': '@topic = "a"',
    'with escapes, which they read differently too': '@topic = a\\nb',
    'set by a script': '@topic = a\n< {% request.variables.set("topic", "b") %}',
    'exported by a script': '@topic = a\n{{\n  exports.topic = "b";\n}}',
    'asked for': '@topic = a\n# @prompt topic What is it about?',
    'a placeholder themselves': '@topic = <your topic>',
  })) {
    it(`stay open: ${why}`, () => {
      const [only] = read(`${definitions}\n${post}\n\n{ "topic": "{{topic}}" }`).requests;
      const root = only?.document.root;
      assert.equal(root?.type === 'object' ? root.properties[0]?.value?.type : undefined, 'open');
    });
  }

  it('stay open where they would not be a value', () => {
    const text = `@room = yes please\n@list = [1]\n@quote = a"b\n${post}\n\n{ "a": {{room}}, "b": {{list}}, "c": "{{quote}}" }`;
    const [only] = read(text).requests;
    const root = only?.document.root;
    assert.deepEqual(root?.type === 'object' && root.properties.map(({ value }) => value?.type), [
      'open',
      'open',
      'open',
    ]);
  });
});

describe('a request that is written as a command', () => {
  it('is read as in a script', () => {
    expectHttp(`@room = true

### Standup
curl -X POST https://api.zoom.us/v2/users/me/meetings \\
  -H "Authorization: Bearer {{token}}" \\
  -d '{ "settings": { "waiting_room": {{room}} } }'
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Standup: create

### Later
# @name later
curl --request PATCH "{{base}}/meetings/85746065" --data '{ "topic": "B" }'
                                                          ^^^^^^^^^^^^^^^^ later: update 85746065

### Another API
curl -X POST https://graph.microsoft.com/v1.0/users/me/meetings -d '{ "topic": "C" }'
                                                                   ^^^^^^^^^^^^^^^^^^ passed over: endpoint
`);
  });

  it('with the variables of the file', () => {
    const text = `@room = true\n\n###\ncurl ${post.slice(5)} -d '{ "settings": { "waiting_room": {{room}} } }'\n`;
    assert.deepEqual(valueIn(text), { settings: { waiting_room: true } });
  });
});
