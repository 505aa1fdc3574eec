import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lockPattern, scenarioOf } from '../../../shared/engine/scenarios.ts';
import type { Lock } from '../../../shared/model/security.ts';
import { createRows, updateRows } from '../../spec/scenarioTable.ts';
import { account, patterns } from '../../support/inputs.ts';

function locksOf(pattern: string) {
  const { waitingRoom, passcode, authentication } = account(pattern).locks;
  return {
    waitingRoom: waitingRoom[0] as Lock,
    passcode: passcode[0] as Lock,
    authentication: authentication[0] as Lock,
  };
}

describe('scenarioOf', () => {
  it('is the row of the table, for every combination of locks', () => {
    for (const [operation, rows] of [
      ['create', createRows],
      ['update', updateRows],
    ] as const) {
      for (const pattern of patterns) {
        const row = rows.find(([, locks]) => locks.split(' ').includes(pattern))?.[0];
        assert.equal(scenarioOf(operation, locksOf(pattern)), row, `${operation} ${pattern}`);
      }
    }
  });

  it('rows 3 and 4 change places between the tables', () => {
    assert.deepEqual([scenarioOf('create', locksOf('UUD')), scenarioOf('update', locksOf('UUD'))], [3, 4]);
    assert.deepEqual([scenarioOf('create', locksOf('UDU')), scenarioOf('update', locksOf('UDU'))], [4, 3]);
  });

  it('all three off and locked has none', () => {
    assert.equal(scenarioOf('create', locksOf('DDD')), undefined);
    assert.equal(scenarioOf('update', locksOf('DDD')), undefined);
  });
});

describe('lockPattern', () => {
  it('one letter a setting: Waiting Room, passcode, authentication', () => {
    for (const pattern of patterns) assert.equal(lockPattern(locksOf(pattern)), pattern);
  });
});
