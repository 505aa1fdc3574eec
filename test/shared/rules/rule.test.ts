import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  decide,
  findingOf,
  type Observation,
  type RequestContext,
  sentence,
  type Verdict,
} from '../../../shared/rules/rule.ts';
import { say, text } from '../../../shared/text.ts';
import { context } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const create = context('{ "settings": { "waiting_room": false } }', { profile: unlocked });
const update = context('{ "topic": "Standup" }', { operation: 'update', profile: unlocked });

const overWaitingRoom = (about: RequestContext, test: Parameters<typeof decide>[2]) =>
  decide(about, 'waiting_room', test);

const condition = (verdict: Verdict | undefined) => (verdict?.condition ? say(verdict.condition) : '');

describe('decide', () => {
  it('certain: without a condition, and with the reason', () => {
    assert.deepEqual(
      overWaitingRoom(create, () => true),
      {
        certain: true,
        condition: undefined,
        contested: undefined,
        because: text`nothing else secures the meeting, and Zoom requires one security option`,
      },
    );
  });

  it('never: nothing to report', () => {
    assert.equal(
      overWaitingRoom(create, () => false),
      undefined,
    );
  });

  it('by the meeting: with its condition', () => {
    const verdict = overWaitingRoom(update, ({ facts }) => facts.before.password.set);
    assert.equal(condition(verdict), 'if the meeting has a passcode');
  });

  it('two conditions are joined, more are not listed', () => {
    const two = overWaitingRoom(update, ({ facts: { before } }) => before.waiting_room === before.password.set);
    assert.match(condition(two), /^if the meeting has .*, or if the meeting has .*$/);
    const three = overWaitingRoom(update, ({ facts: { before } }) => {
      return before.waiting_room !== before.password.set || (before.waiting_room && before.meeting_authentication);
    });
    assert.equal(condition(three), 'depending on the meeting');
  });

  it('by an unknown lock: nothing to report', () => {
    const unknown = context('{ "settings": { "waiting_room": false } }', { profile: profileWith('P unlocked') });
    const lockedOn = overWaitingRoom(unknown, ({ facts }) => facts.locks.waitingRoom === 'enabled-locked');
    assert.equal(lockedOn, undefined);
  });
});

describe('findingOf', () => {
  const rule = { code: 'some-code', severity: 'error', mildSeverity: 'hint', summary: text`s` } as const;
  const found: Observation = { message: text`m`, span: { start: 0, end: 1 }, fixes: () => [] };
  const severityOf = (more: Partial<Observation>) => findingOf(rule, { ...found, ...more }).severity;

  it('has the code and the severity of its rule, and all that was found', () => {
    assert.deepEqual(findingOf(rule, found), { ...found, code: 'some-code', severity: 'error' });
  });

  it('is milder only as the rule allows', () => {
    assert.equal(severityOf({ mild: true }), 'hint');
    const { code, severity, summary } = rule;
    assert.equal(findingOf({ code, severity, summary }, { ...found, mild: true }).severity, 'error');
  });

  it('is information where it depends on the meeting', () => {
    assert.equal(severityOf({ change: { field: 'password', certain: true } }), 'error');
    assert.equal(severityOf({ change: { field: 'password', certain: false } }), 'information');
    assert.equal(severityOf({ mild: true, change: { field: 'password', certain: false } }), 'information');
  });

  it('cannot get another code or severity from a check', () => {
    const stray = { ...found, code: 'another-code', severity: 'hint' };
    assert.deepEqual(findingOf(rule, stray), { ...found, code: 'some-code', severity: 'error' });
  });
});

describe('sentence', () => {
  it('begins with the condition, or with the clause in upper case, and ends in the reason', () => {
    const certain = { certain: true, condition: undefined, contested: undefined, because: text`it is so` };
    assert.equal(say(sentence(certain, text`nothing happens`)), 'Nothing happens: it is so.');
    const conditional = { certain: false, condition: text`if it rains`, contested: undefined, because: undefined };
    assert.equal(say(sentence(conditional, text`nothing happens`)), 'Nothing happens if it rains.');
  });
});
