import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Enforcement, nothingKnown } from '../../../shared/engine/enforcement.ts';
import type { Outcome } from '../../../shared/engine/outcome.ts';
import { outcomesOf, predict } from '../../../shared/engine/predict.ts';
import type { Meeting, Operation, Sent } from '../../../shared/model/security.ts';
import { createRows, updateRows } from '../../spec/scenarioTable.ts';
import {
  accountKnowing,
  type Completion,
  completionsOf,
  concrete,
  holds,
  type Knowledge,
  knowledge,
  lineOf,
} from '../../support/completions.ts';
import { deepFreeze, describeSent, meetings, patterns, requests } from '../../support/inputs.ts';
import { itMeetsEveryPair, rowsOf, triesAll } from '../../support/rotation.ts';

/**
 * Unknown facts against known ones, over every input there is: 64 ways to know the locks, 81 requests (in turn where the
 * requirement is off), and a meeting that is one of 16, which are tried in turn, or not available. The outcomes' conditions must cover each completion of the
 * unknown facts exactly once, and give there what is predicted where nothing is unknown.
 */
interface World {
  readonly operation: Operation;
  readonly more: Partial<Enforcement>;
  readonly ownValues: boolean;
  /** The outcome in one line. */
  readonly truth: (request: number, pattern: string, meeting: number) => string;
}

function worldOf(
  operation: Operation,
  before: readonly (Meeting | undefined)[],
  more: Partial<Enforcement>,
  ownValues: boolean,
): World {
  const lines = new Map<string, string>();
  const truth = (request: number, pattern: string, meeting: number) => {
    const key = `${request} ${pattern} ${meeting}`;
    const line =
      lines.get(key) ??
      lineOf(concrete(operation, requests[request] as Sent, pattern, before[meeting], more), ownValues);
    lines.set(key, line);
    return line;
  };
  return { operation, more, ownValues, truth };
}

function checkWorld(
  world: World,
  known: Knowledge,
  completions: readonly Completion[],
  meeting: Meeting | undefined,
  tried: readonly Sent[],
): void {
  const enforcement = accountKnowing(known, world.more);
  for (const sent of tried) {
    const request = requests.indexOf(sent);
    const outcomes = outcomesOf(predict(world.operation, sent, enforcement, meeting));
    const met = new Array<number>(completions.length).fill(0);
    for (const { when, outcome } of outcomes) {
      const line = lineOf(outcome, world.ownValues);
      completions.forEach((completion, index) => {
        if (!holds(when, completion.facts)) return;
        met[index] = (met[index] ?? 0) + 1;
        const expected = world.truth(request, completion.pattern, completion.meeting);
        if (line !== expected)
          assert.equal(line, expected, `${known} | ${describeSent(sent)} | ${JSON.stringify(when)}`);
      });
    }
    const wrong = met.findIndex((count) => count !== 1);
    assert.equal(
      wrong,
      -1,
      `${known} | ${describeSent(sent)} | met ${met[wrong]} times: ${JSON.stringify(completions[wrong])}`,
    );
  }
}

const dimensions = { known: knowledge, sent: requests, meeting: meetings };
const rows = rowsOf(dimensions);
itMeetsEveryPair(dimensions, rows);

for (const [name, more] of [
  ['the requirement on', { required: true }],
  ['the requirement off', { required: false }],
] as const) {
  const { required } = more;
  describe(`unknown facts, ${name}`, () => {
    const creating = worldOf('create', [undefined], more, true);
    const updating = worldOf('update', meetings, more, false);

    for (const [turn, known] of knowledge.entries()) {
      // Without the requirement most of the law does not apply.
      const isTried = (at: number) => more.required !== false || triesAll || at % 4 === turn % 4;
      const tried = requests.filter((_, at) => isTried(at));
      it(`create, locks ${known}`, () =>
        checkWorld(creating, known, completionsOf(known, true, required), undefined, tried));
      it(`update, locks ${known}, meeting unknown`, () => {
        checkWorld(updating, known, completionsOf(known, false, required), undefined, tried);
      });
    }

    meetings.forEach((meeting, index) => {
      it(`update, any locks, meeting ${index}`, () => {
        const world = worldOf('update', [meeting], more, true);
        for (const known of knowledge) {
          const rowsWith = rows.filter((row) => row.known === known && row.meeting === meeting);
          const sent = rowsWith.map((row) => row.sent);
          checkWorld(world, known, completionsOf(known, true, required), meeting, sent);
        }
      });
    });
  });
}

