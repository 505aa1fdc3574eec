import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Outcome } from '../../shared/engine/outcome.ts';
import { predict } from '../../shared/engine/predict.ts';
import type { Meeting, Operation, Sent } from '../../shared/model/security.ts';
import { account, deepFreeze, describeLocks, describeSent, meetings, patterns, requests } from '../support/inputs.ts';
import { type Expected, readCreate, readUpdate } from './readRow.ts';
import { createRows, updateRows } from './scenarioTable.ts';

describe('the table itself', () => {
  for (const [operation, rows] of [
    ['create', createRows],
    ['update', updateRows],
  ] as const) {
    const combinations = rows.flatMap(([, locks]) => locks.split(' '));

    it(`${operation}: the rows are numbered 1 to 23`, () => {
      assert.deepEqual(
        rows.map(([row]) => row),
        Array.from({ length: 23 }, (_, index) => index + 1),
      );
    });

    it(`${operation}: every combination of locks is in exactly one row, except DDD`, () => {
      assert.deepEqual([...combinations, 'DDD'].sort(), [...patterns].sort());
    });
  }

  it('create: 50 cells are silent', () => {
    assert.equal(createRows.flat().filter((cell) => cell === '–').length, 50);
  });

  it('update: 76 cells are silent', () => {
    assert.equal(updateRows.flat().filter((cell) => cell === '–').length, 76);
  });
});

describe('create: what the rows say', () => {
  for (const row of createRows) {
    for (const locks of row[1].split(' ')) {
      for (const sent of requests) {
        it(`create ${row[0]} | ${describeLocks(locks)} | ${describeSent(sent)}`, () => {
          check('create', row[0], locks, sent, undefined, readCreate(row, sent));
        });
      }
    }
  }
});

/** Zoom's page writes `null` for what is not provided, and names it as a way to disable. */
const withNull = requests.flatMap((sent) => ('password' in sent ? [] : [{ ...sent, password: null }]));

describe('update: what the rows say', () => {
  for (const row of updateRows) {
    for (const locks of row[1].split(' ')) {
      for (const sent of [...requests, ...withNull]) {
        it(`update ${row[0]} | ${describeLocks(locks)} | ${describeSent(sent)}`, () => {
          for (const meeting of meetings) check('update', row[0], locks, sent, meeting, readUpdate(row, sent, meeting));
        });
      }
    }
  }
});

function check(
  operation: Operation,
  row: number,
  locks: string,
  sent: Sent,
  meeting: Meeting | undefined,
  expected: Expected,
): void {
  const prediction = predict(operation, deepFreeze(sent), deepFreeze(account(locks)), deepFreeze(meeting));
  assert.equal(prediction.scenario, row);
  assert.equal(prediction.cases.length, 1);
  const outcome = prediction.cases[0]?.outcome as Outcome;
  // Written out only where something is wrong: there are tens of thousands.
  const same = (actual: unknown, wanted: unknown, name: string) => {
    if (actual !== wanted) assert.equal(actual, wanted, `${name}: ${JSON.stringify({ meeting, outcome })}`);
  };
  for (const name of ['waiting_room', 'meeting_authentication'] as const) {
    same(outcome[name].basis, expected[name] === 'silent' ? 'inferred' : 'documented', name);
    if (expected[name] !== 'silent') same(outcome[name].value, expected[name], name);
  }
  for (const name of ['password', 'authentication_option'] as const) {
    const wanted = expected[name];
    same(outcome[name].basis, wanted === 'silent' ? 'inferred' : 'documented', name);
    if (wanted === 'silent') continue;
    same(outcome[name].set, wanted.set, name);
    same(outcome[name].value, wanted.value, name);
  }
}
