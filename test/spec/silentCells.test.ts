import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Case, predict } from '../../shared/engine/predict.ts';
import type { Held, Meeting, Sent } from '../../shared/model/security.ts';
import { account, describeLocks, describeSent, meetings, patterns, requests } from '../support/inputs.ts';
import { type CreateRow, type FlagCell, holdingIn, type TextCell, type UpdateRow } from './scenarioTable.ts';
import { type Filled, filledCreate, filledUpdate } from './silentCells.ts';

const combinations = patterns.filter((each) => each !== 'DDD');
const none: Held = { set: false };
const unsecured: Meeting = {
  waiting_room: false,
  password: none,
  meeting_authentication: false,
  authentication_option: none,
};

describe('what Zoom’s rows leave silent, where Zoom does not step in', () => {
  for (const locks of combinations) {
    it(`create | ${describeLocks(locks)}`, () => {
      const { row, silent } = filledCreate(locks);
      for (const sent of requests) hold(createCells(row, sent), silent, sent, locks, undefined);
    });

    it(`update | ${describeLocks(locks)}`, () => {
      const { row, silent } = filledUpdate(locks);
      for (const sent of requests) {
        for (const meeting of meetings) hold(updateCells(row, sent), silent, sent, locks, meeting);
      }
    });
  }

  it('leave nothing silent', () => {
    for (const locks of combinations) {
      for (const { row } of [filledCreate(locks), filledUpdate(locks)]) assert.ok(!row.slice(2).includes('–'), locks);
    }
  });
});

/** Which cell of the row speaks of each field. */
interface Cells {
  readonly row: CreateRow | UpdateRow;
  readonly waiting_room: number;
  readonly password: number;
  readonly meeting_authentication: number;
  readonly authentication_option: number;
}

function createCells(row: CreateRow, sent: Sent): Cells {
  return {
    row,
    waiting_room: 2 + whichFlag(sent.waiting_room),
    password: sent.password ? 5 : 6,
    meeting_authentication: whichAuthentication(sent, 7),
    authentication_option: sent.authentication_option ? 11 : 12,
  };
}

/** true with an option, true, false, not given. */
function whichAuthentication(
  { meeting_authentication: sent, authentication_option: option }: Sent,
  from: number,
): number {
  return from + (sent ? (option ? 0 : 1) : sent === false ? 2 : 3);
}

function updateCells(row: UpdateRow, sent: Sent): Cells {
  return {
    row,
    waiting_room: 2 + whichFlag(sent.waiting_room),
    password: sent.password ? 5 : sent.password === '' ? 7 : 6,
    meeting_authentication: whichAuthentication(sent, 8),
    authentication_option: sent.authentication_option ? 12 : 13,
  };
}

function whichFlag(sent: boolean | undefined): number {
  return sent === undefined ? 2 : sent ? 0 : 1;
}

function hold(
  cells: Cells,
  silent: Filled<unknown>['silent'],
  sent: Sent,
  locks: string,
  meeting: Meeting | undefined,
): void {
  const one = predict(meeting ? 'update' : 'create', sent, account(locks), meeting).cases[0] as Case;
  if (one.intervention !== 'none') return;
  const before = meeting ?? unsecured;
  const about = `${describeSent(sent)} ${JSON.stringify({ meeting, outcome: one.outcome })}`;
  for (const name of ['waiting_room', 'meeting_authentication'] as const) {
    const cell = cells.row[cells[name]] as FlagCell;
    if (silent.has(cells[name]))
      assert.equal(one.outcome[name].value, cell === 'own' ? before[name] : cell === 'on', about);
  }
  for (const name of ['password', 'authentication_option'] as const) {
    if (!silent.has(cells[name])) continue;
    const off = name === 'authentication_option' && !one.outcome.meeting_authentication.value;
    const { set, value } = one.outcome[name];
    const wanted = off ? none : holdingIn(cells.row[cells[name]] as TextCell, sent[name], before[name]);
    assert.deepEqual({ set, value }, { value: undefined, ...wanted }, about);
  }
}
