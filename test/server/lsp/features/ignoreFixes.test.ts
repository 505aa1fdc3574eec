import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling, pushed, without } from '../../../support/capabilities.ts';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';
import type { TestClient } from '../../../support/testClient.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/payloads/a.zoom-create.json';
const commented = 'file:///ws/payloads/a.zoom-create.jsonc';
const meeting = 'file:///ws/a.zoom-meeting.json';
const locks =
  '"rules": "2020-12-20",\n  "waitingRoom": { "enabled": true, "locked": true },\n  "passcode": { "locked": false },\n  "authentication": { "locked": false }';
const lockText = `{\n  ${locks} // as of today\n}\n`;
const body = '{\n  "password": "q8zXw2Lt",\n  "settings": { "waiting_room": false }\n}\n';
const inProfile = 'Ignore waiting-room-overwritten here, in the lock profile';
const entry =
  '{ "code": "waiting-room-overwritten", "files": "payloads/a.zoom-create.json", "pointer": "/settings/waiting_room", "reason": "intended" }';

async function ignoreTitles(lens: TestClient, uri: string, on: string): Promise<readonly string[]> {
  const actions = await lens.actions(uri, on, ['quickfix']);
  return actions.map(({ title }) => title).filter((title) => title.startsWith('Ignore'));
}

describe('ignore here: a file without comments', () => {
  it('an entry is put into the profile, which is not open, and the finding goes', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(request, body);
    await lens.applyAction(request, 'false', inProfile);
    assert.equal(lens.world.textOf(profile), `{\n  ${locks}, // as of today\n  "ignore": [\n    ${entry}\n  ]\n}\n`);
    assert.deepEqual(await lens.codes(request), []);
    assert.equal(lens.textOf(request), body);
  });

  it('or which is, unsaved changes included, behind the entries that are there', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(profile);
    lens.type(profile, '// as of today', `, "ignore": [{ "code": "x" }] // soon`);
    lens.open(request, body);
    await lens.applyAction(request, 'false', inProfile);
    assert.ok(lens.textOf(profile).includes(`"ignore": [{ "code": "x" }, ${entry}] // soon`), lens.textOf(profile));
    assert.deepEqual(await lens.codes(request), []);
  });

  it('by the name that the editor has it open under', async (test) => {
    const lens = await startPair(test, { roots: ['file:///c%3A/ws'] });
    lens.open('file:///C:/ws/zoom-lock-profile.json', lockText);
    lens.open('file:///c%3A/ws/a.zoom-create.json', body);
    await lens.applyAction('file:///c%3A/ws/a.zoom-create.json', 'false', inProfile);
    assert.ok(lens.textOf('file:///C:/ws/zoom-lock-profile.json').includes('"files": "a.zoom-create.json"'));
    assert.deepEqual(await lens.codes('file:///c%3A/ws/a.zoom-create.json'), []);
  });

  it('two findings, one after the other', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(request, body.replace('q8zXw2Lt', 'far-too-long-for-zoom'));
    await lens.applyAction(request, 'false', inProfile);
    assert.deepEqual(await lens.codes(request), ['passcode-too-long']);
    await lens.applyAction(request, '"far', 'Ignore passcode-too-long here, in the lock profile');
    assert.deepEqual(await lens.codes(request), []);
    assert.ok(!lens.world.textOf(profile)?.includes('far-too-long'));
  });

  it('a name that is a pattern is escaped, and one that is encoded in its URI is written as it reads', async (test) => {
    const odd = 'file:///ws/a%20%5Bb%5D%2A.zoom-create.json';
    const lens = await startPair(test, { files: { [profile]: lockText, 'file:///ws/a%20b.zoom-create.json': body } });
    lens.open(odd, body);
    lens.open('file:///ws/a%20b.zoom-create.json');
    await lens.applyAction(odd, 'false', inProfile);
    const files = JSON.stringify('a \\[b\\]\\*.zoom-create.json');
    assert.ok(lens.world.textOf(profile)?.includes(`"files": ${files}`), lens.world.textOf(profile));
    assert.deepEqual(await lens.codes(odd), []);
    assert.deepEqual(await lens.codes('file:///ws/a%20b.zoom-create.json'), ['waiting-room-overwritten']);
  });

  it('a meeting file has it, too', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(meeting, '{ "password": 1, "settings": {} }');
    await lens.applyAction(meeting, '1', 'Ignore field-type here, in the lock profile');
    assert.deepEqual(await lens.codes(meeting), []);
  });

  it('a client that minds no versions gets a plain edit', async (test) => {
    const capabilities = { ...pulling, workspace: without(pulling.workspace, 'workspaceEdit') };
    const lens = await startPair(test, { files: { [profile]: lockText }, capabilities });
    lens.open(request, body);
    const action = (await lens.actions(request, 'false')).find(({ title }) => title === inProfile);
    assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [profile]);
  });

  for (const [what, uri, files, text] of [
    ['without a profile', request, {}, '{ "password": 1 }'],
    ['with a broken profile', request, { [profile]: '{' }, '{ "password": 1 }'],
    ['with a profile whose "ignore" is no list', request, { [profile]: '{ "ignore": {} }' }, '{ "password": 1 }'],
    ['in a document that was never saved', 'untitled:a.zoom-create.json', { [profile]: lockText }, '{ "password": 1 }'],
    ['in a broken body', request, { [profile]: lockText }, '{ "password": 1 '],
  ] as const) {
    it(`not ${what}`, async (test) => {
      const lens = await startPair(test, { files });
      lens.open(uri, text);
      assert.ok((await lens.codes(uri)).includes('field-type'));
      assert.deepEqual(await ignoreTitles(lens, uri, '1'), []);
    });
  }
});

