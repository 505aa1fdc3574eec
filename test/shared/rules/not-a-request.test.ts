import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../shared/json/parse.ts';
import { readProfile } from '../../../shared/model/profile.ts';
import { mistakenFor } from '../../../shared/model/recognise.ts';
import { checkMistaken } from '../../../shared/rules/check.ts';
import { reportMistaken } from '../../../shared/rules/report.ts';
import { say } from '../../../shared/text.ts';
import { expectFindings } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const rename = 'Rename the file, or leave it out of the "requests" of the lock profile.';
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');

describe('not-a-request: one finding, and nothing else', () => {
  for (const operation of ['create', 'update'] as const) {
    it(`a webinar (${operation})`, () => {
      const drawn = `{
  "topic": "Launch",
  "type": 5,
  //      ^ not-a-request: This is a webinar, not a request. ${rename}
  "waiting_room": 7, "password": 7, "password": "x y",
  "settings": { "panelists_video": true }
}`;
      expectFindings(drawn, { operation, profile: unlocked });
    });
  }

  it('an error', () => {
    expectFindings(
      `{ "code": 124, "message": "Invalid access token." }
^ not-a-request: This is an error response from Zoom (code 124), not a request. ${rename}`,
      { profile: unlocked },
    );
  });

  it('a response', () => {
    expectFindings(
      `  { "id": 1, "join_url": "x", "settings": { "waiting_room": false } }
//^ not-a-request: This is a response from Zoom, not a request. Send only the fields that you want to set.`,
      { operation: 'update', profile: unlocked },
    );
  });

  it('a list of requests', () => {
    expectFindings(
      `[{ "topic": "Standup" }, { "topic": "Retro" }]
^ not-a-request: This is not a request, but contains several requests. To check what is inside, list the file in the "requests" of the lock profile with "at": "/*".`,
      { profile: unlocked },
    );
  });

  it('another object', () => {
    expectFindings(
      `{ "name": "app", "type": "module" }
^ not-a-request: This has no field of a meeting, so it is not a request. ${rename}`,
      {},
    );
  });

  it('a value', () => {
    expectFindings(
      `   null
// ^^^^ not-a-request: This is null, not a request. ${rename}`,
      {},
    );
  });
});

it('a body in a file: the place in the file', () => {
  const messageOf = (text: string) => {
    const document = parse(text);
    const mistaken = mistakenFor(document) ?? assert.fail();
    return checkMistaken({ document, mistaken, pointer: '/calls/a' }).map(({ message }) => say(message));
  };
  assert.deepEqual(messageOf('{ "body": { "topic": "Standup" } }'), [
    'This is not a request, but contains a request. To check what is inside, list the file in the "requests" of the lock profile with "at": "/calls/a/body".',
  ]);
  assert.deepEqual(messageOf('"x"'), [
    'This is a string, not a request. In the "requests" of the lock profile, choose an "at" that leaves it out.',
  ]);
});

it('it can be ignored', () => {
  const ignored = (text: string, entries = '[]') => {
    const document = parse(text);
    const mistaken = mistakenFor(document) ?? assert.fail();
    const profile = readProfile(parse(`{ "ignore": ${entries} }`));
    return reportMistaken({ document, mistaken, pointer: '' }, profile).findings.length === 0;
  };
  assert.ok(ignored('// zoom-request-lens-ignore not-a-request: a mock\n{ "x": 1 }'));
  assert.ok(ignored('{ "x": 1 }', '[{ "code": "not-a-request" }]'));
  assert.ok(!ignored('{ "x": 1 }', '[{ "code": "field-type" }]'));
});
