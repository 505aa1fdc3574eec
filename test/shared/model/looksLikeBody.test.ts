import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { largestBody, looksLikeBody } from '../../../shared/model/looksLikeBody.ts';
import { recognise } from '../../../shared/model/recognise.ts';

const settings = { waiting_room: false, join_before_host: true };

describe('a body', () => {
  const bodies: Readonly<Record<string, object>> = {
    'of a create': { topic: 'Standup', type: 2, password: 'abc123', settings },
    'of an update': { duration: 30, settings: { meeting_authentication: true } },
    'with a schema': { $schema: './zoom-create-body.schema.json', agenda: '', settings: { mute_upon_entry: true } },
  };
  for (const [which, body] of Object.entries(bodies)) {
    it(which, () => {
      const text = JSON.stringify(body, null, 2);
      assert.equal(looksLikeBody(text), true);
      assert.equal(recognise(parse(text).root).is, 'body');
    });
  }
});

describe('no body', () => {
  const others: Readonly<Record<string, object>> = {
    'of Zoom, but its response': { id: 85746065, topic: 'Standup', join_url: 'https://zoom.us/j/85746065', settings },
    'of a meeting, but of a webinar': { topic: 'Talk', settings: { host_video: true, panelists_video: true } },
    'but a webhook event': { event: 'meeting.created', payload: { object: { topic: 'Standup', settings } } },
    'but a Postman collection': { info: { _postman_id: '1' }, item: [{ topic: 'Standup', settings }] },
    "but the account's settings": { meeting_security: { waiting_room: true }, type: 2, settings },
    'but the settings of one': settings,
    'but the configuration of something else': { type: 'app', settings: { theme: 'dark' } },
    'since it is a list of names': { names: ['topic', 'type'] },
  };
  for (const [why, other] of Object.entries(others))
    it(why, () => assert.equal(looksLikeBody(JSON.stringify(other, null, 2)), false));

  it('since it is too large', () => {
    const body = (agenda: string) => JSON.stringify({ topic: 'Standup', agenda, settings });
    const room = largestBody - body('').length;
    assert.equal(looksLikeBody(body('a'.repeat(room))), true);
    assert.equal(looksLikeBody(body('a'.repeat(room + 1))), false);
  });
});