describe('ignore here: a file with comments', () => {
  it('a comment is put above the line, and the finding goes', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(commented, body);
    await lens.applyAction(commented, 'false', 'Ignore waiting-room-overwritten here');
    const comment = '// zoom-request-lens-ignore waiting-room-overwritten: intended';
    assert.equal(lens.textOf(commented), body.replace('  "settings"', `  ${comment}\n  "settings"`));
    assert.deepEqual(await lens.codes(commented), []);
    assert.equal(lens.world.textOf(profile), lockText);
  });

  it('no profile is needed', async (test) => {
    const lens = await startPair(test);
    lens.open(commented, '{ "password": 1 }');
    await lens.applyAction(commented, '1', 'Ignore field-type here');
    assert.deepEqual(await lens.codes(commented), []);
  });

  it('the profile is such a file', async (test) => {
    const lens = await startPair(test);
    lens.open(profile, '{\n  "rules": "2025-03-24",\n  "waitingRom": {}\n}');
    await lens.applyAction(profile, '"waitingRom"', 'Ignore profile-unknown-key here');
    assert.deepEqual(await lens.codes(profile), ['profile-unknown-setting']);
  });
});

describe('ignore a code in more than one place', () => {
  const other = 'file:///ws/payloads/deep/b.zoom-create.json';
  const outside = 'file:///ws/c.zoom-create.json';
  const three = { [profile]: lockText, [request]: body, [other]: body, [outside]: body };
  const code = 'waiting-room-overwritten';
  const found = async (lens: TestClient) =>
    (
      await Promise.all([request, other, outside].map(async (uri) => ((await lens.codes(uri)).length > 0 ? uri : [])))
    ).flat();

  it('in the folder: files in it and below, and no others', async (test) => {
    const lens = await startPair(test, { files: three });
    for (const uri of [request, other, outside]) lens.open(uri);
    assert.deepEqual(await found(lens), [request, other, outside]);
    await lens.applyAction(request, 'false', `Ignore ${code} in payloads`);
    const added = `{ "code": "${code}", "files": "payloads/**", "reason": "intended" }`;
    assert.equal(lens.world.textOf(profile), `{\n  ${locks}, // as of today\n  "ignore": [\n    ${added}\n  ]\n}\n`);
    assert.deepEqual(await found(lens), [outside]);
  });

  it('in a folder below: its whole path', async (test) => {
    const lens = await startPair(test, { files: three });
    for (const uri of [request, other, outside]) lens.open(uri);
    await lens.applyAction(other, 'false', `Ignore ${code} in payloads/deep`);
    assert.deepEqual(await found(lens), [request, outside]);
  });

  it('everywhere', async (test) => {
    const lens = await startPair(test, { files: three });
    for (const uri of [request, other, outside]) lens.open(uri);
    await lens.applyAction(other, 'false', `Ignore ${code} everywhere`);
    assert.ok(lens.world.textOf(profile)?.includes(`[\n    { "code": "${code}", "reason": "intended" }\n  ]`));
    assert.deepEqual(await found(lens), []);
  });

  it('not in the folder of the profile, where that is the same as everywhere', async (test) => {
    const lens = await startPair(test, { files: three });
    lens.open(outside);
    assert.deepEqual(await ignoreTitles(lens, outside, 'false'), [inProfile, `Ignore ${code} everywhere`]);
  });

  it('in a file with comments, by an entry, if there is a profile', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(commented, body);
    assert.deepEqual(await ignoreTitles(lens, commented, 'false'), [
      `Ignore ${code} here`,
      `Ignore ${code} in payloads`,
      `Ignore ${code} everywhere`,
    ]);
    await lens.applyAction(commented, 'false', `Ignore ${code} in payloads`);
    assert.equal(lens.textOf(commented), body);
    assert.deepEqual(await lens.codes(commented), []);
  });

  it('a folder whose name is a pattern is escaped, and one that is encoded reads as it is', async (test) => {
    const odd = 'file:///ws/a%20%5Bb%5D/c.zoom-create.json';
    const like = 'file:///ws/a%20b/c.zoom-create.json';
    const lens = await startPair(test, { files: { [profile]: lockText, [odd]: body, [like]: body } });
    lens.open(odd);
    lens.open(like);
    await lens.applyAction(odd, 'false', `Ignore ${code} in a [b]`);
    assert.ok(
      lens.world.textOf(profile)?.includes(`"files": ${JSON.stringify('a \\[b\\]/**')}`),
      lens.world.textOf(profile),
    );
    assert.deepEqual(await lens.codes(odd), []);
    assert.deepEqual(await lens.codes(like), [code]);
  });

  it('one request of several: all of the file and of the folder', async (test) => {
    const several = 'file:///ws/payloads/several.json';
    const listed = lockText.replace(
      '{\n',
      '{\n  "requests": [{ "files": "payloads/several.json", "at": "/*", "operation": "create" }],\n',
    );
    const lens = await startPair(test, { files: { [profile]: listed } });
    lens.open(several, `{ "x": ${body}, "y": ${body} }`);
    assert.deepEqual(await lens.codes(several), [code, code]);
    await lens.applyAction(several, 'false', `Ignore ${code} in payloads`);
    assert.deepEqual(await lens.codes(several), []);
  });
});

