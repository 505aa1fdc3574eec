import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPostman } from '../../../shared/containers/postman.ts';
import { contained } from '../../support/contained.ts';
import { expectFound } from '../../support/drawnRequests.ts';
import { treeValue } from '../../support/treeValue.ts';

const read = (text: string) => contained(readPostman, text, 'json');

const expectPostman = (drawn: string) => expectFound(readPostman, 'json', drawn);
const create = 'https://api.zoom.us/v2/users/me/meetings';

describe('requests in a Postman collection', () => {
  it('as Postman writes them', () => {
    expectPostman(`{
  "info": { "name": "Zoom", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
  "item": [
    {
      "name": "Meetings",
      "item": [
        {
          "name": "Create a meeting",
          "request": {
            "method": "POST",
            "header": [{ "key": "Content-Type", "value": "application/json" }],
            "body": {
              "mode": "raw",
              "raw": "{\\n  \\"topic\\": \\"Standup\\"\\n}",
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Meetings/Create a meeting: create
              "options": { "raw": { "language": "json" } }
            },
            "url": {
              "raw": "{{baseUrl}}/users/:userId/meetings",
              "host": ["{{baseUrl}}"],
              "path": ["users", ":userId", "meetings"],
              "variable": [{ "key": "userId", "value": "me" }]
            }
          },
          "response": [
            { "name": "201", "originalRequest": { "method": "POST", "body": { "mode": "raw", "raw": "{ \\"topic\\": \\"b\\" }" }, "url": "${create}" }, "body": "{ \\"id\\": 1 }" }
          ]
        },
        {
          "name": "Update one occurrence",
          "request": {
            "method": "PATCH",
            "body": { "mode": "raw", "raw": "{ \\"agenda\\": \\"x\\" }" },
                                             ^^^^^^^^^^^^^^^^^^^^^ Meetings/Update one occurrence: update 85746065 occurrence
            "url": {
              "raw": "{{baseUrl}}/meetings/:meetingId?occurrence_id=1648194360000",
              "path": ["meetings", ":meetingId"],
              "query": [{ "key": "occurrence_id", "value": "1648194360000" }],
              "variable": [{ "key": "meetingId", "value": "85746065" }]
            }
          }
        }
      ]
    },
    {
      "name": "List",
      "request": "${create}"
    },
    {
      "name": "Join",
      "request": {
        "method": "POST",
        "body": { "mode": "raw", "raw": "{ \\"email\\": \\"a@example.com\\" }" },
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ passed over: endpoint
        "url": "https://api.zoom.us/v2/meetings/85746065/registrants"
      }
    }
  ],
  "variable": [{ "key": "baseUrl", "value": "https://api.zoom.us/v2" }]
}`);
  });

  it('whose parts are in another order', () => {
    expectPostman(`{ "item": [{ "item": [{
  "request": { "url": { "host": ["api", "zoom", "us"], "path": ["v2", "users", "me", { "value": "meetings" }] },
    "body": { "raw": "{ \\"topic\\": \\"a\\" }",
                      ^^^^^^^^^^^^^^^^^^^^ Folder/Item: create
      "mode": "raw" }, "method": "POST" },
  "name": "Item" }], "name": "Folder" }] }`);
  });

  it('in the form of its first version, and as the interface of Postman answers', () => {
    expectPostman(`{ "id": "1", "name": "Zoom", "order": ["2"], "requests": [
  { "id": "2", "name": "Create", "method": "POST", "url": "${create}", "dataMode": "raw", "data": [],
    "rawModeData": "{ \\"topic\\": \\"a\\" }" }] }
                    ^^^^^^^^^^^^^^^^^^^^ Create: create`);
    expectPostman(`{ "collection": { "info": { "name": "Zoom" }, "item": [{ "name": "Create", "request": {
  "method": "POST", "url": "${create}", "body": { "mode": "raw",
    "raw": "{ \\"topic\\": \\"a\\" }" } } }] } }
            ^^^^^^^^^^^^^^^^^^^^ Create: create`);
  });

  it('whose bodies are in files of their own, or no JSON', () => {
    const item = (body: string) => `{ "request": { "method": "POST", "url": "${create}",\n  "body": ${body} } }`;
    expectPostman(
      `{ "item": [${item('{ "mode": "file", "file": { "src": "./body.json" } }')}] }`.replace(
        '} } } }',
        '} } } }\n                                              ^^^^^^^^^^^ ./body.json: create\n',
      ),
    );
    expectPostman(
      `{ "item": [${item('{ "mode": "graphql", "graphql": {} }')}\n                                          ^^ passed over: not-json\n] }`,
    );
    expectPostman(
      `{ "item": [${item('{ "mode": "raw", "raw": "topic=a" }')}\n                                  ^^^^^^^^^ passed over: not-json\n] }`,
    );
    expectPostman(
      `{ "item": [${item('{ "mode": "raw", "raw": "{{body}}" }')}\n                                  ^^^^^^^^^^ passed over: too-dynamic\n] }`,
    );
    for (const nothing of [
      '{ "mode": "raw", "raw": "" }',
      '{ "mode": "raw" }',
      '{ "mode": "none" }',
      '{ "mode": "raw", "raw": "{}", "disabled": true }',
      '[]',
      '"{}"',
    ])
      expectPostman(`{ "item": [${item(nothing)}] }`);
  });

  it('sent as a form, as in the collection that Zoom published', () => {
    expectPostman(`{ "item": [{ "name": "Update", "request": { "method": "PATCH", "url": "https://api.zoom.us/v2/meetings/85746065",
  "body": { "mode": "formdata", "formdata":
    [{ "key": "topic", "value": "a", "type": "text" }, { "key": "settings", "value": "{\\"waiting_room\\":true}", "type": "text" }] } } },
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Update: update 85746065
  { "name": "Token", "request": { "method": "POST", "url": "https://zoom.us/oauth/token",
    "body": { "mode": "urlencoded", "urlencoded": [{ "key": "grant_type", "value": "account_credentials" }] } } },
  { "name": "Brackets", "request": { "method": "POST", "url": "${create}", "body": { "mode": "urlencoded", "urlencoded":
    [{ "key": "settings[waiting_room]", "value": "true" }]
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ passed over: not-json
  } } }] }`);
  });

  it('in folders that are deeper than any stack', () => {
    const depth = 50_000;
    const item = `{"name":"Create","request":{"method":"POST","url":"${create}","body":{"mode":"raw","raw":"{}"}}}`;
    const text = `${'{"name":"f","item":['.repeat(depth)}${item}${']}'.repeat(depth)}`;
    const [only] = read(text).requests;
    assert.equal(only?.name, `…${'f/'.repeat(50)}Create`.replace(/^….*(?=.{99}$)/, '…'));
  });
});

