import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { type MeetingFileAnswer, meetingFileRequest } from '../../../../shared/protocol.ts';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const update = 'file:///ws/deep/a.zoom-update.json';
const answer = JSON.stringify({
  id: 84210003344,
  start_url: 'https://zoom.example.com/s/84210003344?zak=token',
  password: 'S3cretPw',
  settings: { waiting_room: true, meeting_authentication: false },
});
const file = `{
  "password": "<set, not kept>",
  "settings": {
    "waiting_room": true,
    "meeting_authentication": false
  }
}
`;

interface Scene {
  readonly uri?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly response?: string;
  readonly inWorker?: boolean;
}

async function asked(test: Parameters<typeof startPair>[0], scene: Scene): Promise<MeetingFileAnswer | null> {
  const { uri = update, files = {}, response = answer, inWorker = false } = scene;
  const lens = await startPair(test, { files, inWorker });
  lens.open(uri, '{}');
  return lens.connection.sendRequest(meetingFileRequest, { textDocument: { uri }, response });
}

const listing = (meeting?: string) =>
  JSON.stringify({ requests: [{ files: 'payloads/*.json', operation: 'update', ...(meeting ? { meeting } : {}) }] });

describe('an editor asks for the meeting file of an update', () => {
  for (const inWorker of [false, true])
    it(`and gets its place and its text${inWorker ? ', in a browser too' : ''}`, async (test) => {
      const made = await asked(test, { inWorker });
      assert.deepEqual(made, { state: 'meeting', uri: 'file:///ws/deep/a.zoom-meeting.json', text: file });
    });

  for (const [what, scene, place] of [
    [
      'where one is already',
      { files: { 'file:///ws/deep/a.zoom-meeting.jsonc': '{' } },
      'file:///ws/deep/a.zoom-meeting.jsonc',
    ],
    [
      'where the profile names it',
      { uri: 'file:///ws/payloads/move.json', files: { [profile]: listing('state/before.json') } },
      'file:///ws/state/before.json',
    ],
    [
      'beside a listed update of which the profile names none',
      { uri: 'file:///ws/payloads/move.json', files: { [profile]: listing() } },
      'file:///ws/payloads/move.zoom-meeting.json',
    ],
  ] as const) {
    it(what, async (test) => {
      assert.deepEqual(await asked(test, scene), { state: 'meeting', uri: place, text: file });
    });
  }

  it('and gets what is wrong with the answer', async (test) => {
    assert.deepEqual(await asked(test, { response: '{' }), { state: 'problem', problem: 'This is not valid JSON.' });
  });

  it('and gets none for what is no update, or has no place', async (test) => {
    for (const uri of [
      'file:///ws/a.zoom-create.json',
      'file:///ws/package.json',
      profile,
      'untitled:a.zoom-update.json',
    ])
      assert.equal(await asked(test, { uri }), null, uri);
  });
});

it('once it is written, what depended on the meeting is certain', async (test) => {
  const lens = await startPair(test, { files: { [profile]: profileWith('W unlocked · P unlocked · A unlocked') } });
  lens.open(update, '{ "settings": { "waiting_room": false, "meeting_authentication": false } }');
  const severities = async () => (await lens.diagnostics(update)).map(({ code, severity }) => [code, severity]);
  const { Warning, Information } = DiagnosticSeverity;
  assert.deepEqual(new Set((await severities()).map(([, severity]) => severity)), new Set([Information]));
  const params = { textDocument: { uri: update }, response: answer };
  const made: MeetingFileAnswer = await lens.connection.sendRequest(meetingFileRequest, params);
  assert.ok(made.state === 'meeting');
  lens.disk(made.uri, made.text);
  await lens.settle();
  // Update row 23: an attempt to turn all off, so the Waiting Room that it has stays.
  assert.deepEqual(await severities(), [['waiting-room-overwritten', Warning]]);
});

describe('the meeting file is not written outside the workspace folder', () => {
  const refused = {
    state: 'refused',
    reason: 'a.zoom-meeting.json leads outside the workspace folder, and is not written.',
  };

  for (const [what, link, target] of [
    ['a link to a file', 'file:///ws/deep/a.zoom-meeting.json', 'file:///home/me/secret.json'],
    ['a link to what is not there', 'file:///ws/deep/a.zoom-meeting.json', 'file:///home/me/new.json'],
    ['a linked folder', 'file:///ws/deep', 'file:///home/me'],
  ] as const) {
    it(what, async (test) => {
      const lens = await startPair(test, { files: { 'file:///home/me/secret.json': '{}' } });
      lens.world.link(link, target);
      lens.open(update, '{}');
      const params = { textDocument: { uri: update }, response: answer };
      assert.deepEqual(await lens.connection.sendRequest(meetingFileRequest, params), refused);
    });
  }

  it('nor where a profile says; beside the update it is', async (test) => {
    const files = { [profile]: listing('../../home/me/m.json') };
    const made = await asked(test, { uri: 'file:///ws/payloads/move.json', files });
    assert.deepEqual(made, { state: 'meeting', uri: 'file:///ws/payloads/move.zoom-meeting.json', text: file });
  });
});
