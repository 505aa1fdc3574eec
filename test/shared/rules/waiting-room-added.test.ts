import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'waiting-room-added';
const lockedOn = profileWith('W locked on · P unlocked · A unlocked');

describe('waiting-room-added', () => {
  it('create, locked on', () => {
    const drawn = `{
  "topic": "Standup",
  "settings": {
//^^^^^^^^^^ waiting-room-added: Zoom will turn the Waiting Room on: the account has the Waiting Room on and locked.
    "host_video": true
  }
}`;
    expectFindings(drawn, { profile: lockedOn });
  });

  it('on null: it means not given', () => {
    const drawn = `{ "settings": { "waiting_room": null } }
//                              ^^^^ waiting-room-added: Zoom will turn the Waiting Room on: the account has the Waiting Room on and locked.`;
    expectFindings(drawn, { profile: lockedOn });
  });

  it('locked on, whatever the other locks are', () => {
    const drawn = `{ "settings": {} }
//^^^^^^^^^^ waiting-room-added: Zoom will turn the Waiting Room on: the account has the Waiting Room on and locked.`;
    expectFindings(drawn, { profile: profileWith('W locked on') });
  });

  it('update, the meeting unknown', () => {
    const drawn = `{ "password": "4sPgWr-2", "settings": {} }
//                        ^^^^^^^^^^ waiting-room-added: Zoom will turn the Waiting Room on if the meeting has the Waiting Room off: the account has the Waiting Room on and locked.`;
    expectFindings(drawn, { operation: 'update', profile: lockedOn });
  });

  it('update of a meeting that has it off', () => {
    const drawn = `{ "topic": "Standup", "settings": {} }
//                    ^^^^^^^^^^ waiting-room-added: Zoom will turn the Waiting Room on: the account has the Waiting Room on and locked.`;
    expectFindings(drawn, { operation: 'update', profile: lockedOn, meeting: '{ "password": "4sPgWr-2" }' });
  });
});

describe('waiting-room-added: certain, though the reason is not', () => {
  it('locked on, or nothing else can secure the meeting', () => {
    const drawn = `{ "settings": {} }
//^^^^^^^^^^ waiting-room-added: Zoom will turn the Waiting Room on.`;
    expectFindings(drawn, { profile: profileWith('P locked off · A locked off') });
  });

  it('the same where a value that is filled in later may take another way', () => {
    const findings = findingsOf('{ "settings": { "meeting_authentication": "{{a}}" } }', {
      profile: profileWith('P locked off · A locked off'),
    });
    assert.deepEqual(
      findings.map(({ code: each }) => each),
      ['waiting-room-added'],
    );
  });
});

describe('waiting-room-added: silent', () => {
  it('an update that names no security field, the meeting unknown', () => {
    const profile = profileWith('W locked on · P locked on · A locked on');
    for (const body of [
      '{ "start_time": "2026-12-01T09:00:00Z", "duration": 45 }',
      '{ "settings": { "host_video": true } }',
      '{}',
    ]) {
      expectFindings(body, { operation: 'update', profile });
      expectFindings(body, { operation: 'update', profile, occurrence: true });
    }
  });
  it('sent', () => expectFindings('{ "settings": { "waiting_room": true } }', { profile: lockedOn }));
  it('no profile', () => expectFindings('{ "settings": {} }', {}));
  it('the lock unknown', () => expectFindings('{}', { profile: profileWith('P unlocked · A unlocked') }));
  it('update of a meeting that has it on', () => {
    const meeting = '{ "settings": { "waiting_room": true } }';
    expectFindings('{ "topic": "Standup" }', { operation: 'update', profile: lockedOn, meeting });
  });
  it('while typing', () => {
    const drawn = `{ "settings": {
^ json-syntax: The closing brace is missing.`.replace('\n', '\n\n');
    expectFindings(drawn, { profile: lockedOn });
  });
});

describe('waiting-room-added: fix', () => {
  it('is written where its neighbours are', () => {
    const before = '{ "topic": "Standup", "settings": { "host_video": true } }';
    const after = '{ "topic": "Standup", "settings": { "host_video": true, "waiting_room": true } }';
    assert.deepEqual(fixTitles(before, code, { profile: lockedOn }), [
      '★ Write waiting_room: true, as Zoom will store it',
    ]);
    expectFix(before, code, 'Write waiting_room: true, as Zoom will store it', after, { profile: lockedOn });
  });

  it('takes the place of null', () => {
    const before = '{\r\n\t"settings": {\r\n\t\t"waiting_room": null // ask the host\r\n\t}\r\n}\r\n';
    const after = '{\r\n\t"settings": {\r\n\t\t"waiting_room": true // ask the host\r\n\t}\r\n}\r\n';
    expectFix(before, code, 'Write waiting_room: true, as Zoom will store it', after, { profile: lockedOn });
  });

  it('update', () => {
    const situation = { operation: 'update', profile: lockedOn } as const;
    const after = '{"password":"4sPgWr-2","settings":{"waiting_room":true}}';
    expectFix('{"password":"4sPgWr-2"}', code, 'Write waiting_room: true, as Zoom will store it', after, situation);
  });
});
