import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Held, Meeting, Sent } from '../../../shared/model/security.ts';
import { newerRows, readNewer } from '../../spec/newerRules.ts';
import { type Expected, readCreate, readUpdate } from '../../spec/readRow.ts';
import { createRows, updateRows } from '../../spec/scenarioTable.ts';
import { describeLocks, describeSent, requests } from '../../support/inputs.ts';
import { rowsOf, triesAll } from '../../support/rotation.ts';
import { type Ask, profileOf, standIn } from '../../support/standIn.ts';

/** The stand-in against Zoom's rows, which know nothing of the engine that it answers by. */

const locks = createRows.flatMap(([, patterns]) => patterns.split(' '));
const rowFor = <Row extends readonly [number, string, ...unknown[]]>(rows: readonly Row[], pattern: string) =>
  rows.find(([, patterns]) => patterns.split(' ').includes(pattern)) as Row;

function bodyOf({ password, waiting_room, meeting_authentication, authentication_option }: Sent) {
  return { topic: 'x', password, settings: { waiting_room, meeting_authentication, authentication_option } };
}

interface Shown extends Meeting {
  readonly id: string;
}

async function shown(ask: Ask, id: unknown): Promise<Shown> {
  const { status, body } = await ask('GET', `/v2/meetings/${id}`);
  assert.equal(status, 200);
  const { password, settings = {} } = body ?? {};
  const held = (value: string | undefined): Held => (value === undefined ? { set: false } : { set: true, value });
  return {
    id: String(id),
    waiting_room: settings.waiting_room ?? assert.fail(),
    meeting_authentication: settings.meeting_authentication ?? assert.fail(),
    password: held(password),
    authentication_option: held(settings.authentication_option),
  };
}

async function created(ask: Ask, sent: Sent): Promise<Shown> {
  const { status, body } = await ask('POST', '/v2/users/me/meetings', bodyOf(sent));
  assert.equal(status, 201, JSON.stringify(body));
  const meeting = await shown(ask, body?.id);
  assert.deepEqual((await ask('GET', `/v2/meetings/${meeting.id}`)).body, body, 'the 201 response is what GET shows');
  return meeting;
}

function check(stored: Shown, expected: Expected, about: string): void {
  for (const name of ['waiting_room', 'meeting_authentication'] as const)
    if (expected[name] !== 'silent') assert.equal(stored[name], expected[name], `${name}: ${about}`);
  for (const name of ['password', 'authentication_option'] as const) {
    const wanted = expected[name];
    if (wanted === 'silent') continue;
    assert.equal(stored[name].set, wanted.set, `${name}: ${about}`);
    if (wanted.value !== undefined) assert.equal(stored[name].value, wanted.value, `${name}: ${about}`);
  }
}

describe('GET after POST: the rows for create', () => {
  for (const pattern of locks)
    it(describeLocks(pattern), async () => {
      const ask = standIn(profileOf(pattern));
      for (const sent of requests)
        check(await created(ask, sent), readCreate(rowFor(createRows, pattern), sent), describeSent(sent));
    });
});

const withNull = requests.flatMap((sent) => ('password' in sent ? [] : [{ ...sent, password: null }]));
/** What the meeting before an update is made with: other values than the update sends. */
const before = requests.map((sent) => ({
  ...sent,
  ...(sent.password ? { password: 'own-code' } : {}),
  ...(sent.authentication_option ? { authentication_option: 'opt-own' } : {}),
}));

describe('GET after PATCH: the rows for update', () => {
  const all = rowsOf({ pattern: locks, sent: [...requests, ...withNull], made: before });
  // The engine is held against every row elsewhere: here it is about the way through the stand-in.
  const rows = triesAll ? all : all.filter((_, index) => index % 5 === 0);
  for (const pattern of locks)
    it(describeLocks(pattern), async () => {
      const ask = standIn(profileOf(pattern));
      for (const { sent, made } of rows.filter((each) => each.pattern === pattern)) {
        const meeting = await created(ask, made);
        const { status, body } = await ask('PATCH', `/v2/meetings/${meeting.id}`, bodyOf(sent));
        assert.deepEqual([status, body], [204, undefined]);
        const about = `${describeSent(sent)}, before: ${JSON.stringify(meeting)}`;
        check(await shown(ask, meeting.id), readUpdate(rowFor(updateRows, pattern), sent, meeting), about);
      }
    });
});

describe('GET after POST: the current API reference', () => {
  const values = [true, false].flatMap((waitingRoom) => [true, false].map((passcode) => ({ waitingRoom, passcode })));
  const rows = rowsOf({ row: newerRows, sent: requests, value: values });
  for (const [index, value] of values.entries())
    it(JSON.stringify(value), async () => {
      for (const row of newerRows) {
        const ask = standIn(profileOf(row[0], '2025-03-24', value));
        for (const { sent } of rows.filter((each) => each.row === row && each.value === values[index])) {
          const { waiting_room, password, meeting_authentication } = await created(ask, sent);
          const options = { waitingRoom: waiting_room, passcode: password.set, authentication: meeting_authentication };
          assert.deepEqual(options, readNewer(row, sent, value), `${describeLocks(row[0])} ${describeSent(sent)}`);
        }
      }
    });
});
