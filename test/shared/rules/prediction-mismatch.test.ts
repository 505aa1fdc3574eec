import { describe, it } from 'node:test';
import { compare, readDrawing, responseFindingsOf, type Situation } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

function check(drawn: string, situation: Situation): void {
  const { text, expected } = readDrawing(drawn);
  compare(text, responseFindingsOf(text, situation), expected);
}

const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const look =
  'Check the lock profile: its age, its "rules", and whether the host is in a group with other locks. Or the request has changed since.';

describe('prediction-mismatch', () => {
  it('on the value in the response, with both values', () => {
    check(
      `{ "id": 1, "password": "S3cretPw", "settings": { "waiting_room": false, "meeting_authentication": false } }
//                                                               ^^^^^ prediction-mismatch: waiting_room: false in Zoom's response, but true in the prediction. ${look}`,
      { profile: profileWith('W locked on · P unlocked · A unlocked'), request: '{ "password": "S3cretPw" }' },
    );
  });

  it('a passcode only as set or not set; one that is not there, on what is', () => {
    check(
      `{ "id": 1, "password": "S3cretPw", "settings": { "waiting_room": true, "meeting_authentication": false } }
//                     ^^^^^^^^^^ prediction-mismatch: password: set in Zoom's response, but not set in the prediction. ${look}`,
      {
        profile: profileWith('W unlocked · P locked off · A unlocked'),
        request: '{ "settings": { "waiting_room": true } }',
      },
    );
    check(
      `{ "id": 1, "settings": { "waiting_room": true, "meeting_authentication": false } }
//         ^^^^^^^^^^ prediction-mismatch: password: not set in Zoom's response, but set in the prediction. ${look}`,
      {
        profile: profileWith('W unlocked · P locked on · A unlocked'),
        request: '{ "settings": { "waiting_room": true } }',
      },
    );
  });

  it('says which other rules agree, and how old the profile is', () => {
    const request = '{ "settings": { "waiting_room": true } }';
    check(
      `{ "id": 1, "password": "S3cretPw", "settings": { "waiting_room": true, "meeting_authentication": false } }
//                     ^^^^^^^^^^ prediction-mismatch: password: set in Zoom's response, but not set in the prediction. Zoom's current API reference agrees with the response: check "rules" in the lock profile.`,
      { profile: unlocked, request },
    );
    check(
      `{ "id": 1, "settings": { "waiting_room": true, "meeting_authentication": false } }
//         ^^^^^^^^^^ prediction-mismatch: password: not set in Zoom's response, but set in the prediction. Zoom's tables of December 2020 agree with the response: check "rules" in the lock profile.`,
      { profile: unlocked.replace('2020-12-20', '2025-03-24'), request },
    );
    check(
      `{ "id": 1, "settings": { "waiting_room": false, "meeting_authentication": false } }
//                                       ^^^^^ prediction-mismatch: waiting_room: false in Zoom's response, but true in the prediction. Check the lock profile: its age (captured on 2026-11-01), its "rules", and whether the host is in a group with other locks. Or the request has changed since.`,
      {
        profile: profileWith('W locked on · P locked off · A unlocked').replace('{', '{ "capturedAt": "2026-11-01",'),
        request: '{}',
      },
    );
  });

  it('without a profile, only what no account could store', () => {
    const open = `{ "id": 1, "settings": { "waiting_room": true, "meeting_authentication": false } }`;
    check(open, { request: '{ "settings": { "waiting_room": false } }' });
    check(
      `{ "id": 1, "settings": { "waiting_room": false, "meeting_authentication": false } }
//                                       ^^^^^ prediction-mismatch: waiting_room: false in Zoom's response, but true in the prediction. Check that this is the response to this request, as it is now.`,
      { request: '{}' },
    );
  });

  it('an update is held against the meeting before it, and against every one that is possible where it is unknown', () => {
    const request = '{ "settings": { "waiting_room": false } }';
    const after =
      '{ "id": 1, "password": "S3cretPw", "settings": { "waiting_room": false, "meeting_authentication": false } }';
    check(after, { operation: 'update', profile: unlocked, request });
    check(
      `${after}
//                     ^^^^^^^^^^ prediction-mismatch: password: set in Zoom's response, but not set in the prediction. ${look}
//                                                               ^^^^^ prediction-mismatch: waiting_room: false in Zoom's response, but true in the prediction. ${look}`,
      { operation: 'update', profile: unlocked, request, meeting: '{ "settings": { "waiting_room": true } }' },
    );
  });

  it('silent: a placeholder fits any value; a broken request; a response without the field; an ignored one', () => {
    const some = '{ "id": 1, "settings": { "meeting_authentication": true, "authentication_option": "opt-9" } }';
    const request = '{ "settings": { "meeting_authentication": true, "authentication_option": "{{option}}" } }';
    check(some, { profile: profileWith('W unlocked · P locked off · A unlocked'), request });
    check('{ "id": 1, "settings": { "waiting_room": false } }', { profile: unlocked, request: '{ "settings": {' });
    check('{ "id": 1, "password": "x", "settings": {} }', { profile: unlocked, request: '{ "password": "x" }' });
    check('{ "id": 1, "settings": { "waiting_room": false, "meeting_authentication": false } }', {
      profile: profileWith('W locked on · P unlocked · A unlocked').replace(
        '{',
        '{ "severities": { "prediction-mismatch": "off" },',
      ),
      request: '{}',
    });
  });
});
