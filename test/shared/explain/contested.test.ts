import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Enforcement } from '../../../shared/engine/enforcement.ts';
import { type Case, predict } from '../../../shared/engine/predict.ts';
import { contestedOn, contestedSentence } from '../../../shared/explain/contested.ts';
import { type FieldName, ruleSets, type Sent } from '../../../shared/model/security.ts';
import { say, text } from '../../../shared/text.ts';
import { account } from '../../support/inputs.ts';

/** Nothing is locked, passcodes are on: today's Zoom generates one where the tables turn the Waiting Room on. */
const passcodesOn = { rules: ruleSets, enabled: { waitingRoom: [false], passcode: [true] } };

function said(sent: Sent, name: FieldName, test: (each: Case) => boolean, more: Partial<Enforcement> = {}) {
  const prediction = predict('create', sent, account('UUU', { ...passcodesOn, ...more }));
  const contested = contestedOn(prediction, name, test);
  return contested && say(contestedSentence(contested, text`it is so`));
}

const roomOn = ({ outcome }: Case) => outcome.waiting_room.value;
const passcode = ({ outcome }: Case) => outcome.password.set;

describe('what the two rule sets disagree about', () => {
  it('the clause for the one by which it is so, what the field is for the other', () => {
    assert.equal(
      said({}, 'waiting_room', roomOn),
      "By Zoom's tables of December 2020, it is so; by its current API reference, the Waiting Room is off.",
    );
    assert.equal(
      said({}, 'password', passcode),
      "By Zoom's tables of December 2020, there is no passcode; by its current API reference, it is so.",
    );
  });

  it('the other one may depend on the account', () => {
    assert.equal(
      said({}, 'waiting_room', roomOn, { enabled: { waitingRoom: [false], passcode: [true, false] } }),
      "By Zoom's tables of December 2020, it is so; by its current API reference, it depends on the account's settings.",
    );
  });

  it('the tables leave default_password open', () => {
    assert.equal(
      said({ default_password: true }, 'password', passcode),
      "By Zoom's tables of December 2020, it depends on whether default_password has an effect; by its current API reference, it is so.",
    );
  });

  it('nothing where neither makes it certain', () => {
    assert.equal(said({ default_password: true, waiting_room: false }, 'waiting_room', roomOn), undefined);
  });
});