describe('variables of a collection', () => {
  function valueIn(raw: string, variable: unknown, folder?: unknown, script = ''): unknown {
    const item = { name: 'A', request: { method: 'POST', url: create, body: { mode: 'raw', raw } } };
    const event = [{ listen: 'test', script: { exec: [script] } }];
    const text = JSON.stringify({ item: [{ name: 'F', item: [item], variable: folder }], variable, event });
    const value = treeValue(read(text).requests[0]?.document.root);
    return (value as { readonly a: unknown }).a;
  }
  const room = (value: unknown) => [{ key: 'room', value }];

  it('have their values, also those that are not texts', () => {
    assert.equal(valueIn('{ "a": {{room}} }', room('true')), true);
    assert.equal(valueIn('{ "a": {{room}} }', room(false)), false);
    assert.equal(valueIn('{ "a": "{{room}}" }', room('x')), 'x');
    assert.equal(valueIn('{ "a": "{{ room }}" }', room('x')), 'x');
  });

  it('of a folder count in it', () => {
    assert.equal(valueIn('{ "a": "{{room}}" }', room('outer'), room('inner')), 'inner');
  });

  it('are open where their value is not known', () => {
    const open = (variable: unknown, folder?: unknown, script?: string) =>
      assert.equal(typeof valueIn('{ "a": "{{room}}" }', variable, folder, script), 'symbol');
    open(undefined);
    open([]);
    open('room');
    open(room(''));
    open(room(undefined));
    open(room([['x']]));
    open([{ key: 'room', value: 'x', disabled: true }]);
    open(room('x'), undefined, 'pm.collectionVariables.set("room", true)');
    open(room('x'), undefined, "pm.environment.set('room', true)");
    open(room('x'), room(''));
  });
});
