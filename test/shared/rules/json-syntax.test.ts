import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say } from '../../../shared/text.ts';
import { expectFindings, findingsOf, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'json-syntax';

describe('json-syntax', () => {
  it('a comma is missing', () => {
    const drawn = `{
  "topic": "Standup"
  "duration": 15
//^^^^^^^^^^ json-syntax: A comma is missing here.
}`;
    expectFindings(drawn, {});
    expectFindings(drawn, { operation: 'update' });
  });

  it('a value is missing', () => {
    const drawn = `{ "topic": , "duration": 15 }
//         ^ json-syntax: A value is missing here.`;
    expectFindings(drawn, {});
  });

  it('a quote is missing, with Windows line ends', () => {
    const drawn =
      '{\r\n  "topic": "Standup,\r\n  //       ^^^^^^^^^ json-syntax: The closing quote is missing.\r\n}\r\n';
    expectFindings(drawn, {});
  });

  it('something follows the end', () => {
    const drawn = `{ "topic": "Standup" } }
//                     ^ json-syntax: The text should end here.`;
    expectFindings(drawn, {});
  });

  it('of several errors the first one', () => {
    const found = findingsOf('{ "topic" "Standup", "duration": , }', {});
    assert.deepEqual(
      found.map((each) => `${each.code}: ${say(each.message)}`),
      ['json-syntax: A colon is missing here.'],
    );
  });

  it('what is read all the same is still checked, what is missing is not', () => {
    const drawn = `{
  "settings": { "waiting_room": false }
  //                            ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: the account has the Waiting Room on and locked.
  "topic": "Standup"
//^^^^^^^ json-syntax: A comma is missing here.
}`;
    expectFindings(drawn, { profile: profileWith('W locked on · P locked on · A locked on') });
  });

  it('silent: comments, a trailing comma, a byte order mark', () => {
    expectFindings('\uFEFF// daily\n{ "topic": "Standup", /* 15 minutes */ }\n', {});
  });

  it('an empty file is another finding', () => {
    assert.deepEqual(
      findingsOf(' \n', {}).map((each) => each.code),
      ['field-type'],
    );
  });

  it('has no fix', () => assert.deepEqual(fixTitles('{', code, {}), []));
});
