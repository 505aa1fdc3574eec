import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lockMeaning, scenarioSentence } from '../../../shared/engine/meaning.ts';
import { locks, settings } from '../../../shared/model/security.ts';
import { say } from '../../../shared/text.ts';
import { account } from '../../support/inputs.ts';

describe('lockMeaning', () => {
  it('tells each setting and each lock apart', () => {
    const all = settings.flatMap((setting) => locks.map((lock) => say(lockMeaning(setting, [lock]))));
    assert.equal(new Set(all).size, 9);
    assert.match(say(lockMeaning('passcode', ['enabled-locked'])), /Zoom generates one/);
    assert.match(say(lockMeaning('waitingRoom', ['disabled-locked'])), /turns it on is overwritten/);
  });

  it('says that it is open where several locks are possible', () => {
    assert.match(say(lockMeaning('passcode', ['enabled-locked', 'unlocked'])), /does not settle/);
  });
});

describe('scenarioSentence', () => {
  // The rows are those of Zoom's tables; 3 and 4 change places between them, DDD has none.
  for (const [locks, sentence] of [
    ['EUU', "Zoom's scenario 8 applies to create and update requests"],
    ['UDU', "Zoom's scenario 4 applies to create requests, 3 to update requests"],
    ['DDD', "No single scenario of Zoom's applies: the profile leaves a lock open, or contradicts itself"],
  ] as const) {
    it(locks, () => assert.equal(say(scenarioSentence(account(locks))), sentence));
  }

  it('with the requirement off there are no scenarios', () => {
    assert.match(say(scenarioSentence(account('EUU', { required: false }))), /do not apply/);
  });
});
