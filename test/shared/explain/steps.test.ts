import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nothingKnown } from '../../../shared/engine/enforcement.ts';
import { type Case, type Prediction, predict } from '../../../shared/engine/predict.ts';
import { storedText } from '../../../shared/explain/reasons.ts';
import { interventionOf, reasoningOf, type Way } from '../../../shared/explain/steps.ts';
import { type FieldName, fields, type Operation, type Sent } from '../../../shared/model/security.ts';
import { say, type Text, text } from '../../../shared/text.ts';
import { account, meetings, patterns, requests } from '../../support/inputs.ts';
import { meetingWith } from '../../support/outcomes.ts';
import { itMeetsEveryPair, rowsOf } from '../../support/rotation.ts';

const words = (each: string | Text) => say(text`${each}`);

function predicted(operation: Operation, locks: string, sent: Sent, before?: string): Prediction {
  return predict(operation, sent, account(locks), before === undefined ? undefined : meetingWith(before));
}

/** `locks false → security true`, for the one way that there is. */
function drawn(prediction: Prediction, name: FieldName): string {
  const [only, ...others] = reasoningOf(prediction, name) ?? [];
  assert.deepEqual([only?.when, others], [undefined, []]);
  return (only?.result.steps ?? []).map(({ step, value }) => `${step} ${words(value)}`).join(' → ');
}

const allOff: Sent = { waiting_room: false, meeting_authentication: false };

describe('the steps to a field', () => {
  // Clamp, secure and fill, by hand. The meeting before an update has: W Waiting Room, P passcode, A authentication, O option.
  // biome-ignore format: a table is read by its columns
  const table: readonly [Operation, string, Sent, string, FieldName, string][] = [
    ['create', 'EUU', { waiting_room: false },         '',   'waiting_room',           'locks true'],
    ['create', 'UUU', { waiting_room: false },         '',   'waiting_room',           'locks false → security true'],
    ['create', 'UUU', { password: 'x' },               '',   'waiting_room',           'locks false'],
    ['create', 'UUU', { password: 'x' },               '',   'password',               'locks the passcode'],
    ['create', 'UEU', {},                              '',   'password',               'locks a generated passcode'],
    ['create', 'UDU', { password: 'x' },               '',   'password',               'locks no passcode'],
    ['create', 'DUU', allOff,                          '',   'password',               'locks no passcode → security a generated passcode'],
    ['create', 'DDU', {},                              '',   'meeting_authentication', 'locks false → security true'],
    ['create', 'DDU', {},                              '',   'authentication_option',  'option opt-default'],
    ['create', 'UUE', { authentication_option: 'o' },  '',   'authentication_option',  'option o'],
    ['create', 'UUU', { authentication_option: 'o' },  '',   'authentication_option',  'option no option'],
    ['update', 'UUU', allOff,                          'WP', 'waiting_room',           'locks false → security true'],
    ['update', 'UUU', allOff,                          'WP', 'password',               "locks the meeting's passcode"],
    ['update', 'UUU', allOff,                          'AO', 'meeting_authentication', 'locks false → security true'],
    ['update', 'UUU', allOff,                          'AO', 'authentication_option',  'security opt-own'],
    ['update', 'UUU', allOff,                          '',   'waiting_room',           'locks false → security true'],
    ['update', 'DUD', { password: '' },                'P',  'password',               "locks no passcode → security the meeting's passcode"],
    ['update', 'EUU', { password: '' },                'P',  'password',               "locks the meeting's passcode"],
    ['update', 'EDU', { meeting_authentication: true }, '',  'meeting_authentication', 'locks false'],
  ];
  for (const [operation, locks, sent, before, name, expected] of table) {
    it(`${operation} ${locks} | ${JSON.stringify(sent)} | had ${before || 'nothing'} | ${name}: ${expected}`, () => {
      assert.equal(drawn(predicted(operation, locks, sent, before), name), expected);
    });
  }

  it('each says why', () => {
    const [way] = reasoningOf(predicted('create', 'UUU', { waiting_room: false }), 'waiting_room') ?? [];
    assert.deepEqual(
      way?.result.steps.map(({ reason }) => words(reason)),
      [
        'the account does not lock the Waiting Room, so the request decides',
        'nothing else secures the meeting, and Zoom requires one security option',
      ],
    );
    assert.equal(way?.result.basis, 'documented');
  });
});

describe('over every input, known in full', () => {
  const tried = { locks: patterns, sent: requests, meeting: [undefined, ...meetings] };
  const rows = rowsOf(tried);
  itMeetsEveryPair(tried, rows);

  it('the last step is what is stored; security is a step where Zoom steps in, and only there', () => {
    for (const { locks, sent, meeting } of rows) {
      const prediction = predict(meeting ? 'update' : 'create', sent, account(locks), meeting);
      checkSteps(prediction, prediction.cases[0] as Case);
    }
  });
});

