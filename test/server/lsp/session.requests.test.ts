import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HoverRequest } from 'vscode-languageserver-protocol';
import { pulling, pushed } from '../../support/capabilities.ts';
import { startPair } from '../../support/serverPair.ts';

/** Which files are requests, and what stands beside them. */

const profile = 'file:///ws/zoom-lock-profile.json';
const plain = 'file:///ws/payloads/v1/a.json';
const update = 'file:///ws/a.zoom-update.json';
const meeting = 'file:///ws/a.zoom-meeting.json';
const misplaced = '{ "waiting_room": true }';

function listing(...entries: readonly object[]): string {
  return JSON.stringify({ requests: entries });
}

it('a request that is not open, and in which nothing is found, is hovered like an open one', async (test) => {
  const request = 'file:///ws/a.zoom-create.json';
  const body = '{ "password": "q8zXw2Lt" }';
  const lens = await startPair(test, { files: { [request]: body } });
  const hover = () =>
    lens.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: request },
      position: { line: 0, character: 4 },
    });
  const closed = await hover();
  lens.open(request, body);
  assert.ok(closed);
  assert.deepEqual(closed, await hover());
});

for (const [way, capabilities] of Object.entries({ pulling, pushed })) {
  describe(`${way}: the profile's list of requests`, () => {
    it('makes a plain name a request, and leaves it alone when the entry goes', async (test) => {
      const lens = await startPair(test, { files: { [profile]: '{}' }, capabilities });
      lens.open(plain, misplaced);
      lens.open(profile);
      assert.deepEqual(await lens.codes(plain), []);
      const glob = listing({ files: 'payloads/**/*.json', operation: 'create' });
      lens.change(profile, [{ range: lens.rangeOf(profile, '{}'), newText: glob }]);
      assert.deepEqual(await lens.codes(plain), ['field-misplaced']);
      assert.equal((await lens.status(plain))?.operation, 'create');
      lens.change(profile, [{ range: lens.rangeOf(profile, glob), newText: '{}' }]);
      assert.deepEqual(await lens.codes(plain), []);
      assert.equal(await lens.status(plain), null);
    });

    it('names the meeting of an update, relative to the profile', async (test) => {
      const entry = { files: 'payloads/**', operation: 'update', meeting: 'states/a.json' };
      const state = 'file:///ws/states/a.json';
      const lens = await startPair(test, { files: { [profile]: listing(entry) }, capabilities });
      lens.open(plain, '{ "password": "q8zXw2Lt" }');
      assert.equal((await lens.status(plain))?.meetingProblem, 'not found');
      lens.disk(state, '{ "settings": {} }');
      assert.equal((await lens.status(plain))?.meetingProblem, null);
      lens.disk(state, '[]');
      assert.equal((await lens.status(plain))?.meetingProblem, 'is a list');
    });
  });

  describe(`${way}: the meeting beside an update`, () => {
    /** Update 23 (nothing locked): the attempt to turn all off; whatever the meeting had on stays. */
    const files = {
      [profile]:
        '{ "waitingRoom": {"locked": false}, "passcode": {"locked": false}, "authentication": {"locked": false} }',
    };
    const allOff = `{
  "password": "",
  "settings": { "waiting_room": false, "meeting_authentication": false }
}`;

    it('appears, changes and goes, and the findings follow', async (test) => {
      const lens = await startPair(test, { files, capabilities });
      lens.open(update, allOff);
      const unknown = await lens.diagnostics(update);
      assert.ok(unknown.length > 0);
      assert.ok(
        unknown.every(({ severity }) => severity === 3),
        'what hangs on the meeting is information',
      );
      lens.disk(meeting, '{ "settings": { "waiting_room": true } }');
      const [first, ...rest] = await lens.diagnostics(update);
      assert.deepEqual([first?.code, first?.severity, rest], ['waiting-room-overwritten', 2, []]);
      lens.disk(meeting, '{ "password": "a1B2c3D4", "settings": {} }');
      assert.deepEqual(await lens.codes(update), ['passcode-overwritten']);
      lens.disk(meeting, undefined);
      assert.deepEqual(await lens.diagnostics(update), unknown);
    });

    it('counts as it is in the editor', async (test) => {
      const lens = await startPair(test, { files: { ...files, [meeting]: '{}' }, capabilities });
      lens.open(update, allOff);
      lens.open(meeting, '{ "password": "a1B2c3D4", "settings": {} }');
      assert.deepEqual(await lens.codes(update), ['passcode-overwritten']);
      lens.type(meeting, '"a1B2c3D4"', '1234');
      assert.deepEqual(await lens.codes(meeting), ['field-type']);
      assert.equal((await lens.status(update))?.meetingProblem, 'is a meeting whose password has the wrong type');
    });
  });
}

describe('odd entries in the list of requests', () => {
  for (const files of [
    '',
    ' ',
    '[',
    '!(',
    '**',
    '../../**',
    '/ws/**',
    '('.repeat(2000),
    '{a,b',
    '\\',
    '*'.repeat(300),
  ]) {
    it(`${JSON.stringify(files).slice(0, 40)} breaks nothing`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: listing({ files, operation: 'create' }) } });
      lens.open(plain, misplaced);
      await lens.diagnostics(plain);
      lens.open('file:///ws/a.zoom-create.json', misplaced);
      assert.ok((await lens.codes('file:///ws/a.zoom-create.json')).includes('field-misplaced'));
      assert.deepEqual(lens.logged, []);
    });
  }

  for (const [files, matches] of [
    ['payloads/v1/a.json', true],
    ['./payloads/v1/a.json', true],
    ['payloads/*.json', false],
    ['payloads/*/a.json', true],
    ['**/a.json', true],
    ['*.json', false],
    ['payloads/v{1,2}/*.json', true],
    ['payloads/v1', false],
    ['../ws/payloads/v1/a.json', false],
  ] as const) {
    it(`${files} ${matches ? 'names' : 'does not name'} payloads/v1/a.json`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: listing({ files, operation: 'update' }) } });
      lens.open(plain, misplaced);
      assert.equal((await lens.status(plain))?.operation, matches ? 'update' : undefined);
    });
  }

  it('the first entry that names a file counts; the name of a request outdoes them all', async (test) => {
    const entries = [
      { files: '**', operation: 'update' },
      { files: '**', operation: 'create' },
    ];
    const lens = await startPair(test, { files: { [profile]: listing(...entries) } });
    lens.open(plain, '{}');
    lens.open('file:///ws/x.zoom-create.json', '{}');
    assert.equal((await lens.status(plain))?.operation, 'update');
    assert.equal((await lens.status('file:///ws/x.zoom-create.json'))?.operation, 'create');
  });

  it('profiles and meeting files are never requests', async (test) => {
    const lens = await startPair(test, { files: { [profile]: listing({ files: '**', operation: 'create' }) } });
    lens.open(profile);
    lens.open(meeting, '{ "settings": {} }');
    assert.deepEqual([await lens.status(profile), await lens.status(meeting)], [null, null]);
    assert.deepEqual(
      [await lens.codes(profile), await lens.codes(meeting)],
      [['profile-unknown-setting', 'profile-rules-missing'], []],
    );
  });
});
