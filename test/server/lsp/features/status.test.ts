import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileWith } from '../../../support/profiles.ts';
import { startPair } from '../../../support/serverPair.ts';

const profile = 'file:///ws/zoom-lock-profile.json';
const calm = {
  requests: 1,
  profileProblem: null,
  profileAge: null,
  unknown: [],
  meetingProblem: null,
};
const unknown = ['waitingRoom', 'passcode', 'authentication', 'rules'];

describe('the status of a request', () => {
  for (const [what, name, files, expected] of [
    [
      'all is known',
      'a.zoom-create.json',
      { [profile]: profileWith('W locked on · P locked on · A locked on') },
      { ...calm, operation: 'create', scenario: 1, profile },
    ],
    [
      'a profile without rules',
      'a.zoom-create.json',
      { [profile]: profileWith('W locked on · P locked on · A locked on').replace('"rules":"2020-12-20",', '') },
      { ...calm, operation: 'create', scenario: 1, profile, unknown: ['rules'] },
    ],
    ['no profile', 'a.zoom-create.json', {}, { ...calm, operation: 'create', scenario: null, profile: null, unknown }],
    [
      'a broken profile',
      'a.zoom-create.json',
      { [profile]: '{' },
      {
        requests: 1,
        operation: 'create',
        scenario: null,
        profile,
        profileProblem: 'is not valid JSON',
        profileAge: null,
        unknown,
        meetingProblem: null,
      },
    ],
    [
      'an update without its meeting',
      'a.zoom-update.json',
      { [profile]: profileWith('W unlocked · P locked off · A unlocked') },
      { ...calm, operation: 'update', scenario: 3, profile, meetingProblem: 'not found' },
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

  describe('says how old the profile is, on 24 November 2026', () => {
    for (const [capturedAt, profileAge] of [
      ['2026-11-24', { days: 0, stale: false }],
      ['2026-11-12T23:30:00Z', { days: 12, stale: false }],
      // 5 days of August, then 30, 31, 24.
      ['2026-08-26', { days: 90, stale: false }],
      ['2026-08-25', { days: 91, stale: true }],
      ['2026-11-25', null],
      ['last week', null],
    ] as const) {
      it(capturedAt, async (test) => {
        const lens = await startPair(test, { files: { [profile]: JSON.stringify({ capturedAt }) } });
        lens.open('file:///ws/a.zoom-create.json', '{}');
        assert.deepEqual((await lens.status('file:///ws/a.zoom-create.json'))?.profileAge, profileAge);
      });
    }

    it('and not of one that is broken', async (test) => {
      const lens = await startPair(test, { files: { [profile]: '{ "capturedAt": "2026-11-12" ' } });
      lens.open('file:///ws/a.zoom-create.json', '{}');
      assert.equal((await lens.status('file:///ws/a.zoom-create.json'))?.profileAge, null);
    });

    it('and it grows with the days while the request is open', async (test) => {
      const lens = await startPair(test, { files: { [profile]: '{ "capturedAt": "2026-11-12" }' } });
      lens.open('file:///ws/a.zoom-create.json', '{}');
      await lens.status('file:///ws/a.zoom-create.json');
      lens.world.date = '2027-02-11';
      assert.deepEqual((await lens.status('file:///ws/a.zoom-create.json'))?.profileAge, { days: 91, stale: true });
    });
  });

  it('of any other file there is none', async (test) => {
    const lens = await startPair(test, { files: { [profile]: '{}' } });
    for (const uri of [profile, 'file:///ws/package.json', 'file:///ws/a.zoom-meeting.json']) {
      lens.open(uri, '{}');
      assert.equal(await lens.status(uri), null);
    }
    assert.equal(await lens.status('file:///ws/not-open.zoom-create.json'), null);
  });
});
