import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { clauseFor, mistakenFor, recognise } from '../../../shared/model/recognise.ts';
import { say } from '../../../shared/text.ts';

const meeting = { id: 84210003344, host_id: 'x7Lq', topic: 'x', type: 2, join_url: 'https://zoom.example.com/j/1' };
const body = { topic: 'Standup', duration: 15, settings: { waiting_room: true } };

/** What it is, and the place of what it holds. */
const others: readonly (readonly [what: string, value: unknown, clause: string, at?: string])[] = [
  ['a webinar', { topic: 'Launch', type: 5, settings: { panelists_video: true } }, 'is a webinar'],
  ['a recurring webinar', { topic: 'Launch', type: 9, recurrence: { type: 1 } }, 'is a webinar'],
  ['a webinar without a fixed time, the type as text', { topic: 'Launch', type: '6' }, 'is a webinar'],
  ['a webinar without a type', { topic: 'Launch', settings: { panelists_video: true } }, 'is a webinar'],
  ['a created meeting', { ...meeting, settings: { waiting_room: true } }, 'is a response from Zoom'],
  ['a webinar as Zoom returns it', { ...meeting, type: 5 }, 'is a webinar'],
  ['a registrant as Zoom returns it', { id: 1, join_url: 'x', registrant_id: 'r' }, 'is a response from Zoom'],
  ['an error', { code: 124, message: 'Invalid access token.' }, 'is an error response from Zoom (code 124)'],
  [
    'a refused body',
    { code: 300, message: 'Validation Failed.', errors: [{ field: 'topic', message: 'Invalid field.' }] },
    'is an error response from Zoom (code 300)',
  ],
  ['a list of meetings', { page_size: 30, total_records: 1, meetings: [meeting] }, 'is a list of meetings'],
  ['an empty list of meetings', { page_size: 30, meetings: [] }, 'is a list of meetings'],
  ['a wrapped response', { data: { ...meeting, settings: {} } }, 'is a response from Zoom', '/data'],
  ['wrapped with the code of a success', { code: 0, message: 'ok', data: meeting }, 'is a response from Zoom', '/data'],
  ['a wrapped body', { body }, 'contains a request', '/body'],
  ['a call', { method: 'POST', url: '/users/me/meetings', body }, 'contains a request', '/body'],
  ['a call, deeper', { request: { method: 'POST', body } }, 'contains a request', '/request/body'],
  ['a list of one', [{ topic: 'Standup' }], 'contains a request', '/*'],
  ['a list of bodies', [body, body], 'contains several requests', '/*'],
  ['a map of bodies', { standup: body, retro: { topic: 'Retro' } }, 'contains several requests', '/*'],
  ['a map in a map', { templates: { standup: body, 'a/b': body } }, 'contains several requests', '/templates/*'],
  ['a list under a key', { 'a/b': [body, body] }, 'contains several requests', '/a~1b/*'],
  ['a list of meetings of the user', { meetings: [body, body] }, 'contains several requests', '/meetings/*'],
  ['a Postman collection', { info: { name: 'Zoom', schema: 'x' }, item: [] }, 'is a Postman collection'],
  ['an Insomnia export', { _type: 'export', __export_format: 4, resources: [] }, 'is an Insomnia export'],
  ['an OpenAPI document', { openapi: '3.0.0', info: { title: 'Zoom' }, paths: {} }, 'is an OpenAPI document'],
  [
    'settings of the account',
    { meeting_security: { auto_security: true, waiting_room: true } },
    'is a response of the settings endpoints',
  ],
  [
    'settings of a user',
    { schedule_meeting: { host_video: true }, in_meeting: { waiting_room: true } },
    'is a response of the settings endpoints',
  ],
  ['a webhook', { event: 'meeting.created', payload: { account_id: 'a', object: meeting } }, 'is a webhook event'],
  ['a lock profile', { waitingRoom: { enabled: true, locked: true } }, 'is a lock profile'],
  ['a list', [1, 2], 'is a list'],
  ['an empty list', [], 'is a list'],
  ['a string', 'Standup', 'is a string'],
  ['a number', 8, 'is a number'],
  ['a boolean', true, 'is a boolean'],
  ['null', null, 'is null'],
  ['a package.json', { name: 'app', type: 'module', scripts: {} }, 'has no field of a meeting'],
  ['a tsconfig.json', { compilerOptions: { strict: true }, include: ['src'] }, 'has no field of a meeting'],
  ['a registrant', { email: 'mira@example.com', first_name: 'Mira' }, 'has no field of a meeting'],
  [
    'a new user',
    { action: 'create', user_info: { email: 'mira@example.com', type: 1, password: 'x' } },
    'has no field of a meeting',
  ],
  ['a JSON schema', { type: 'object', properties: { topic: { type: 'string' } } }, 'is a JSON schema'],
  ['a token', { access_token: 'x', token_type: 'bearer' }, 'has no field of a meeting'],
  ['an event of a calendar', { summary: 'Standup', start: { dateTime: 'x' } }, 'has no field of a meeting'],
  ['one unknown field', { x: 1 }, 'has no field of a meeting'],
];

