import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extentOf } from '../../../shared/engine/extent.ts';
import { type Case, predict } from '../../../shared/engine/predict.ts';
import { accountKnowing, knowledge } from '../../support/completions.ts';
import { meetings, requests } from '../../support/inputs.ts';

const passcodeIsMade = ({ outcome }: Case) => outcome.password.source === 'generated';

describe('extentOf', () => {
  it('always and never', () => {
    const prediction = predict('update', {}, accountKnowing('UUU'));
    assert.equal(
      extentOf(prediction, () => true),
      'always',
    );
    assert.equal(
      extentOf(prediction, () => false),
      'never',
    );
  });

  it('known locks, unknown meeting: the least that the meeting must be', () => {
    const prediction = predict('update', {}, accountKnowing('DEE'));
    assert.deepEqual(extentOf(prediction, passcodeIsMade), [{ 'meeting.password': false }]);
  });

  it('what holds under some of the possible locks only does not count', () => {
    // With a passcode locked on one is made; with one locked off, never.
    assert.equal(extentOf(predict('create', {}, accountKnowing('E?E')), passcodeIsMade), 'never');
    assert.equal(extentOf(predict('create', {}, accountKnowing('?E?')), passcodeIsMade), 'always');
  });

  it('what holds under all possible locks for some meetings names the meeting alone', () => {
    assert.deepEqual(extentOf(predict('update', {}, accountKnowing('?E?')), passcodeIsMade), [
      { 'meeting.password': false },
    ]);
  });

  it('is the set of meetings for which the test holds under every possible lock, for all inputs', () => {
    for (const known of knowledge) {
      for (const sent of requests) {
        const prediction = predict('update', sent, accountKnowing(known));
        const extent = extentOf(prediction, passcodeIsMade);
        const others = prediction.cases.filter((each) => !passcodeIsMade(each));
        const failing = new Set(others.map(({ facts: { before } }) => shapeOf(before)));
        for (const meeting of meetings) {
          assert.equal(covers(extent, meeting), !failing.has(shapeOf(meeting)), `${known} ${JSON.stringify(sent)}`);
        }
      }
    }
  });
});

type Meeting = (typeof meetings)[number];

function shapeOf({ waiting_room, password, meeting_authentication, authentication_option }: Meeting): string {
  return `${waiting_room} ${password.set} ${meeting_authentication} ${authentication_option.set}`;
}

function covers(extent: ReturnType<typeof extentOf>, meeting: Meeting): boolean {
  if (extent === 'always' || extent === 'never') return extent === 'always';
  const facts: Record<string, unknown> = {
    'meeting.waiting_room': meeting.waiting_room,
    'meeting.password': meeting.password.set,
    'meeting.meeting_authentication': meeting.meeting_authentication,
    'meeting.authentication_option': meeting.authentication_option.set,
  };
  return extent.some((when) => Object.entries(when).every(([fact, value]) => facts[fact] === value));
}
