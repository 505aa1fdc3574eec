import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { checkMeeting } from '../../../shared/rules/check.ts';
import { compare, readDrawing } from '../../support/markers.ts';

const save = 'so it is treated as missing. Save the response of GET /meetings/{meetingId} here.';

function check(drawn: string): void {
  const { text, expected } = readDrawing(drawn);
  compare(text, checkMeeting(parse(text, 'literal')), expected);
}

describe('not-a-meeting', () => {
  it('an error', () => {
    check(`{ "code": 124, "message": "Invalid access token." }
^ not-a-meeting: This is an error response from Zoom (code 124), ${save}`);
  });

  it('an empty object', () => {
    check(`{}
^ not-a-meeting: This has no "settings", ${save}`);
  });

  it('a request', () => {
    check(`  { "topic": "x", "topic": "y", "settings": { "waiting_room": 1 } }
//^ not-a-meeting: This is not a response of GET /meetings/{meetingId}: it has no "id", ${save}`);
  });

  it('a list', () => {
    check(`[]
^ not-a-meeting: This is a list, ${save}`);
  });

  it('silent: a meeting, in an object, too; a wrong type there is found, without a fix', () => {
    check('{ "data": { "id": 1, "settings": { "waiting_room": true } } }');
    const wrong = '{ "data": { "id": 1, "settings": { "waiting_room": "on" } } }';
    check(`${wrong}
//                                                 ^^^^ field-type: waiting_room must be true or false, without quotes.`);
    assert.deepEqual(
      checkMeeting(parse(wrong, 'literal')).flatMap(({ fixes }) => fixes()),
      [],
    );
  });

  it('silent: a broken text has another finding', () => {
    check(`{ "code": 124 "message": "x" }
//            ^^^^^^^^^ json-syntax: A comma is missing here.`);
  });
});