const bodies: readonly (readonly [what: string, value: unknown])[] = [
  ['nothing', {}],
  ['a topic', { topic: 'x' }],
  ['a passcode', { password: 'x' }],
  ['a schedule', { start_time: '2027-03-01T09:00:00', duration: 45 }],
  ['a recurrence', { recurrence: { type: 2 } }],
  ['one setting', { settings: { waiting_room: true } }],
  ['no settings', { settings: {} }],
  ['settings that are null', { settings: null }],
  ['settings of the wrong type', { settings: [] }],
  ['settings that are new', { settings: { brand_new: true } }],
  ['settings that are filled in later', { settings: '{{settings}}' }],
  ['the type alone', { type: 2 }],
  ['the type as text', { type: '8' }],
  ['a type that is filled in later', { type: '{{type}}' }],
  ['a template', { template_id: 'x' }],
  ['a user to schedule for', { schedule_for: 'mira@example.com' }],
  ['fields of one’s own, too', { topic: 'x', hostEmail: 'mira@example.com', room: 12 }],
  ['an id of one’s own', { id: 7, topic: 'x', settings: { waiting_room: true } }],
  ['a field that is called like an error’s', { code: 12, message: 'Welcome', topic: 'x' }],
  ['misspelled fields', { Topic: 'x', startTime: '2027-03-01T09:00:00' }],
  ['the field that many mean', { passcode: 'x' }],
  ['a schema', { $schema: 'zoom-create.schema.json' }],
  ['a remark', { _comment: 'To be written' }],
  ['a switch of webinars in a meeting', { type: 2, settings: { panelists_video: true } }],
];

describe('what is called a request', () => {
  for (const [what, value, clause, at] of others) {
    it(`is none: ${what}`, () => {
      const mistaken = mistakenFor(parse(JSON.stringify(value))) ?? assert.fail('taken for a request');
      assert.equal(say(clauseFor(mistaken)), clause);
      assert.equal(mistaken.is === 'container' ? mistaken.at : undefined, at);
    });
  }

  for (const [what, value] of bodies) {
    it(`is one: ${what}`, () => {
      assert.equal(recognise(parse(JSON.stringify(value)).root).is, 'body');
    });
  }

  it('what belongs inside settings is something of its own', () => {
    for (const value of [{ waiting_room: true }, { host_video: true, mute_upon_entry: true }, { waitingRoom: true }])
      assert.equal(recognise(parse(JSON.stringify(value)).root).is, 'settings');
  });

  it('an empty text, a broken one, and one that is filled in later are not judged', () => {
    for (const text of ['', '// later', '[', '{ "x": 1', '{ "code": 124, "message": ', '"{{body}}"', '{{body}}'])
      assert.equal(mistakenFor(parse(text)), undefined, text);
  });

  it('while it is typed, an object is left alone until it has two members', () => {
    const isJudged = (text: string) => mistakenFor(parse(text), true) !== undefined;
    for (const text of ['{}', '{ "x": 1 }', '{ "x": {} }', '{ "x": { "y": 1 } }', '{ "type": 5 }'])
      assert.equal(isJudged(text), false, text);
    for (const text of ['{ "x": 1, "y": 2 }', '{ "x": { "y": 1, "z": 2 } }', '{ "type": 5, "topic": "x" }', '[]', '7'])
      assert.equal(isJudged(text), true, text);
  });
});
