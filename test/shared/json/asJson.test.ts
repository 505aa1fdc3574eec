import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJavaScript } from '../../../shared/containers/javascript.ts';
import { readPython } from '../../../shared/containers/python.ts';
import { asJson } from '../../../shared/json/asJson.ts';
import { parse } from '../../../shared/json/parse.ts';
import { contained } from '../../support/contained.ts';

/** The body of the one request in the code. */
function bodyIn(literal: string): string {
  const code = `zoom.post('/users/me/meetings', ${literal});`;
  const [request] = contained(readJavaScript, code, 'js').requests;
  return asJson(request?.document.root);
}

describe('a body in code as JSON', () => {
  it('has its keys and values in their order', () => {
    assert.equal(
      bodyIn(`{ topic: 'A "B"', type: 2, settings: { 'waiting_room': false, x: null }, list: ['a', 1] }`),
      `{
  "topic": "A \\"B\\"",
  "type": 2,
  "settings": {
    "waiting_room": false,
    "x": null
  },
  "list": [
    "a",
    1
  ]
}
`,
    );
  });

  it('what is not known is a placeholder, and JSON takes it for one', () => {
    const text = bodyIn('{ password: process.env.PASSCODE, settings: { ...others, waiting_room: flags["wr"] } }');
    assert.equal(
      text,
      `{
  "password": {{process.env.PASSCODE}},
  "settings": {
    "waiting_room": {{flags['wr']}}
    // …
  }
}
`,
    );
    assert.deepEqual(parse(text).errors, []);
  });

  it('a value that is sent in one of several cases is not named as if it were sent in all', () => {
    const text = bodyIn("{ password: given ? 'look4ward' : undefined, settings: { waiting_room: early && true } }");
    assert.doesNotMatch(text, /\{\{(?:true|'look4ward')\}\}/);
    const python =
      'body = {}\nif early:\n    body["type"] = 2\nrequests.post("https://api.zoom.us/v2/users/me/meetings", json=body)\n';
    const [request] = contained(readPython, python, 'py').requests;
    assert.equal(asJson(request?.document.root), '{\n  "type": {{value}}\n}\n');
  });

  it('nothing is nothing', () => assert.equal(asJson(undefined), ''));
});
