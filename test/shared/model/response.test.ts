import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { readResponseFile } from '../../../shared/model/response.ts';
import { say } from '../../../shared/text.ts';

function seen(response: unknown) {
  const read = readResponseFile(parse(JSON.stringify(response), 'literal'));
  return 'seen' in read ? read.seen : assert.fail(say(read.problem));
}

function problemOf(text: string): string {
  const read = readResponseFile(parse(text, 'literal'));
  return 'problem' in read ? say(read.problem) : assert.fail('a meeting was found');
}

const off = { waiting_room: false, meeting_authentication: false };
const none = { password: { set: false }, authentication_option: { set: false } };

describe('what a response shows', () => {
  it('the flags, the option with its id, and of the passcode only that there is one', () => {
    const settings = { waiting_room: true, meeting_authentication: true, authentication_option: 'opt-1' };
    assert.deepEqual(seen({ id: 1, password: 'S3cret', settings }), {
      waiting_room: true,
      meeting_authentication: true,
      password: { set: true },
      authentication_option: { set: true, value: 'opt-1' },
    });
  });

  it('what Zoom leaves out where there is none: passcode and option', () => {
    assert.deepEqual(seen({ id: 1, settings: off }), { ...off, ...none });
    assert.deepEqual(seen({ id: 1, password: '', settings: { ...off, authentication_option: '' } }), {
      ...off,
      ...none,
    });
  });

  it('not a flag that was removed, nor the option without it', () => {
    assert.deepEqual(seen({ id: 1, settings: {} }), { password: { set: false } });
    assert.deepEqual(seen({ id: 1, settings: { authentication_option: 'opt-1' } }), {
      password: { set: false },
      authentication_option: { set: true, value: 'opt-1' },
    });
  });

  it('a passcode that was removed, by its other forms', () => {
    for (const form of [
      { encrypted_password: 'c2VjcmV0' },
      { h323_password: '112233' },
      { pstn_password: '445566' },
      { join_url: 'https://zoom.example.com/j/1?pwd=token' },
      { join_url: 'https://zoom.example.com/j/1?omn=2&pwd=token.1#x' },
      { password: '<set, not kept>' },
    ])
      assert.deepEqual(seen({ id: 1, ...form, settings: off }).password, { set: true }, JSON.stringify(form));
  });

  it('no passcode in forms that are empty', () => {
    for (const form of [
      { encrypted_password: '', h323_password: '', pstn_password: '' },
      { join_url: 'https://zoom.example.com/j/1?pwd=' },
      { join_url: 'https://zoom.example.com/j/1?nopwd=1' },
      { join_url: 7 },
      { password: null },
    ])
      assert.deepEqual(seen({ id: 1, ...form, settings: off }).password, { set: false }, JSON.stringify(form));
  });

  it('nothing of a field with a wrong type', () => {
    const settings = { waiting_room: 'true', meeting_authentication: false, authentication_option: 7 };
    assert.deepEqual(seen({ id: 1, password: 123456, settings }), { meeting_authentication: false });
  });

  it('the meeting in what a tool has put around it', () => {
    const meeting = { id: 1, settings: off };
    for (const around of [{ data: meeting }, [meeting], { status: 201, body: meeting }])
      assert.deepEqual(seen(around), { ...off, ...none });
  });
});

describe('no meeting', () => {
  for (const [text, problem] of [
    ['', 'is empty'],
    ['{ "id": 1', 'is not valid JSON'],
    ['{ "code": 300, "message": "Validation Failed." }', 'is an error response from Zoom (code 300)'],
    ['{ "id": 1, "type": 5, "settings": {} }', 'is a webinar'],
    ['{ "page_size": 30, "meetings": [{ "id": 1 }] }', 'is a list of meetings'],
    ['{ "topic": "x", "settings": {} }', 'is not a response of GET /meetings/{meetingId}: it has no "id"'],
  ] as const)
    it(`${text || 'an empty text'}: ${problem}`, () => assert.equal(problemOf(text), problem));
});