describe('the scenario of an account that is partly known', () => {
  for (const [operation, rows] of [
    ['create', createRows],
    ['update', updateRows],
  ] as const) {
    it(`${operation}: the one row that all possible locks share, else null`, () => {
      for (const known of knowledge) {
        const possible = completionsOf(known, true).map(
          ({ pattern }) => rows.find(([, locks]) => locks.includes(pattern))?.[0],
        );
        const expected = new Set(possible).size === 1 ? (possible[0] ?? null) : null;
        assert.equal(predict(operation, {}, accountKnowing(known)).scenario, expected, known);
      }
    });
  }

  it('null where the requirement is off: no row applies', () => {
    for (const pattern of patterns) {
      for (const operation of ['create', 'update'] as const) {
        assert.equal(predict(operation, {}, accountKnowing(pattern, { required: false })).scenario, null);
      }
    }
  });
});

describe('all three locked off, while one option is required', () => {
  const allOff = ({ outcome }: { readonly outcome: Outcome }) =>
    !outcome.waiting_room.value && !outcome.password.set && !outcome.meeting_authentication.value;

  it('is no case of an account that is partly known: a create always ends up with something on', () => {
    for (const known of knowledge.filter((each) => each.includes('?'))) {
      const outcomes = outcomesOf(predict('create', {}, accountKnowing(known)));
      assert.deepEqual(outcomes.filter(allOff), [], known);
    }
  });

  it('is one where nothing is required', () => {
    const outcomes = outcomesOf(predict('create', {}, accountKnowing('D??', { required: false })));
    assert.ok(outcomes.some(allOff));
  });

  it('is what a profile says that contradicts itself', () => {
    const outcomes = outcomesOf(predict('create', {}, accountKnowing('DDD')));
    assert.deepEqual(outcomes.map(allOff), [true]);
  });
});

describe('predict', () => {
  it('all is known: one case without an assumption', () => {
    for (const pattern of patterns) {
      for (const sent of requests) {
        const account = accountKnowing(pattern);
        assert.deepEqual(
          outcomesOf(predict('create', sent, account)).map(({ when }) => when),
          [{}],
        );
        assert.deepEqual(
          outcomesOf(predict('update', sent, account, meetings[0])).map(({ when }) => when),
          [{}],
        );
      }
    }
  });

  it('a create has no meeting before it: one that is passed is ignored', () => {
    for (const [turn, sent] of requests.entries()) {
      const expected = predict('create', sent, nothingKnown);
      const tried = meetings.filter((_, at) => triesAll || at % 8 === turn % 8);
      for (const meeting of tried) assert.deepEqual(predict('create', sent, nothingKnown, meeting), expected);
    }
  });

  it('is deterministic, and leaves what it is given alone', () => {
    for (const sent of requests) {
      const frozen = deepFreeze(predict('update', deepFreeze(sent), deepFreeze(accountKnowing('?U?'))));
      assert.deepEqual(predict('update', sent, accountKnowing('?U?')), frozen);
      assert.deepEqual(outcomesOf(frozen), outcomesOf(frozen));
    }
  });

  it('a request that settles everything under known locks needs no meeting', () => {
    const sent = { waiting_room: true, password: 'x', meeting_authentication: true, authentication_option: 'opt' };
    assert.deepEqual(
      outcomesOf(predict('update', sent, accountKnowing('UUU'))).map(({ when }) => when),
      [{}],
    );
  });

  it('an update that names nothing depends on what the meeting has', () => {
    const [first] = outcomesOf(predict('update', {}, accountKnowing('DED')));
    assert.deepEqual(first?.when, { 'meeting.password': false });
    assert.equal(first?.outcome.password.source, 'generated');
  });
});
