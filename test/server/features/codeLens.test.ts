import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const scenario8 = profileWith('W locked on · P unlocked · A unlocked');

describe('the line over a lock profile', () => {
  it("names Zoom's scenario, and follows unsaved edits", async (test) => {
    const lens = await startPair(test, { files: { [profile]: scenario8 } });
    lens.open(profile);
    assert.deepEqual(await lens.lenses(profile), ["Zoom's scenario 8 applies to create and update requests"]);
    lens.change(profile, [{ range: lens.rangeOf(profile, scenario8), newText: '{}' }]);
    assert.match((await lens.lenses(profile))[0] ?? '', /No single scenario/);
  });

  it('is not there over a broken profile or any other file', async (test) => {
    const lens = await startPair(test, { files: { [profile]: scenario8 } });
    lens.open(profile, '{ "waitingRoom": ');
    lens.open('file:///ws/package.json', '{}');
    for (const uri of [profile, 'file:///ws/package.json']) assert.deepEqual(await lens.lenses(uri), []);
  });
});
