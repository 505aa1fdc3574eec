import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileWith } from '../../support/profiles.ts';
import { startPair } from '../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const calm = { profileProblem: null, unknown: [], meetingProblem: null };
const unknown = ['waitingRoom', 'passcode', 'authentication'];

describe('the status of a request', () => {
  for (const [what, name, files, expected] of [
    [
      'all is known',
      'a.zoom-create.json',
      { [profile]: profileWith('W locked on · P locked on · A locked on') },
      { ...calm, operation: 'create', scenario: 1, profile },
    ],
    ['no profile', 'a.zoom-create.json', {}, { ...calm, operation: 'create', scenario: null, profile: null, unknown }],
    [
      'a broken profile',
      'a.zoom-create.json',
      { [profile]: '{' },
      {
        operation: 'create',
        scenario: null,
        profile,
        profileProblem: 'is not valid JSON',
        unknown,
        meetingProblem: null,
      },
    ],
    [
      'an update without its meeting',
      'a.zoom-update.json',
      { [profile]: profileWith('W unlocked · P locked off · A unlocked') },
      { ...calm, operation: 'update', scenario: 3, profile, meetingProblem: 'is not at hand' },
    ],
    [
      'rows 3 and 4 change places',
      'a.zoom-create.json',
      { [profile]: profileWith('W unlocked · P locked off · A unlocked') },
      { ...calm, operation: 'create', scenario: 4, profile },
    ],
    [
      'locks that no row knows',
      'a.zoom-create.json',
      { [profile]: profileWith('W locked off · P locked off · A locked off') },
      { ...calm, operation: 'create', scenario: null, profile },
    ],
    [
      'an account without the requirement',
      'a.zoom-create.json',
      { [profile]: profileWith('W unlocked · P unlocked · A unlocked', { required: false }) },
      { ...calm, operation: 'create', scenario: null, profile },
    ],
  ] as const) {
    it(what, async (test) => {
      const lens = await startPair(test, { files });
      lens.open(`file:///ws/${name}`, '{}');
      assert.deepEqual(await lens.status(`file:///ws/${name}`), expected);
    });
  }

  it('of any other file there is none', async (test) => {
    const lens = await startPair(test, { files: { [profile]: '{}' } });
    for (const uri of [profile, 'file:///ws/package.json', 'file:///ws/a.zoom-meeting.json']) {
      lens.open(uri, '{}');
      assert.equal(await lens.status(uri), null);
    }
    assert.equal(await lens.status('file:///ws/not-open.zoom-create.json'), null);
  });
});
