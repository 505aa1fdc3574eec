import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJavaScript } from '../../../shared/containers/javascript.ts';
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
    "waiting_room": {{flags[ wr ]}}
    // …
  }
}
`,
    );
    assert.deepEqual(parse(text).errors, []);
  });

  it('nothing is nothing', () => assert.equal(asJson(undefined), ''));
});
