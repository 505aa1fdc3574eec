import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodeActionTriggerKind } from 'vscode-languageserver-protocol';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/deep/a.zoom-create.json';
const on = profileWith('W locked on · P unlocked · A unlocked');
const fixAll = 'source.fixAll.zoomRequestLens';
const writeStored = 'source.zoomRequestLens.writeStored';

describe('write what Zoom will store', () => {
  it('writes what is certain, leaves the rest, and changes nothing that is stored', async (test) => {
    const files = { [profile]: profileWith('W locked on · P locked on · A locked off') };
    const lens = await startPair(test, { files });
    lens.open(
      request,
      '{\n\t"settings": {\n\t\t"meeting_authentication": true, // please\n\t\t"waiting_room": false\n\t}\n}',
    );
    const before = await lens.codes(request);
    const [action] = await lens.actions(request, '{', [writeStored]);
    assert.ok(action?.edit);
    lens.apply(action.edit);
    assert.equal(
      lens.textOf(request),
      '{\n\t"settings": {\n\t\t"meeting_authentication": false, // please\n\t\t"waiting_room": true\n\t}\n}',
    );
    assert.deepEqual([...before].sort(), [
      'authentication-overwritten',
      'passcode-generated',
      'waiting-room-overwritten',
    ]);
    assert.deepEqual(await lens.codes(request), ['passcode-generated']);
    assert.deepEqual(await lens.actions(request, '{', [writeStored]), []);
  });

  it('writes once into what two requests of a file have in common', async (test) => {
    const lens = await startPair(test, { files: { [profile]: on } });
    const file = 'file:///ws/book.ts';
    const code = (room: string) => `const settings = { waiting_room: ${room} };
export const create = (topic: string) => zoom.post('/users/me/meetings', { topic, password, settings });
export const change = (id: string) => zoom.patch('/meetings/' + id, { settings });
`;
    lens.open(file, code('false'));
    const [action] = await lens.actions(file, 'false', [writeStored]);
    assert.ok(action?.edit);
    lens.apply(action.edit);
    assert.equal(lens.textOf(file), code('true'));
  });

  it('is not offered where all hangs on unknown locks', async (test) => {
    const lens = await startPair(test);
    lens.open(request, '{ "settings": { "waiting_room": false } }');
    assert.deepEqual(await lens.actions(request, '{', [writeStored]), []);
  });

  const { Invoked, Automatic } = CodeActionTriggerKind;
  for (const [only, why, offered] of [
    [[writeStored], Automatic, true],
    [['source.zoomRequestLens'], Automatic, true],
    [['source.zoomRequestLens'], undefined, true],
    [['source'], Invoked, true],
    [['source'], Automatic, false],
    [['source'], undefined, false],
    [['source.fixAll'], Invoked, false],
    [[fixAll], Invoked, false],
    [[''], Invoked, false],
    [undefined, Invoked, false],
  ] as const) {
    const asked = why && { [Invoked]: ', invoked', [Automatic]: ', automatic' }[why];
    it(`${JSON.stringify(only) ?? 'everything'}${asked ?? ''}: ${offered ? 'offered' : 'not offered'}`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: on } });
      lens.open(request, '{ "settings": { "waiting_room": false } }');
      const kinds = (await lens.actions(request, '{', only, why)).map(({ kind }) => kind);
      assert.equal(kinds.includes(writeStored), offered);
    });
  }
});

describe('fix all', () => {
  const update = 'file:///ws/deep/a.zoom-update.json';
  // biome-ignore format: a table is read by its columns
  const table: readonly (readonly [what: string, uri: string, before: string, after: string])[] = [
    ['a fixed type', request, '{ "settings": { "waiting_room": "false" } }', '{ "settings": { "waiting_room": false } }'],
    ['a number as passcode', request, '{ "password": 482913 }', '{ "password": "482913" }'],
    ['a moved field', request, '{ "waiting_room": true, "settings": { "host_video": true } }',
                               '{ "settings": { "host_video": true, "waiting_room": true } }'],
    ['passcode in a create', request, '{ "passcode": "4sPgWr-2" }', '{ "password": "4sPgWr-2" }'],
    ['several at once', request, '{ "passcode": "4sPgWr-2", "settings": { "topic": "x", "waiting_room": "true" } }',
                                 '{ "password": "4sPgWr-2", "topic": "x", "settings": { "waiting_room": true } }'],
    ['in an update, what does not secure', update, '{ "settings": { "topic": "x", "join_before_host": "true" } }',
                                                   '{ "topic": "x", "settings": { "join_before_host": true } }'],
  ];
  for (const [what, uri, before, after] of table)
    it(`makes ${what}`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: on } });
      lens.open(uri, before);
      await lens.applyAction(uri, '{', 'Fix misplaced, misnamed and mistyped fields', ['source.fixAll']);
      assert.equal(lens.textOf(uri), after);
      assert.deepEqual(await lens.actions(uri, '{', ['source.fixAll']), [], 'once is enough');
    });

  // biome-ignore format: a table is read by its columns
  const left: readonly (readonly [what: string, uri: string, text: string])[] = [
    ['what Zoom overwrites', request, '{ "settings": { "waiting_room": false } }'],
    ['what Zoom drops or adds', request, '{ "settings": { "meeting_authentication": true } }'],
    ['a passcode that Zoom refuses', request, '{ "password": "way-too-long-for-zoom" }'],
    ['a near miss', request, '{ "settings": { "wating_room": true } }'],
    ['a key that is there twice', request, '{ "topic": "x", "topic": "y" }'],
    ['a type that can be read in two ways', request, '{ "settings": { "waiting_room": "yes" } }'],
    ['a field whose place is taken', request, '{ "waiting_room": true, "settings": { "waiting_room": true } }'],
    ['a field whose place has null', request, '{ "waiting_room": true, "settings": { "waiting_room": null } }'],
    ['two for one place', request, '{ "passcode": "4sPgWr-2", "settings": { "password": "tR5-kdw9" } }'],
    ['one that is written twice', request, '{ "waiting_room": false, "waiting_room": true, "settings": {} }'],
    ['a broken text', request, '{ "waiting_room": true, "settings": {'],
    ['what is ignored', request, '{ "waiting_room": true, "settings": {} } // zoom-request-lens-ignore field-misplaced'],
    ['in an update, a security field by its type', update, '{ "settings": { "waiting_room": "false" } }'],
    ['in an update, a security field by its place', update, '{ "waiting_room": false, "settings": {} }'],
    ['in an update, settings at the wrong place', update, '{ "recurrence": { "settings": { "waiting_room": false } } }'],
    ['in an update, bare settings', update, '{ "waiting_room": false, "host_video": true }'],
    ['in an update, passcode', update, '{ "passcode": "4sPgWr-2" }'],
  ];
  for (const [what, uri, text] of left)
    it(`leaves ${what}`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: on } });
      lens.open(uri, text);
      assert.deepEqual(await lens.actions(uri, '{', ['source.fixAll']), []);
    });
});
