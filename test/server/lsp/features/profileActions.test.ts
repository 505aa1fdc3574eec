import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { startPair } from '../../../support/serverPair.ts';

const request = 'file:///ws/a.zoom-create.json';
const profile = 'file:///ws/zoom-lock-profile.json';
const body = `{
  "topic": "Standup",
  "password": "abc123",
  "settings": {
    "waiting_room": false,
    "audio": "both"
  }
}`;
const write = { title: 'Write a lock profile', command: 'zoomRequestLens.writeProfile' };
const importing = { title: 'Import a lock profile…', command: 'zoomRequestLens.importProfile' };

interface Given {
  readonly uri?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly runsCommands?: boolean;
}

/** The quick fixes at the word that run one of the two commands. */
async function offeredAt(
  test: TestContext,
  word: string,
  { uri = request, files = {}, runsCommands = true }: Given = {},
) {
  const lens = await startPair(test, { files, initializationOptions: { runsCommands } });
  lens.open(uri, body);
  const offered = await lens.actions(uri, word, ['quickfix']);
  return offered.filter(({ title }) => [write.title, importing.title].includes(title));
}

describe('the quick fixes that describe the account', () => {
  for (const word of ['{', 'password', 'abc123', 'settings', 'waiting_room', 'false']) {
    it(`are there on ${word}`, async (test) => {
      assert.deepEqual(
        await offeredAt(test, word),
        [write, importing].map((command) => ({ title: command.title, kind: 'quickfix', command })),
      );
    });
  }

  for (const word of ['topic', 'Standup', 'audio', 'both']) {
    it(`are not there on ${word}`, async (test) => assert.deepEqual(await offeredAt(test, word), []));
  }

  for (const [where, given] of [
    ['where there is a profile', { files: { [profile]: '{}' } }],
    ['where there is a broken profile', { files: { [profile]: '{' } }],
    ['for an editor that does not know the commands', { runsCommands: false }],
    ['for a file that was never saved', { uri: 'untitled:a.zoom-create.json' }],
    ['in a meeting file', { uri: 'file:///ws/a.zoom-meeting.json' }],
  ] as const) {
    it(`are not there ${where}`, async (test) => assert.deepEqual(await offeredAt(test, 'false', given), []));
  }
});
