import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pulling } from '../../../support/capabilities.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const request = 'file:///ws/a.zoom-create.json';

const lockText = `{
  "rules": "2020-12-20",
  "requireSecurityOption": { "enabled": true, "locked": true },
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": true, "locked": false }
}
`;

describe('from a request to the line of the profile that decides', () => {
  for (const [word, key] of [
    ['waiting_room', 'waitingRoom'],
    ['password', 'passcode'],
  ] as const) {
    it(`${word} leads to ${key}`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: lockText } });
      lens.open(request, '{ "password": "abc", "settings": { "waiting_room": false } }');
      lens.open(profile);
      const found = await lens.definition(request, word);
      assert.deepEqual(found, { uri: profile, range: lens.rangeOf(profile, `"${key}"`) });
    });
  }

  for (const [what, text, word] of [
    ['a setting that the profile leaves out', '{ "settings": { "meeting_authentication": true } }', 'meeting_'],
    ['any other field', '{ "topic": "x" }', 'topic'],
    ['a field at the wrong place', '{ "waiting_room": true }', 'waiting_room'],
  ] as const) {
    it(`${what} leads nowhere`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: lockText } });
      lens.open(request, text);
      assert.equal(await lens.definition(request, word), null);
    });
  }

  it('a broken profile, or none, leads nowhere', async (test) => {
    for (const files of [{ [profile]: '{ "waitingRoom": ' }, {}]) {
      const lens = await startPair(test, { files });
      lens.open(request, '{ "settings": { "waiting_room": false } }');
      assert.equal(await lens.definition(request, 'waiting_room'), null);
    }
  });
});

describe('related information', () => {
  for (const [what, lock, text, key] of [
    ['a lock', lockText, '{ "password": "abc", "settings": { "waiting_room": false } }', 'waitingRoom'],
    [
      'the requirement',
      lockText.replace(
        /"waitingRoom".*\n/,
        '"waitingRoom": { "locked": false },\n  "authentication": { "locked": false },\n',
      ),
      '{ "settings": { "waiting_room": false } }',
      'requireSecurityOption',
    ],
  ] as const) {
    it(`leads to ${what} that causes the finding`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: lock } });
      lens.open(request, text);
      lens.open(profile);
      const [finding] = await lens.diagnostics(request);
      assert.equal(finding?.code, 'waiting-room-overwritten');
      const places = finding?.relatedInformation?.map(({ location }) => location);
      assert.deepEqual(places, [{ uri: profile, range: lens.rangeOf(profile, `"${key}"`) }]);
    });
  }

  it('is left out for a client that shows none', async (test) => {
    const capabilities = { ...pulling, textDocument: { diagnostic: {} } };
    const lens = await startPair(test, { files: { [profile]: lockText }, capabilities });
    lens.open(request, '{ "password": "abc", "settings": { "waiting_room": false } }');
    assert.equal((await lens.diagnostics(request))[0]?.relatedInformation, undefined);
  });
});
