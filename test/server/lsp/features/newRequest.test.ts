import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newRequestRequest } from '../../../../shared/protocol.ts';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';

describe('an editor asks for a first body', () => {
  for (const [operation, locks] of [
    ['create', 'W unlocked · P locked on · A unlocked'],
    ['update', 'W locked on · P locked off · A locked off'],
  ] as const) {
    it(`${operation}: by the name of the file, under the profile in force, without a finding`, async (test) => {
      const lens = await startPair(test, { files: { [profile]: profileWith(locks) } });
      const uri = `file:///ws/deep/Team day.zoom-${operation}.json`;
      const text = await lens.connection.sendRequest<string>(newRequestRequest, {
        textDocument: { uri },
        topic: 'Team day',
      });
      const { topic, password, settings } = JSON.parse(text);
      assert.equal(topic, 'Team day');
      assert.deepEqual(
        [password !== undefined, settings.waiting_room],
        [operation === 'create', operation === 'update'],
      );
      lens.open(uri, text);
      assert.deepEqual(await lens.codes(uri), []);
    });
  }

  it('and gets none for a name that says no operation', async (test) => {
    const lens = await startPair(test);
    for (const name of ['a.json', 'a.zoom-meeting.json', 'zoom-lock-profile.json']) {
      const params = { textDocument: { uri: `file:///ws/${name}` }, topic: 'x' };
      assert.equal(await lens.connection.sendRequest(newRequestRequest, params), null, name);
    }
  });
});