function checkSteps(prediction: Prediction, only: Case): void {
  const steps = fields.map(({ name }) => {
    const [way] = reasoningOf(prediction, name) ?? [];
    const told = way?.result.steps ?? [];
    const last = told.at(-1);
    if (!last || words(last.value) !== words(storedText(name, only)) || way?.when)
      assert.fail(`${name}: ${JSON.stringify([prediction.sent, only.facts, way])}`);
    return told.map(({ step }) => step);
  });
  const stepsIn = steps.flat().includes('security');
  // What a meeting had may be what the request sends.
  if (only.intervention === 'turned-on') assert.ok(stepsIn);
  if (only.intervention === 'none') assert.ok(!stepsIn);
}

describe('what depends on the meeting', () => {
  const whens = <T>(ways: readonly Way<T>[] | undefined) => ways?.map(({ when }) => when && say(when));

  it('once for each way, with its condition', () => {
    const ways = reasoningOf(predicted('update', 'UEU', { waiting_room: true }), 'password');
    assert.deepEqual(whens(ways), ['If the meeting has no passcode', 'If the meeting has a passcode']);
  });

  it('conditions with the same result are one way, and too many of them are the rest', () => {
    const ways = interventionOf(predicted('update', 'UUU', {}));
    assert.deepEqual(whens(ways), [
      'If the meeting has the Waiting Room off, has no passcode and has authentication off',
      'Otherwise',
    ]);
    const two = interventionOf(predicted('update', 'UUU', { waiting_room: false }));
    assert.equal(
      whens(two)?.at(-1),
      'If the meeting has no passcode and has authentication on, or if the meeting has a passcode',
    );
  });

  it('where nothing is known, the ways are too many', () => {
    for (const [operation, onWhat] of [
      ['create', /it depends on the account's settings and on which of Zoom's rules apply/],
      ['update', /it depends on the account's locks and on the current meeting/],
    ] as const) {
      const prediction = predict(operation, { waiting_room: false }, nothingKnown);
      for (const { name } of fields) assert.equal(reasoningOf(prediction, name), undefined, name);
      assert.match(
        interventionOf(prediction)
          .map(({ result }) => say(result))
          .join(),
        onWhat,
      );
    }
  });

  it('the ways hold what is stored in each meeting, whatever is sent', () => {
    for (const locks of ['UUU', 'DUU', 'EDU', 'UEU', 'DUD']) {
      for (const sent of requests) {
        const prediction = predict('update', sent, account(locks));
        for (const { name } of fields) {
          const told = reasoningOf(prediction, name)?.map(({ result }) => words(result.stored));
          if (!told) continue;
          const stored = new Set(prediction.cases.map((each) => words(storedText(name, each))));
          assert.deepEqual(new Set(told), stored, `${locks} ${name} ${JSON.stringify(sent)}`);
        }
      }
    }
  });
});

describe('whether Zoom steps in', () => {
  // biome-ignore format: a table is read by its columns
  const table: readonly [Operation, string, Sent, string, RegExp][] = [
    ['create', 'UUU', {},                       '',  /no option is on: Zoom turns the Waiting Room on\.$/],
    ['create', 'DUU', {},                       '',  /no option is on: Zoom makes sure there is a passcode\.$/],
    ['create', 'DDU', {},                       '',  /no option is on: Zoom requires authentication\.$/],
    ['create', 'UUU', { password: 'x' },        '',  /at least one option is on\. Nothing more happens\.$/],
    ['create', 'DDD', {},                       '',  /Zoom has no scenario/],
    ['update', 'UUU', allOff,                   'P', /sends no passcode: Zoom probably keeps the meeting's settings\.$/],
    ['update', 'UUU', { ...allOff, password: '' }, 'P', /no security option on: Zoom keeps the meeting's settings\.$/],
  ];
  for (const [operation, locks, sent, before, expected] of table) {
    it(`${operation} ${locks} ${JSON.stringify(sent)}`, () => {
      const [only, ...others] = interventionOf(predicted(operation, locks, sent, before));
      assert.deepEqual([only?.when, others], [undefined, []]);
      assert.match(say(only?.result ?? text``), expected);
    });
  }

  it('an account without the requirement has no such step', () => {
    const [only] = interventionOf(predict('create', {}, account('UUU', { required: false })));
    assert.match(say(only?.result ?? text``), /does not require a security option/);
  });
});
