import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from '../../support/cliRun.ts';
import { profileWith } from '../../support/profiles.ts';

const profile = profileWith('W unlocked · P locked off · A locked off');
const response = '{ "id": 1, "settings": { "waiting_room": true, "meeting_authentication": false } }';

/** The request that the response in `name` is held against; undefined where there is none. */
async function requestOf(name: string, requests: readonly string[]): Promise<string | undefined> {
  const files = Object.fromEntries(requests.map((each) => [each, '{ "settings": { "waiting_room": true } }']));
  const listing = profile.replace('{', '{ "requests": [{ "files": "listed*.json", "operation": "create" }],');
  const { out } = await run(`verify ${name} --format json`, {
    ...files,
    'zoom-lock-profile.json': listing,
    [name]: response,
  });
  return JSON.parse(out).responses[0]?.file;
}

for (const [name, requests, request] of [
  ['a.zoom-response.json', ['a.zoom-create.json'], 'a.zoom-create.json'],
  ['a.zoom-response.json', ['a.zoom-create.jsonc', 'b.zoom-create.json'], 'a.zoom-create.jsonc'],
  ['a.zoom-response.json', ['a.zoom-update.json'], 'a.zoom-update.json'],
  ['a.zoom-response.jsonc', ['a.zoom-create.json'], 'a.zoom-create.json'],
  ['a.2.zoom-response.json', ['a.zoom-create.json'], 'a.zoom-create.json'],
  ['a.2.zoom-response.json', ['a.zoom-create.json', 'a.2.zoom-create.json'], 'a.2.zoom-create.json'],
  ['listed.zoom-response.json', ['listed.json'], 'listed.json'],
  ['listed.3.zoom-response.json', ['listed.json'], 'listed.json'],
  ['a.zoom-response.json', ['a.json'], undefined],
  ['a.zoom-response.json', ['A.zoom-create.json', 'sub/a.zoom-create.json'], undefined],
] as const)
  it(`${name} beside ${requests.join(', ')}: ${request}`, async () => {
    assert.equal(await requestOf(name, requests), request);
  });

it('of a create and an update of one name, it is for the one that it fits', async () => {
  const files = (create: boolean, update: boolean) => ({
    'zoom-lock-profile.json': profileWith('W unlocked · P unlocked · A locked off'),
    'a.zoom-create.json': JSON.stringify({ password: 'x', settings: { waiting_room: create } }),
    'a.zoom-update.json': JSON.stringify({ password: 'x', settings: { waiting_room: update } }),
    'a.zoom-response.json': response.replace('{', '{ "password": "x",'),
  });
  for (const [create, update, request] of [
    [true, false, 'a.zoom-create.json'],
    [false, true, 'a.zoom-update.json'],
    [true, true, 'a.zoom-create.json'],
  ] as const) {
    const { code, out } = await run('verify . --format json', files(create, update));
    assert.deepEqual([code, JSON.parse(out).responses[0].file], [0, request]);
  }
  assert.equal((await run('verify .', files(false, false))).code, 1);
});

describe('a request in a file that contains several', () => {
  const files = {
    'zoom-lock-profile.json': profile.replace(
      '{',
      '{ "requests": [{ "files": "app*.json", "operation": "create", "at": "/templates/*" }],',
    ),
    'app.v2.json': '{ "templates": { "standup": { "settings": { "waiting_room": true } }, "Re tro": {} } }',
  };
  const answeredBy = async (name: string, path = name) => {
    const { out } = await run(`verify ${path} --format json`, { ...files, [name]: response });
    const [first] = JSON.parse(out).responses;
    return first && [first.file, first.request, first.agrees];
  };

  it('is named behind the file', async () => {
    const standup = ['app.v2.json', '/templates/standup', true];
    assert.deepEqual(await answeredBy('app.v2.templates-standup.zoom-response.json'), standup);
    assert.deepEqual(await answeredBy('app.v2.templates-standup.2.zoom-response.json'), standup);
    assert.deepEqual(await answeredBy('app.v2.templates-standup.zoom-response.json', 'app.v2.json'), standup);
    assert.deepEqual(await answeredBy('app.v2.templates-re-tro.zoom-response.json'), [
      'app.v2.json',
      '/templates/Re tro',
      true,
    ]);
    assert.equal(await answeredBy('app.v2.nothing.zoom-response.json'), undefined);
    assert.equal(await answeredBy('app.templates-standup.zoom-response.json'), undefined);
  });
});
