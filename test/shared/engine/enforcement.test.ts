import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enforcementOf, nothingKnown, profileKeyOf } from '../../../shared/engine/enforcement.ts';
import { parse } from '../../../shared/json/parse.ts';
import { readProfile } from '../../../shared/model/profile.ts';

const from = (text: string) => enforcementOf(readProfile(parse(text)));

describe('enforcementOf', () => {
  it('no profile, an empty one and a broken one: all locks are possible, the requirement is on', () => {
    const all = ['enabled-locked', 'disabled-locked', 'unlocked'];
    const either = [true, false];
    assert.deepEqual(nothingKnown, {
      rules: ['2020-12-20', '2025-03-24'],
      enabled: { waitingRoom: either, passcode: either },
      personal: false,
      locks: { waitingRoom: all, passcode: all, authentication: all },
      required: true,
      defaultOption: undefined,
    });
    assert.equal(enforcementOf(undefined), nothingKnown);
    assert.deepEqual(from('{}'), nothingKnown);
    assert.deepEqual(from('{"waitingRoom":{"locked":false}'), nothingKnown);
  });

  it('locks, requirement and default option as the profile has them', () => {
    const text = `{
      "rules": "2025-03-24",
      "account": { "plan": "education", "licenses": 20 },
      "requireSecurityOption": { "enabled": false },
      "waitingRoom": { "enabled": true, "locked": true },
      "passcode": { "enabled": true },
      "authentication": { "locked": false, "options": [ { "id": "a" }, { "id": "b", "default": true } ] }
    }`;
    assert.deepEqual(from(text), {
      rules: ['2025-03-24'],
      enabled: { waitingRoom: [true], passcode: [true] },
      personal: false,
      locks: {
        waitingRoom: ['enabled-locked'],
        passcode: ['enabled-locked', 'unlocked'],
        authentication: ['unlocked'],
      },
      required: false,
      defaultOption: 'b',
    });
  });

  it('a requirement that cannot be off is on', () => {
    assert.ok(from('{"account":{"plan":"pro"},"requireSecurityOption":{"enabled":false}}').required);
  });
});

describe('the personal meeting ID', () => {
  const profile = readProfile(
    parse(`{
      "passcode": { "enabled": true, "locked": false },
      "personalMeetingId": { "passcode": { "enabled": false, "locked": true } }
    }`),
  );

  it('has its own passcode setting', () => {
    const { locks, enabled, personal } = enforcementOf(profile, true);
    assert.deepEqual([locks.passcode, enabled.passcode, personal], [['disabled-locked'], [false], true]);
  });

  it('that is left out is unknown, whatever passcode says', () => {
    const { locks, enabled } = enforcementOf(readProfile(parse('{"passcode":{"enabled":true,"locked":true}}')), true);
    assert.equal(locks.passcode.length, 3);
    assert.equal(enabled.passcode.length, 2);
  });

  it('that may or may not be used: both settings are possible', () => {
    const { locks, enabled, personal } = enforcementOf(profile, 'unknown');
    assert.deepEqual(locks.passcode, ['disabled-locked', 'unlocked']);
    assert.deepEqual([enabled.passcode.length, personal], [2, 'unknown']);
  });

  it('leads to its own key of the profile', () => {
    assert.equal(profileKeyOf('passcode', enforcementOf(profile, true)), 'personalMeetingId');
    assert.equal(profileKeyOf('passcode', enforcementOf(profile)), 'passcode');
    assert.equal(profileKeyOf('waitingRoom', enforcementOf(profile, true)), 'waitingRoom');
  });
});

describe('two options off and locked', () => {
  const off = { enabled: false, locked: true };
  const known = (more: object) =>
    enforcementOf(readProfile(parse(JSON.stringify({ waitingRoom: off, passcode: off, ...more })))).locks
      .authentication;

  it('leave the third something else, since the account must have one on', () => {
    assert.deepEqual(known({}), ['enabled-locked', 'unlocked']);
    assert.deepEqual(known({ authentication: { enabled: false } }), ['unlocked']);
  });

  it('leave it open where the requirement is off', () => {
    assert.equal(known({ requireSecurityOption: { enabled: false } }).length, 3);
  });

  it('do not change a third that the profile settles: that is a contradiction and reported as one', () => {
    assert.deepEqual(known({ authentication: off }), ['disabled-locked']);
  });
});
