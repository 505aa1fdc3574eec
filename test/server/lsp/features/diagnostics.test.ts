import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const locked = '{ "waitingRoom": { "enabled": true, "locked": true } }';
const body = JSON.stringify({ topic: 'A\n', settings: { waiting_room: false } });
const item = (name: string) => ({
  name,
  request: { method: 'POST', url: 'https://api.zoom.us/v2/users/me/meetings', body: { mode: 'raw', raw: body } },
});
const collection = { info: { name: 'Zoom' }, item: [item('One'), item('Two'), item('Three')] };
const section = (name: string) => `### ${name}\nPOST https://api.zoom.us/v2/users/me/meetings\n\n${body}\n\n`;

describe('the findings of requests that are only moved are where they are', () => {
  const edits: readonly (readonly [what: string, from: RegExp, to: string])[] = [
    ['in its line', /One/, 'Number one'],
    ['down', /"item"|###/, '\n\n$&'],
    ['down, and in its line', /"name":|###/, '\n   $&'],
    ['behind a request that has changed', /A/, 'Another'],
  ];
  for (const [file, text] of [
    ['a.postman_collection.json', JSON.stringify(collection)],
    ['b.postman_collection.json', JSON.stringify(collection, null, '\t')],
    ['c.http', section('One') + section('Two') + section('Three')],
  ] as const)
    for (const [what, from, to] of edits)
      it(`${file}: ${what}`, async (test) => {
        const uri = `file:///ws/${file}`;
        const lens = await startPair(test, { files: { [profile]: locked } });
        lens.open(uri, text);
        assert.equal((await lens.diagnostics(uri)).length, 3);
        const [before = ''] = from.exec(text) ?? [];
        const changed = before.replace(from, to);
        lens.type(uri, before, changed);
        const after = await lens.diagnostics(uri);
        lens.type(uri, changed, before);
        await lens.diagnostics(uri);
        lens.type(uri, before, changed);
        assert.deepEqual(await lens.diagnostics(uri), after);

        const anew = await startPair(test, { files: { [profile]: locked } });
        anew.open(uri, text.replace(from, to));
        assert.deepEqual(after, await anew.diagnostics(uri));
        assert.equal(after.length, 3);
      });
});
