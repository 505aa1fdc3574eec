import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { newMeeting } from '../../../shared/engine/facts.ts';
import type { Outcome } from '../../../shared/engine/outcome.ts';
import { type Case, predict } from '../../../shared/engine/predict.ts';
import type { Meeting, Operation, Sent } from '../../../shared/model/security.ts';
import { account, meetings, patterns, requests } from '../../support/inputs.ts';

/** Laws that hold for every input: locks, request, and the meeting of an update; with the requirement on and off. */
interface Input {
  readonly operation: Operation;
  readonly locks: string;
  readonly sent: Sent;
  readonly before: Meeting;
  readonly required: boolean;
}

/** Under the newer rules a create also depends on the account's values and on `default_password`. */
const newer = [true, false].flatMap((waitingRoom) =>
  [true, false].map((passcode) => ({
    rules: ['2025-03-24'] as const,
    enabled: { waitingRoom: [waitingRoom], passcode: [passcode] },
  })),
);

interface Predicted {
  readonly input: Input;
  readonly one: Case;
  readonly about: object;
}

type Law = (outcome: Outcome, input: Input, one: Case) => void;
const laws = new Map<string, Law>();
/** The first input for which a law fails. */
let failures: ReadonlyMap<string, Error>;

function law(name: string, holds: Law): void {
  laws.set(name, holds);
  it(name, () => {
    const failure = failures.get(name);
    if (failure) throw failure;
  });
}

/** Each input is predicted once for all laws, and forgotten then. */
function tryLaws(): ReadonlyMap<string, Error> {
  const found = new Map<string, Error>();
  for (const { input, one, about } of everything()) {
    for (const [name, holds] of laws) {
      if (found.has(name)) continue;
      try {
        holds(one.outcome, input, one);
      } catch (error) {
        const where = JSON.stringify({ ...input, ...about });
        found.set(name, new Error(`${where}\n${JSON.stringify(one.outcome)}`, { cause: error }));
      }
    }
  }
  return found;
}

function* everything(): Generator<Predicted> {
  for (const required of [true, false])
    for (const locks of patterns)
      for (const sent of requests)
        for (const meeting of [undefined, ...meetings]) yield* predictedOf(required, locks, sent, meeting);
}

function predictedOf(
  required: boolean,
  locks: string,
  asked: Sent,
  meeting: Meeting | undefined,
): readonly Predicted[] {
  const operation = meeting ? 'update' : 'create';
  return (meeting ? [{}] : [{}, ...newer]).flatMap((more) =>
    (meeting ? [asked] : [asked, { ...asked, default_password: true }]).map((sent) => {
      const one = predict(operation, sent, account(locks, { required, ...more }), meeting).cases[0] as Case;
      const input = { operation, locks, sent, before: meeting ?? newMeeting, required } as const;
      return { input, one, about: { ...more, meeting } };
    }),
  );
}

const on = (outcome: Outcome) => [
  outcome.waiting_room.value,
  outcome.password.set,
  outcome.meeting_authentication.value,
];

describe('laws', () => {
  before(() => {
    failures = tryLaws();
  });

  law('a lock is never broken', (outcome, { locks }) => {
    on(outcome).forEach((value, at) => {
      if (locks[at] === 'E') assert.equal(value, true);
      if (locks[at] === 'D') assert.equal(value, false);
    });
  });

  law('something secures the meeting, where the requirement is on and can be met', (outcome, { locks, required }) => {
    if (required && locks !== 'DDD') assert.ok(on(outcome).includes(true));
  });

  law('an option is there only with authentication, and on a create always then', (outcome, { operation }) => {
    const { meeting_authentication, authentication_option } = outcome;
    if (authentication_option.set || operation === 'create') {
      assert.equal(authentication_option.set || operation === 'update', meeting_authentication.value);
    }
  });

  law(
    'a value that is set is the sent one, the meeting’s own, the default one, or made by Zoom',
    ({ password, authentication_option }, { sent, before }) => {
      const passcodes = { request: sent.password, current: before.password.value, generated: undefined };
      const options = {
        request: sent.authentication_option,
        current: before.authentication_option.value,
        default: 'opt-default',
      };
      for (const [text, values] of [
        [password, passcodes],
        [authentication_option, options],
      ] as const) {
        if (!text.set) assert.equal(text.value, undefined);
        else assert.ok(text.source in values && text.value === values[text.source as keyof typeof values]);
      }
    },
  );

  law('the effect follows from what was sent and what is stored', (outcome, { operation, sent }) => {
    for (const name of ['waiting_room', 'meeting_authentication'] as const) {
      const { value, source, effect } = outcome[name];
      const silent = value && source !== 'current' ? 'added' : 'none';
      assert.equal(effect, sent[name] === undefined ? silent : sent[name] === value ? 'kept' : 'overwritten');
    }
    for (const name of ['password', 'authentication_option'] as const) {
      const { set, value, source, effect } = outcome[name];
      const asksForNone = name === 'password' && operation === 'update' && sent.password === '';
      const silent = set && source !== 'current' ? 'added' : 'none';
      const given = sent[name] ? value === sent[name] : !set;
      assert.equal(effect, sent[name] || asksForNone ? (given ? 'kept' : 'overwritten') : silent);
    }
  });

  law('`current` is what the meeting has, and only an update knows it', (outcome, { operation, before }) => {
    for (const name of ['waiting_room', 'meeting_authentication'] as const) {
      const { value, source } = outcome[name];
      if (source === 'current') assert.deepEqual([value, operation], [before[name], 'update']);
    }
    for (const name of ['password', 'authentication_option'] as const) {
      const { set, source } = outcome[name];
      if (source === 'current') assert.deepEqual([set, before[name].set, operation], [true, true, 'update']);
    }
  });

  law(
    'Zoom steps in only where the rows apply; where they do not, all but what the API reference says is inferred',
    (outcome, { locks, required }, { intervention }) => {
      if (required && locks !== 'DDD') return;
      assert.equal(intervention, 'none');
      const { password, ...others } = outcome;
      for (const { basis } of Object.values(others)) assert.equal(basis, 'inferred');
      if (password.source !== 'generated') assert.equal(password.basis, 'inferred');
    },
  );

  law('only rows 23 and 2 of an update give back', (_, { operation, locks }, { intervention }) => {
    if (intervention === 'restored') assert.ok(operation === 'update' && ['UUU', 'DUU'].includes(locks));
  });

  law('what is stored stays: an update that names nothing changes nothing more', (outcome, { locks, required }) => {
    const stored: Meeting = {
      waiting_room: outcome.waiting_room.value,
      password: outcome.password.set ? { set: true, value: outcome.password.value ?? 'made' } : { set: false },
      meeting_authentication: outcome.meeting_authentication.value,
      authentication_option: outcome.authentication_option.set
        ? { set: true, value: outcome.authentication_option.value ?? 'opt' }
        : { set: false },
    };
    const again = predict('update', {}, account(locks, { required }), stored).cases[0]?.outcome as Outcome;
    assert.deepEqual(on(again), on(outcome));
    assert.equal(again.password.value, stored.password.value);
    if (stored.authentication_option.set)
      assert.deepEqual(again.authentication_option.value, stored.authentication_option.value);
  });
});
