import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startPair } from '../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const text = `{
  "waitingRoom": { "enabled": true, "locked": true },
  "passcode": { "enabled": false, "locked": true, "requirement": { "length": 6 } },
  "authentication": { "enabled": true }
}`;

describe('hover in a lock profile', () => {
  for (const [on, expected] of [
    ['waitingRoom', /Every meeting has its Waiting Room on/],
    ['"locked": true },\n  "passcode"', /Every meeting has its Waiting Room on/],
    ['passcode', /one that a request gives is dropped/],
    ['authentication', /does not settle/],
    ['requirement', /^$/],
    ['length', /^$/],
  ] as const) {
    it(on.slice(0, 14), async (test) => {
      const lens = await startPair(test, { files: { [profile]: text } });
      lens.open(profile);
      assert.match((await lens.hoverText(profile, on)) ?? '', expected);
    });
  }
});
