import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nothingKnown } from '../../../shared/engine/enforcement.ts';
import { type Case, predict } from '../../../shared/engine/predict.ts';
import { circumstancesOf } from '../../../shared/explain/circumstances.ts';
import { say } from '../../../shared/text.ts';

const prediction = predict('create', { waiting_room: false }, nothingKnown);

function circumstances(occurs: (each: Case) => boolean) {
  const { exactly, needed } = circumstancesOf(prediction, 'waiting_room', prediction.cases.filter(occurs));
  return { ...(exactly ? { exactly: say(exactly) } : {}), ...(needed ? { needed: say(needed) } : {}) };
}

describe('when some cases occur', () => {
  it('exactly: without what follows from it', () => {
    assert.deepEqual(
      circumstances(({ facts: { rules, locks } }) => rules === '2025-03-24' && locks.waitingRoom === 'disabled-locked'),
      { exactly: "Zoom's current API reference applies, and the account has the Waiting Room off and locked" },
    );
    // Only the current rules use the account's values, so the value says which rules apply.
    assert.deepEqual(
      circumstances(({ facts: { rules, enabled } }) => rules === '2025-03-24' && enabled.passcode),
      { exactly: 'the account has passcodes on by default' },
    );
  });

  it('what they have in common, where there are more conditions', () => {
    const odd = new Set(
      prediction.cases.filter(({ facts }) => facts.locks.passcode === 'unlocked').filter((_, at) => at % 2),
    );
    assert.equal(circumstances((each) => odd.has(each)).needed, 'the account has passcodes not locked');
  });

  it('one of two circumstances, where they have nothing in common', () => {
    const { rules, locks } = { rules: '2020-12-20', locks: 'disabled-locked' };
    const isOne = ({ facts }: Case) => facts.rules === rules || facts.locks.authentication === locks;
    assert.deepEqual(circumstances(isOne), {
      needed: "Zoom's tables of December 2020 apply, or the account has authentication off and locked",
    });
  });

  it('nothing, where neither says anything', () => {
    assert.deepEqual(
      circumstances(() => true),
      {},
    );
  });
});