describe('among the quick fixes', () => {
  it('they come last, here once a finding, elsewhere once a code, and are never preferred', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(request, '{ "id": 1, "id": 2, "id": 3, "settings": { "waiting_room": false } }');
    const actions = await lens.actions(request, lens.textOf(request), ['quickfix']);
    const last = actions.slice(-7);
    const [twice, once] = ['duplicate-key', 'waiting-room-overwritten'];
    assert.deepEqual(
      last.map(({ title, diagnostics }) => [title, diagnostics?.map(({ code }) => code)]),
      [
        [`Ignore ${twice} here, in the lock profile`, [twice]],
        [`Ignore ${twice} here, in the lock profile`, [twice]],
        [`Ignore ${once} here, in the lock profile`, [once]],
        [`Ignore ${twice} in payloads`, [twice, twice]],
        [`Ignore ${twice} everywhere`, [twice, twice]],
        [`Ignore ${once} in payloads`, [once]],
        [`Ignore ${once} everywhere`, [once]],
      ],
    );
    assert.ok(last.every(({ isPreferred, kind }) => isPreferred === false && kind === 'quickfix'));
    assert.ok(actions.slice(0, -7).every(({ title }) => !title.startsWith('Ignore')));
  });

  it('what is ignored has none, and is left as it is by the fix for the whole file', async (test) => {
    const on = profileWith('W locked on · P unlocked · A locked off').replace(
      /\}$/,
      ',"ignore":[{"code":"waiting-room-overwritten"}]}',
    );
    const lens = await startPair(test, { files: { [profile]: on } });
    const text = '{ "settings": { "waiting_room": false, "meeting_authentication": true } }';
    lens.open(request, text);
    assert.deepEqual(await lens.codes(request), ['authentication-overwritten']);
    assert.deepEqual(await lens.actions(request, 'waiting_room": false', ['quickfix']), []);
    await lens.applyAction(request, '{', 'Write what Zoom will store', ['source.zoomRequestLens']);
    assert.equal(lens.textOf(request), text.replace('true', 'false'));
  });
});

