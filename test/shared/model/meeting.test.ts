import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { readMeetingFile, responseIn } from '../../../shared/model/meeting.ts';
import { say } from '../../../shared/text.ts';

const settings = { waiting_room: true };
const read = (value: unknown) =>
  readMeetingFile(parse(typeof value === 'string' ? value : JSON.stringify(value), 'literal'));
const noResponse = 'is not a response of GET /meetings/{meetingId}';

describe('a meeting file', () => {
  for (const [what, value] of [
    ['as Zoom returns it', { id: 1, topic: 'x', join_url: 'x', settings }],
    ['without the links', { uuid: 'Zk4mWq8s==', topic: 'x', settings }],
    ['as we write it', { type: 2, password: '<set, not kept>', settings }],
    ['the settings alone, with a schema', { $schema: 'x', settings }],
    ['in an object', { data: { id: 1, settings } }],
    ['in the result of a call', { code: 200, message: 'OK', data: { id: 1, join_url: 'x', settings } }],
    ['in a list', [{ id: 1, settings }]],
    ['deep inside', { response: { body: { id: 1, settings } } }],
  ] as const) {
    it(`holds a meeting ${what}`, () => {
      const { meeting, problem } = read(value);
      assert.deepEqual([meeting?.waiting_room, problem], [true, undefined]);
    });
  }

  for (const [what, value, clause] of [
    ['nothing', '', 'is empty'],
    ['a broken text', '{', 'is not valid JSON'],
    ['an empty object', {}, 'has no "settings"'],
    ['an error', { code: 124, message: 'Invalid access token.' }, 'is an error response from Zoom (code 124)'],
    ['a meeting of a list', { id: 1, join_url: 'x', topic: 'x' }, 'has no "settings"'],
    ['a list of meetings', { page_size: 30, meetings: [] }, 'is a list of meetings'],
    ['a list', [], 'is a list'],
    [
      'two meetings',
      [
        { id: 1, settings },
        { id: 2, settings },
      ],
      'contains several meetings',
    ],
    ['a webinar', { id: 1, type: 5, settings }, 'is a webinar'],
    ['a wrapped webinar', { data: { id: 1, type: 5, join_url: 'x', settings } }, 'is a webinar'],
    ['a request', { topic: 'x', settings }, `${noResponse}: it has no "id"`],
    ['a request for a user', { schedule_for: 'mira@example.com', settings }, `${noResponse}: it has no "id"`],
    ['a wrapped request', { body: { topic: 'x', settings } }, noResponse],
    ['a passcode', { password: 'x' }, 'has no "settings"'],
    ['settings that are null', { id: 1, settings: null }, 'has no "settings"'],
    ['bare settings', settings, noResponse],
    ['a lock profile', { waitingRoom: { locked: true } }, 'is a lock profile'],
    ['something else', { name: 'app' }, noResponse],
    ['a wrong type', { id: 1, settings: { waiting_room: 'on' } }, wrong('settings.waiting_room')],
    ['a wrong type inside', { data: { id: 1, password: 7, settings } }, wrong('password')],
  ] as const) {
    it(`counts as none: ${what}`, () => {
      const { meeting, problem } = read(value);
      assert.equal(meeting, undefined);
      assert.equal(problem && say(problem), clause);
    });
  }
});

function wrong(field: string): string {
  return `is a meeting whose ${field} has the wrong type`;
}

it('what was copied needs an id: it may be a request', () => {
  const found = responseIn(parse(JSON.stringify({ settings }), 'literal'));
  assert.equal('problem' in found && say(found.problem), `${noResponse}: it has no "id"`);
});
