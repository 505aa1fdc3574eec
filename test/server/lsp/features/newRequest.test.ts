import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newRequestRequest } from '../../../../shared/protocol.ts';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';
import type { TestClient } from '../../../support/testClient.ts';

const profile = 'file:///ws/zoom-lock-profile.json';

function asked({ connection }: TestClient, uri: string): Promise<string> {
  return connection.sendRequest<string>(newRequestRequest, { textDocument: { uri }, topic: 'Team day' });
}

describe('an editor asks for a first body', () => {
  it('by the name of the file, under the profile in force, without a finding', async (test) => {
    const lens = await startPair(test, { files: { [profile]: profileWith('W unlocked · P locked on · A unlocked') } });
    const uri = 'file:///ws/deep/Team day.zoom-create.json';
    const text = await asked(lens, uri);
    const { topic, password, settings } = JSON.parse(text);
    assert.deepEqual([topic, typeof password, settings.waiting_room], ['Team day', 'string', false]);
    lens.open(uri, text);
    assert.deepEqual(await lens.codes(uri), []);
  });

  it('and another one for an update', async (test) => {
    const lens = await startPair(test, {
      files: { [profile]: profileWith('W locked on · P locked off · A locked off') },
    });
    const body = JSON.parse(await asked(lens, 'file:///ws/team-day.zoom-update.json'));
    assert.deepEqual(Object.keys(body), ['topic', 'start_time', 'duration', 'timezone']);
  });

  it('and gets none for a name that says no operation', async (test) => {
    const lens = await startPair(test);
    for (const name of ['a.json', 'a.zoom-meeting.json', 'zoom-lock-profile.json']) {
      const params = { textDocument: { uri: `file:///ws/${name}` }, topic: 'x' };
      assert.equal(await lens.connection.sendRequest(newRequestRequest, params), null, name);
    }
  });
});
