import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const nested = 'file:///ws/deep/zoom-lock-profile.json';
const lockText =
  '{ "waitingRoom": { "enabled": true, "locked": true }, "passcode": { "enabled": true, "locked": false } }';
const body = '{ "settings": { "waiting_room": false } }';
const value = { start: { line: 0, character: 32 }, end: { line: 0, character: 37 } };

describe('from a setting to the fields that it overwrites', () => {
  it('in open and closed files that this profile governs, and in no other', async (test) => {
    const files = {
      [profile]: lockText,
      [nested]: lockText,
      'file:///ws/a.zoom-create.json': body,
      'file:///ws/deep/b.zoom-create.json': body,
    };
    const lens = await startPair(test, { files });
    lens.open(profile);
    lens.open('file:///ws/c.zoom-update.json', body);
    const found = [
      { uri: 'file:///ws/a.zoom-create.json', range: value },
      { uri: 'file:///ws/c.zoom-update.json', range: value },
    ];
    assert.deepEqual(await lens.references(profile, '"waitingRoom"'), found);
    assert.deepEqual(await lens.references(profile, '"locked": true'), found);
    assert.deepEqual(await lens.references(profile, '"passcode"'), []);
    lens.open(nested);
    assert.deepEqual(await lens.references(nested, 'waitingRoom'), [
      { uri: 'file:///ws/deep/b.zoom-create.json', range: value },
    ]);
  });

  it('elsewhere there are none', async (test) => {
    const lens = await startPair(test, { files: { [profile]: lockText } });
    lens.open('file:///ws/a.zoom-create.json', body);
    lens.open(profile);
    assert.equal(await lens.references('file:///ws/a.zoom-create.json', 'waiting_room'), null);
    assert.equal(await lens.references(profile, '{ "waitingRoom"'), null);
  });
});
