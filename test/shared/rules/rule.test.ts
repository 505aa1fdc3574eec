import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decide, type RequestContext, sentence, type Verdict } from '../../../shared/rules/rule.ts';
import { say, text } from '../../../shared/text.ts';
import { context } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const create = context('{ "settings": { "waiting_room": false } }', { profile: unlocked });
const update = context('{ "topic": "Standup" }', { operation: 'update', profile: unlocked });

const overWaitingRoom = (about: RequestContext, test: Parameters<typeof decide>[3]) =>
  decide(about, 'warning', 'waiting_room', test);

const condition = (told: Verdict | undefined) => (told?.condition ? say(told.condition) : '');

describe('tell', () => {
  it('certain: with its severity and the reason', () => {
    assert.deepEqual(
      overWaitingRoom(create, () => true),
      {
        severity: 'warning',
        condition: undefined,
        because: text`nothing else secures the meeting, and Zoom insists on one option`,
      },
    );
  });

  it('never: nothing to tell', () => {
    assert.equal(
      overWaitingRoom(create, () => false),
      undefined,
    );
  });

  it('by the meeting: information with its condition', () => {
    const told = overWaitingRoom(update, ({ facts }) => facts.before.password.set);
    assert.equal(told?.severity, 'information');
    assert.equal(condition(told), 'If the meeting has a passcode');
  });

  it('two conditions are joined, more are not listed', () => {
    const two = overWaitingRoom(update, ({ facts: { before } }) => before.waiting_room === before.password.set);
    assert.match(condition(two), /^If the meeting has .*, or if the meeting has .*$/);
    const three = overWaitingRoom(update, ({ facts: { before } }) => {
      return before.waiting_room !== before.password.set || (before.waiting_room && before.meeting_authentication);
    });
    assert.equal(condition(three), 'Depending on the meeting');
  });

  it('by an unknown lock: nothing to tell', () => {
    const unknown = context('{ "settings": { "waiting_room": false } }', { profile: profileWith('P unlocked') });
    const lockedOn = overWaitingRoom(unknown, ({ facts }) => facts.locks.waitingRoom === 'enabled-locked');
    assert.equal(lockedOn, undefined);
  });
});

describe('sentence', () => {
  it('begins with the condition, or with the clause in upper case, and ends in the reason', () => {
    const certain = { severity: 'warning', condition: undefined, because: text`it is so` } as const;
    assert.equal(say(sentence(certain, text`nothing happens`)), 'Nothing happens: it is so.');
    const conditional = { severity: 'information', condition: text`If it rains`, because: undefined } as const;
    assert.equal(say(sentence(conditional, text`nothing happens`)), 'If it rains, nothing happens.');
  });
});
