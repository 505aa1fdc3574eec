import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorsIn, missingFrom } from '../../../server/standIn/account.ts';
import { parse, readProfile } from '../../../shared/index.ts';
import { patterns } from '../../support/inputs.ts';
import { profileOf } from '../../support/standIn.ts';

const missing = (profile: string) => missingFrom(readProfile(parse(profile)));
const whole = JSON.parse(profileOf('UUU', '2025-03-24'));

describe('what a profile must say', () => {
  it('nothing more than one that says all', () => {
    for (const locks of patterns.filter((each) => each !== 'DDD'))
      for (const rules of ['2020-12-20', '2025-03-24']) assert.deepEqual(missing(profileOf(locks, rules)), [], locks);
  });

  for (const [what, change, needed] of [
    ['rules', { rules: undefined }, ['"rules": which of Zoom\'s rules apply ("2025-03-24" is today\'s)']],
    ['a setting', { waitingRoom: undefined }, ['"waitingRoom": "enabled" and "locked"']],
    ['a lock', { passcode: { enabled: true } }, ['"passcode": "enabled" and "locked"']],
    ['a value that counts', { waitingRoom: { locked: false } }, ['"waitingRoom": "enabled"']],
    [
      'a default option',
      { authentication: { enabled: false, locked: false } },
      ['"authentication": "options", one of them with "default": true'],
    ],
    [
      'the personal meeting ID',
      { personalMeetingId: { passcode: { enabled: true, locked: true } } },
      ['"personalMeetingId": "useForScheduled"'],
    ],
  ] as const)
    it(what, () => assert.deepEqual(missing(JSON.stringify({ ...whole, ...change })), needed));

  it('not what has no effect: a value by the tables of 2020, options where authentication is locked off', () => {
    assert.deepEqual(missing(JSON.stringify({ ...whole, rules: '2020-12-20', waitingRoom: { locked: false } })), []);
    assert.deepEqual(missing(JSON.stringify({ ...whole, authentication: { enabled: false, locked: true } })), []);
  });
});

it('an error in the profile is one: everything is locked off, and one option required', () => {
  assert.equal(errorsIn(readProfile(parse(profileOf('DDD')))).length, 1);
  assert.deepEqual(errorsIn(readProfile(parse(profileOf('UUU')))), []);
});
