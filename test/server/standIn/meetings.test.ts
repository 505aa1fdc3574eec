import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { StoredMeeting } from '../../../server/standIn/meeting.ts';
import { Meetings, mostMeetings } from '../../../server/standIn/meetings.ts';

function meeting(id: number): StoredMeeting {
  return {
    id,
    uuid: '',
    host: 'me',
    createdAt: '',
    waiting_room: true,
    meeting_authentication: false,
    password: undefined,
    authentication_option: undefined,
    fields: {},
    settings: {},
    occurrences: new Map(),
  };
}

it('keeps the last 10,000 meetings', () => {
  const meetings = new Meetings(() => 0);
  for (let id = 1; id <= mostMeetings + 5; id++) meetings.set(meeting(id), 100);
  assert.equal(meetings.count, 10_000);
  assert.deepEqual([meetings.get(5), meetings.get(6)?.id], [undefined, 6]);
  assert.equal(meetings.of('me').length, 10_000);
});

it('keeps fewer where they are large, and one however large it is', () => {
  const meetings = new Meetings(() => 0);
  for (let id = 1; id <= 60; id++) meetings.set(meeting(id), 1_000_000);
  assert.equal(meetings.count, 50);
  for (let time = 0; time < 3; time++) meetings.set(meeting(60), 1_000_000);
  assert.equal(meetings.count, 50, 'an update replaces its meeting');
  meetings.delete(60);
  meetings.set(meeting(61), 900_000_000);
  assert.deepEqual([meetings.count, meetings.get(61)?.id], [1, 61]);
});

it('an id is taken once', () => {
  const ids = [1, 1, 2];
  const meetings = new Meetings(() => ids.shift() ?? 3);
  meetings.set(meeting(meetings.freeId()), 1);
  assert.equal(meetings.freeId(), 2);
});
