import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lockMeaning, personalMeaning, ruleSetText, scenarioSentence } from '../../../shared/explain/meaning.ts';
import { parse } from '../../../shared/json/parse.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import { settings } from '../../../shared/model/security.ts';
import { say } from '../../../shared/text.ts';
import { account } from '../../support/inputs.ts';

const on = { enabled: true, locked: true };
const off = { enabled: false, locked: true };
const unlocked = { enabled: true, locked: false };
const profile = (content: object) => readProfile(parse(JSON.stringify(content)));
const newer = { rules: '2025-03-24' };

describe('lockMeaning', () => {
  it('distinguishes each setting and each lock', () => {
    const all = settings.flatMap((setting) =>
      [on, off, unlocked].map((each) => say(lockMeaning(setting, profile({ [setting]: each })))),
    );
    assert.equal(new Set(all).size, 9);
    assert.match(say(lockMeaning('passcode', profile({ passcode: on }))), /Zoom generates one/);
    assert.match(say(lockMeaning('waitingRoom', profile({ waitingRoom: off }))), /turns it on is overwritten/);
  });

  it('says that it is open where several locks are possible', () => {
    assert.match(
      say(lockMeaning('passcode', profile({ passcode: { enabled: true } }))),
      /does not say whether this is locked/,
    );
  });
});

describe("under the newer rules the account's value says more, where there is no lock", () => {
  const meaning = (setting: 'waitingRoom' | 'passcode' | 'authentication', value: object) =>
    say(lockMeaning(setting, profile({ ...newer, [setting]: value })));

  it('on', () => {
    assert.match(meaning('waitingRoom', unlocked), /neither waiting_room nor a passcode has the Waiting Room on/);
    assert.match(meaning('passcode', unlocked), /generates one .* unless default_password is false/);
  });

  it('off, locked, or authentication: no more than by the tables', () => {
    for (const [setting, value] of [
      ['waitingRoom', { enabled: false, locked: false }],
      ['passcode', { enabled: false, locked: false }],
      ['waitingRoom', on],
      ['passcode', off],
      ['authentication', unlocked],
    ] as const) {
      assert.equal(meaning(setting, value), say(lockMeaning(setting, profile({ [setting]: value }))));
    }
  });

  it('left out', () => {
    for (const setting of ['waitingRoom', 'passcode'] as const)
      assert.match(meaning(setting, { locked: false }), /which is not in the profile/);
  });

  it('passcodes of personal meeting IDs are a setting of their own', () => {
    const said = say(personalMeaning(profile({ passcode: on, personalMeetingId: { passcode: off } })));
    assert.equal(
      said,
      'This applies instead of passcode if a request has use_pmi on. No meeting has a passcode: one that a request gives is dropped.',
    );
  });
});

describe('ruleSetText', () => {
  it('names the tables, the API reference, or both', () => {
    assert.match(say(ruleSetText('2020-12-20')), /^Rules used: Zoom's tables of December 2020 \("rules"\)$/);
    assert.match(say(ruleSetText('2025-03-24')), /^Rules used: Zoom's current API reference, with its tables/);
    assert.match(say(ruleSetText(undefined)), /^Rules used: both, .* the profile names neither$/);
  });
});

describe('scenarioSentence', () => {
  // The rows are those of Zoom's tables; 3 and 4 change places between them, DDD has none.
  for (const [locks, sentence] of [
    ['EUU', "Zoom's scenario 8 applies to create and update requests"],
    ['UDU', "Zoom's scenario 4 applies to create requests, 3 to update requests"],
    ['DDD', "No single scenario of Zoom's applies: a lock is not in the profile, or the profile contradicts itself"],
  ] as const) {
    it(locks, () => assert.equal(say(scenarioSentence(account(locks))), sentence));
  }

  it('with the requirement off there are no scenarios', () => {
    assert.match(say(scenarioSentence(account('EUU', { required: false }))), /do not apply/);
  });
});
