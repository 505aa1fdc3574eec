import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition, FactValue } from '../../../shared/engine/facts.ts';
import { outcomesOf, predictEach } from '../../../shared/engine/predict.ts';
import { possibleRequests } from '../../../shared/engine/requests.ts';
import { parse } from '../../../shared/json/parse.ts';
import { readRequest } from '../../../shared/model/request.ts';
import type { Meeting, Operation, Sent } from '../../../shared/model/security.ts';
import {
  accountKnowing,
  completionsOf,
  concrete,
  holds,
  type Knowledge,
  knowledge,
  lineOf,
} from '../../support/completions.ts';
import { describeSent, meetings, requests } from '../../support/inputs.ts';
import { bodyText, combinations, inTurn, type OpenField, placeholders } from '../../support/openBodies.ts';

/**
 * The outcomes of a body with open values are those of the bodies that it may become: the conditions of the outcomes cover
 * each way to fill it in, together with each way that the account and the meeting may be, exactly once. For every combination of
 * open values; locks, what is certain of the request, the meeting and the rules take turns.
 */

type Assumption = readonly [fact: FactValue, value: boolean | string | undefined];

const assumptions: Readonly<Record<OpenField, readonly Assumption[]>> = {
  waiting_room: [
    [true, true],
    [false, false],
    [null, undefined],
  ],
  password: [
    [true, '{{passcode}}'],
    [null, undefined],
  ],
  meeting_authentication: [
    [true, true],
    [false, false],
    [null, undefined],
  ],
  authentication_option: [
    [true, '<option>'],
    [null, undefined],
  ],
  default_password: [
    [true, true],
    [false, false],
    [null, undefined],
  ],
};

interface Filled {
  readonly sent: Sent;
  readonly facts: Condition;
}

function filled(certain: Sent, open: readonly OpenField[]): readonly Filled[] {
  return open.reduce<readonly Filled[]>(
    (sofar, name) =>
      sofar.flatMap(({ sent, facts }) =>
        assumptions[name].map(([fact, value]) => ({
          sent: value === undefined ? sent : { ...sent, [name]: value },
          facts: { ...facts, [`request.${name}`]: fact },
        })),
      ),
    [{ sent: certain, facts: {} }],
  );
}

function certainOf(sent: Sent, open: readonly OpenField[]): Sent {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !open.includes(name as OpenField)));
}

function checkOpen(
  operation: Operation,
  sent: Sent,
  open: readonly OpenField[],
  known: Knowledge,
  meeting: Meeting | undefined,
  more: object,
): void {
  const certain = certainOf(sent, open);
  const { open: read } = readRequest(
    parse(bodyText(Object.fromEntries(open.map((name) => [name, placeholders[name]])))),
  );
  const account = accountKnowing(known, more);
  const possible = possibleRequests(operation, { sent: certain, open: read }, account, []);
  const ownValues = operation === 'create' || meeting !== undefined;
  const outcomes = outcomesOf(predictEach(operation, possible, account, meeting));
  const lines = outcomes.map(({ when, outcome }) => ({ when, line: lineOf(outcome, ownValues) }));
  for (const filling of filled(certain, open)) {
    for (const { pattern, meeting: index, facts } of completionsOf(known, ownValues)) {
      const all = { ...facts, ...filling.facts };
      const before = operation === 'create' ? undefined : (meeting ?? meetings[index]);
      const expected = lineOf(concrete(operation, filling.sent, pattern, before, more), ownValues);
      const said = lines.filter(({ when }) => holds(when, all)).map(({ line }) => line);
      if (said.length !== 1 || said[0] !== expected)
        assert.deepEqual(said, [expected], `${known} | ${describeSent(certain)} | ${JSON.stringify(all)}`);
    }
  }
}

const rules = [
  {},
  { required: false },
  { rules: '2025-03-24', enabled: { waitingRoom: [true], passcode: [true] } },
  { rules: '2025-03-24', enabled: { waitingRoom: [false], passcode: [true] } },
] as const;

describe('the outcomes of open values are those of what they may be', () => {
  combinations.forEach((open, index) => {
    it(open.join(', ') || 'none', () => {
      for (const { each: known, at } of inTurn(knowledge, 17, index)) {
        const turn = index * knowledge.length + at;
        const sent = requests[(turn * 7) % requests.length] as Sent;
        checkOpen('create', sent, open, known, undefined, rules[turn % rules.length] as object);
        checkOpen('update', sent, open, known, meetings[turn % meetings.length], rules[turn % 2] as object);
        // Four facts of the meeting and three locks at once have tests of their own.
        if (!known.includes('?') || open.length < 2)
          checkOpen('update', sent, open, known, undefined, rules[turn % 2] as object);
      }
    });
  });

  it('all of them, of an unknown account and an unknown meeting: conditions cover all, and do not overlap', () => {
    const all = combinations.at(-1) ?? [];
    const { open } = readRequest(parse(bodyText(placeholders)));
    const account = accountKnowing('???');
    const prediction = predictEach('update', possibleRequests('update', { sent: {}, open }, account, []), account);
    const outcomes = outcomesOf(prediction).map(({ when, outcome }) => ({ when: Object.entries(when), outcome }));
    assert.equal(prediction.cases.length, 3 * 3 * 2 * 2 * 27 * 16);
    assert.equal(all.length, 5);
    // One case in seven: seven divides none of the numbers of values.
    for (const { assumed, outcome } of prediction.cases.filter((_, at) => at % 7 === 0)) {
      const met = outcomes.filter(({ when }) =>
        when.every(([fact, value]) => assumed[fact as keyof Condition] === value),
      );
      assert.equal(met.length, 1);
      assert.equal(lineOf(met[0]?.outcome ?? outcome, false), lineOf(outcome, false));
    }
  });
});
