import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { masked, maskedPieces } from '../../../../server/cli/output/masked.ts';
import { secretBodies, secretsIn } from '../../../support/secrets.ts';

describe('a printed line', () => {
  for (const [line, expected] of [
    ['{ "password": "abc123" }', '{ "password": "•••" }'],
    [
      '{ "topic": "Stand-up", "settings": { "waiting_room": false } }',
      '{ "topic": "Stand-up", "settings": { "waiting_room": false } }',
    ],
    // A passcode may be a word that is harmless elsewhere, or a short number.
    ['{ "password": "meeting" }', '{ "password": "•••" }'],
    ['{ "password": 123 }', '{ "password": ••• }'],
    ['{ "password": "true love" }', '{ "password": "•••" }'],
    ['{ "default_password": true, "password": null }', '{ "default_password": true, "password": null }'],
    ['{ "password": "{{PASSCODE}}" }', '{ "password": "{{PASSCODE}}" }'],
    ['{ "topic": "the passcode is 4711" }', '{ "topic": "•••" }'],
    ['{ "waiting_rom": true }', '{ "waiting_rom": true }'],
    ['{ "waiting_room": "true" }', '{ "waiting_room": "true" }'],
    ['// topic abc123', '// topic •••'],
    ["{ 'password': 'it\\'s' }", "{ 'password': '•••' }"],
    ['{ "password": "a\\"b", "type": 2 }', '{ "password": "•••", "type": 2 }'],
    ['{ "password": "half', '{ "password": "•••"'],
    ['"passcode": { "enabled": true, "locked": true },', '"passcode": { "enabled": true, "locked": true },'],
    ['password=abc123', 'password=•••'],
    ['{ "agenda": "PW: 4711" }', '{ "agenda": "•••" }'],
    // A body in a string is shown as it would be in a line of its own.
    [`curl -d '{"password":"abc","type":2}'`, `curl -d '{"password":"•••","type":2}'`],
    [
      'curl -d "{ \\"topic\\": \\"x\\", \\"password\\": \\"abc\\" }"',
      'curl -d "{ \\"topic\\": \\"x\\", \\"password\\": \\"•••\\" }"',
    ],
    ['"raw": "{\\r\\n\\t\\"password\\": \\"a\\\\\\"bc\\"\\n}"', '"raw": "{\\r\\n\\t\\"password\\": \\"•••\\"\\n}"'],
    ["body = '{ 4711 }'", "body = '{ ••• }'"],
    ['password = "{ \\"topic\\": \\"abc\\" }"', 'password = "•••"'],
    ["x = \"[{ 'password': 'abc' }]", "••• = \"[{ 'password': '•••' }]"],
    ['', ''],
  ] as const) {
    it(line, () => assert.equal(masked(line), expected));
  }

  it('has no passcode, wherever a hand put one', () => {
    for (const [where, body] of Object.entries(secretBodies))
      for (const line of body.split('\n')) assert.deepEqual(secretsIn(masked(line)), [], where);
  });

  it('nor in a string of another language', () => {
    for (const [where, body] of Object.entries(secretBodies)) {
      const strings = [JSON.stringify(body), `'${body}'`, `"${body.replaceAll('"', '\\"')}"`, `\`${body}\``];
      for (const text of strings)
        for (const line of [text, `"raw": ${text}`, `curl -d ${text} --fail`, text.slice(1), JSON.stringify(text)])
          assert.deepEqual(secretsIn(masked(line)), [], `${where}: ${line}`);
    }
  });

  it('nor from any cut on', () => {
    for (const [where, body] of Object.entries(secretBodies))
      for (let at = 0; at < body.length; at++) {
        if (secretsIn(body.slice(0, at)).length > 0) break;
        assert.deepEqual(secretsIn(masked(body.slice(at))), [], `${where}, from ${at}`);
      }
  });

  it('is the line in pieces without gaps', () => {
    const body = '{ "password": "abc", // why\t"topic": ü }';
    for (const line of [body, `curl '${body}`, `curl '${body}'`, JSON.stringify({ raw: body }), '"{', "'["]) {
      const pieces = maskedPieces(line);
      assert.equal(pieces.map(({ start, end }) => line.slice(start, end)).join(''), line);
      for (const [at, { start }] of pieces.entries()) assert.equal(start, pieces[at - 1]?.end ?? 0);
    }
  });
});
