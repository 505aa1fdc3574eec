import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Enforcement } from '../../shared/engine/enforcement.ts';
import type { Outcome } from '../../shared/engine/outcome.ts';
import { type Case, predict } from '../../shared/engine/predict.ts';
import { type FieldName, fields, type RuleSet, type Sent } from '../../shared/model/security.ts';
import { account, describeLocks, describeSent, meetings, patterns, requests } from '../support/inputs.ts';
import { type ExpectedOptions, newerRows, readNewer } from './newerRules.ts';

const rules = '2025-03-24';
const flags = [true, false];
const values = flags.flatMap((waitingRoom) => flags.map((passcode) => ({ waitingRoom, passcode })));
const defaultPasswords = [undefined, true, false];

const known = (locks: string, { waitingRoom, passcode }: (typeof values)[number], more: Partial<Enforcement> = {}) =>
  account(locks, { rules: [rules], enabled: { waitingRoom: [waitingRoom], passcode: [passcode] }, ...more });
const only = (sent: Sent, enforcement: Enforcement) => predict('create', sent, enforcement).cases[0] as Case;
const asking = (sent: Sent, default_password: boolean | undefined): Sent =>
  default_password === undefined ? sent : { ...sent, default_password };

it('the table has every combination once, but for DDD', () => {
  assert.deepEqual([...newerRows.map(([locks]) => locks), 'DDD'].sort(), [...patterns].sort());
});

describe('create, by the current API reference', () => {
  for (const row of newerRows) {
    it(describeLocks(row[0]), () => {
      for (const sent of requests) {
        for (const default_password of defaultPasswords) {
          for (const value of values) {
            const request = asking(sent, default_password);
            const { outcome } = only(request, known(row[0], value));
            const about = `${describeSent(request)} ${JSON.stringify({ value, outcome })}`;
            assert.deepEqual(optionsOf(outcome), readNewer(row, request, value), about);
          }
        }
      }
    });
  }
});

describe('default_password by the tables of 2020', () => {
  const tables: readonly RuleSet[] = ['2020-12-20'];
  const stored = (sent: Sent, locks: string) => {
    const outcomes = predict('create', sent, account(locks, { rules: tables })).cases.map(({ outcome }) => outcome);
    return new Set(outcomes.map((each) => JSON.stringify(optionsOf(each))));
  };

  it('true is open where passcodes are not locked and none is given: it has no effect, or a passcode is generated', () => {
    for (const [locks] of newerRows) {
      for (const sent of requests) {
        const plain = only(sent, account(locks)).outcome;
        const generated = optionsOf(only({ ...sent, password: 'generated' }, account(locks)).outcome);
        const isOpen = locks[1] === 'U' && !sent.password;
        const possible = [optionsOf(plain), ...(isOpen ? [generated] : [])].map((each) => JSON.stringify(each));
        assert.deepEqual(stored({ ...sent, default_password: true }, locks), new Set(possible), describeSent(sent));
      }
    }
  });

  it('what a passcode that it makes decides is inferred', () => {
    const { cases } = predict('create', { default_password: true, waiting_room: false }, account('UUU'));
    assert.deepEqual(
      cases.map(({ assumed, outcome: { password, waiting_room } }) => [
        assumed,
        [password.set, password.basis],
        [waiting_room.value, waiting_room.basis],
      ]),
      [
        [{ default_password: false }, [false, 'documented'], [true, 'documented']],
        [{ default_password: true }, [true, 'inferred'], [false, 'inferred']],
      ],
    );
  });

  it('false changes nothing', () => {
    for (const [locks] of newerRows) {
      for (const sent of requests) {
        const plain = only(sent, account(locks)).outcome;
        assert.deepEqual(only({ ...sent, default_password: false }, account(locks)).outcome, plain);
      }
    }
  });
});

it('default_password: true is the same request as without it', () => {
  for (const [locks] of newerRows) {
    for (const sent of requests) {
      for (const value of values) {
        const asked = only({ ...sent, default_password: true }, known(locks, value)).outcome;
        assert.deepEqual(asked, only(sent, known(locks, value)).outcome);
      }
    }
  }
});

describe('a passcode that is generated or declined is documented, what differs in the Waiting Room inferred, the rest as by the tables', () => {
  for (const [locks] of newerRows) {
    it(describeLocks(locks), () => {
      for (const sent of requests) {
        for (const default_password of defaultPasswords) {
          for (const value of values) {
            const newer = only(asking(sent, default_password), known(locks, value)).outcome;
            const older = only(sent, account(locks)).outcome;
            const settled = locks[1] === 'U' && !sent.password && value.passcode;
            const stated = settled && (default_password !== false || !newer.password.set);
            for (const { name } of fields) {
              const differs = name === 'waiting_room' && !isSame(newer, older, name);
              const expected = differs ? 'inferred' : older[name].basis;
              const about = `${name} ${describeSent(sent)} ${JSON.stringify({ default_password, value })}`;
              assert.equal(newer[name].basis, stated && name === 'password' ? 'documented' : expected, about);
            }
          }
        }
      }
    });
  }
});

it('an update is the same under both rule sets, and default_password is no field of it', () => {
  for (const locks of patterns) {
    for (const sent of requests.filter((_, index) => index % 5 === 0)) {
      for (const meeting of [undefined, meetings[0], meetings[15]]) {
        const tables = predict('update', sent, account(locks), meeting).cases.map(({ outcome }) => outcome);
        for (const value of values) {
          const asked = predict('update', { ...sent, default_password: true }, known(locks, value), meeting);
          assert.deepEqual(
            asked.cases.map(({ outcome }) => outcome),
            tables,
          );
        }
      }
    }
  }
});

function optionsOf({ waiting_room, password, meeting_authentication }: Outcome): ExpectedOptions {
  return { waitingRoom: waiting_room.value, passcode: password.set, authentication: meeting_authentication.value };
}

function isSame(a: Outcome, b: Outcome, name: FieldName): boolean {
  const bare = ({ source, value, ...rest }: Outcome[FieldName]) => [source, value, 'set' in rest && rest.set];
  return JSON.stringify(bare(a[name])) === JSON.stringify(bare(b[name]));
}
