import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { predict } from '../../../shared/engine/predict.ts';
import { fitOf, predictedIn } from '../../../shared/engine/verification.ts';
import type { Seen } from '../../../shared/model/response.ts';
import { fields, ruleSets } from '../../../shared/model/security.ts';
import { account, meetings, patterns, requests } from '../../support/inputs.ts';
import { rowsOf } from '../../support/rotation.ts';

const off: Seen = {
  waiting_room: false,
  password: { set: false },
  meeting_authentication: false,
  authentication_option: { set: false },
};

function differing(locks: string, sent: object, seen: Seen) {
  return fitOf('2020-12-20', predict('create', sent, account(locks)), seen)?.differing;
}

describe('a response that is not as predicted differs in', () => {
  for (const [what, locks, sent, seen, names] of [
    ['nothing: create 23, the fallback', 'UUU', {}, { ...off, waiting_room: true }, []],
    ['the flag: create 23 without the fallback', 'UUU', {}, off, ['waiting_room']],
    ['nothing that it does not show', 'UUU', {}, { password: { set: false } }, []],
    ['the passcode: create 9 without one', 'UEU', {}, off, ['password']],
    [
      'nothing: the passcode is not compared by its value',
      'UEU',
      { password: 'abc' },
      { ...off, password: { set: true } },
      [],
    ],
    [
      'the option: create 10 with another one than the default',
      'UUE',
      {},
      { ...off, meeting_authentication: true, authentication_option: { set: true, value: 'other' } },
      ['authentication_option'],
    ],
    [
      'every field that is seen',
      'EEE',
      {},
      off,
      ['waiting_room', 'password', 'meeting_authentication', 'authentication_option'],
    ],
  ] as const)
    it(what, () => assert.deepEqual(differing(locks, sent, seen), names));
});

describe('what is unknown', () => {
  it('an option of which no value is known is compared by whether there is one', () => {
    const prediction = predict('create', {}, account('UUE', { defaultOption: undefined }));
    const seen = { ...off, meeting_authentication: true, authentication_option: { set: true, value: 'any' } };
    assert.deepEqual(fitOf('2020-12-20', prediction, seen)?.differing, []);
  });

  it('an unknown lock: a response that fits any of its cases is as predicted', () => {
    const locks = {
      waitingRoom: ['enabled-locked', 'unlocked'],
      passcode: ['unlocked'],
      authentication: ['unlocked'],
    } as const;
    const prediction = predict('create', { password: 'abc', waiting_room: false }, account('UUU', { locks }));
    for (const waiting_room of [true, false])
      assert.deepEqual(fitOf('2020-12-20', prediction, { waiting_room, password: { set: true } })?.differing, []);
  });

  it('cases are compared as a whole: two fields that are possible each, but not together, differ', () => {
    // The meeting keeps what it had, or the Waiting Room comes on where it had nothing (update 23).
    const sent = { waiting_room: false, password: '', meeting_authentication: false };
    const prediction = predict('update', sent, account('UUU'));
    assert.deepEqual(fitOf('2020-12-20', prediction, { waiting_room: true, password: { set: true } })?.differing, []);
    assert.equal(fitOf('2020-12-20', prediction, off)?.differing.length, 1);
  });

  it('both rule sets: each has its own fit where they differ, and the same where they do not', () => {
    const both = { rules: ruleSets, enabled: { waitingRoom: [false], passcode: [true] } };
    const seen = { ...off, waiting_room: true, password: { set: true } };
    const differs = ruleSets.map((rules) =>
      fitOf(rules, predict('create', { waiting_room: true }, account('UUU', both)), seen),
    );
    assert.deepEqual(
      differs.map((fit) => fit?.differing),
      [['password'], []],
    );
    const alike = predict('create', {}, account('EEE', both));
    const [tables, reference] = ruleSets.map((rules) => fitOf(rules, alike, off));
    assert.equal(tables?.closest, reference?.closest);
  });
});

it('whatever is predicted agrees with itself', () => {
  for (const { locks, sent, before } of rowsOf({ locks: patterns, sent: requests, before: meetings })) {
    const prediction = predict('update', sent, account(locks), before);
    const [only] = prediction.cases;
    assert.ok(only);
    const seen: Seen = Object.fromEntries(fields.map(({ name }) => [name, predictedIn(name, only)]));
    assert.deepEqual(fitOf('2020-12-20', prediction, seen)?.differing, []);
    assert.ok(!('value' in (seen.password as object)), 'a passcode');
  }
});