describe('what ignores nothing', () => {
  const idle = `{\n  // zoom-request-lens-ignore field-type\n  "password": "q8zXw2Lt"\n}`;

  for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
    it(`is tagged as unnecessary and can be removed (${way})`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: lockText }, capabilities });
      lens.open(commented, idle);
      const found = await lens.diagnostics(commented);
      assert.deepEqual(
        found.map(({ code, severity, tags }) => [code, severity, tags]),
        [
          ['waiting-room-added', 3, undefined],
          ['ignore-unused', 4, [1]],
        ],
      );
      assert.deepEqual(await ignoreTitles(lens, commented, 'zoom-request-lens'), []);
      await lens.applyAction(commented, 'zoom-request-lens', 'Remove this comment');
      assert.equal(lens.textOf(commented), '{\n  "password": "q8zXw2Lt"\n}');
    });
  }

  it('what Zoom has deprecated has a tag of its own', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(request, '{ "settings": { "waiting_room": true, "enforce_login": false } }');
    const found = await lens.diagnostics(request);
    assert.deepEqual(
      found.map(({ code, severity, tags }) => [code, severity, tags]),
      [['enforce-login-deprecated', 4, [2]]],
    );
  });

  it('is not tagged for a client without tags', async (test) => {
    const textDocument = { ...pulling.textDocument, diagnostic: {}, publishDiagnostics: {} };
    const lens = await startPair(test, { files: { [profile]: lockText }, capabilities: { ...pulling, textDocument } });
    lens.open(commented, idle);
    assert.ok((await lens.diagnostics(commented)).every(({ tags }) => tags === undefined));
  });

  it('an entry of the profile whose files are not there', async (test) => {
    const lens = await startPair(test, { files: { [request]: body } });
    const text = `{ ${locks}, "ignore": [{ "code": "field-type", "files": "payload/*.json" }] }`;
    lens.open(profile, text);
    const [found] = await lens.diagnostics(profile);
    assert.deepEqual([found?.code, found?.tags], ['profile-ignore-unused', [1]]);
  });
});

describe('an edit of the list', () => {
  it('silences the open request, and reports again', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open(request, body);
    lens.open(profile);
    assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
    lens.type(profile, '// as of today', `, "ignore": [${entry}]`);
    assert.deepEqual(await lens.codes(request), []);
    lens.type(profile, 'payloads/a', 'payloads/b');
    assert.deepEqual(await lens.codes(request), ['waiting-room-overwritten']);
  });
});
