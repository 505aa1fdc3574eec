import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'passcode-generated';
const lockedOn = profileWith('W unlocked · P locked on · A unlocked');

describe('passcode-generated', () => {
  it('create, locked on', () => {
    const drawn = `{ "topic": "Standup", "settings": { "waiting_room": true } }
//                    ^^^^^^^^^^ passcode-generated: Zoom will generate a passcode: the account has passcodes on and locked. Read the passcode in the response.`;
    expectFindings(drawn, { profile: lockedOn });
  });

  it('on null and "": they give no passcode', () => {
    const nothing = `{ "password": null }
//            ^^^^ passcode-generated: Zoom will generate a passcode: the account has passcodes on and locked. Read the passcode in the response.`;
    const empty = `{ "password": "" }
//            ^^ passcode-generated: Zoom will generate a passcode: the account has passcodes on and locked. Read the passcode in the response.`;
    expectFindings(nothing, { profile: lockedOn });
    expectFindings(empty, { profile: lockedOn });
  });

  it('a lock does it without the requirement, too', () => {
    const drawn = `{ "settings": {} }
//^^^^^^^^^^ passcode-generated: Zoom will generate a passcode: the account has passcodes on and locked. Read the passcode in the response.`;
    expectFindings(drawn, { profile: profileWith('W unlocked · P locked on · A unlocked', { required: false }) });
  });

  it('the personal meeting ID has a passcode of its own', () => {
    const personal = JSON.stringify({
      ...JSON.parse(lockedOn),
      passcode: { enabled: false, locked: true },
      personalMeetingId: { passcode: { enabled: true, locked: true } },
    });
    const drawn = `{ "type": 3, "settings": { "use_pmi": true } }
//           ^^^^^^^^^^ passcode-generated: Zoom will set the passcode of the personal meeting ID: the account has passcodes for personal meeting IDs on and locked. Read the passcode in the response.`;
    expectFindings(drawn, { profile: personal });
  });

  it('update, the meeting unknown', () => {
    const drawn = `{ "settings": { "waiting_room": true } }
//^^^^^^^^^^ passcode-generated: Zoom will generate a passcode if the meeting has no passcode: the account has passcodes on and locked. The answer to an update is empty. Read the passcode with GET /meetings/{meetingId}.`;
    expectFindings(drawn, { operation: 'update', profile: lockedOn });
  });

  it('update of a meeting without a passcode', () => {
    const drawn = `{ "topic": "Standup", "settings": {} }
//                    ^^^^^^^^^^ passcode-generated: Zoom will generate a passcode: the account has passcodes on and locked. The answer to an update is empty. Read the passcode with GET /meetings/{meetingId}.`;
    const meeting = '{ "settings": { "waiting_room": true } }';
    expectFindings(drawn, { operation: 'update', profile: lockedOn, meeting });
  });
});

describe('passcode-generated: certain, though the reason is not', () => {
  const made = 'passcode-generated: Zoom will generate a passcode. Read the passcode in the response.';
  const settings = `{ "topic": "x", "settings": {} }
//              ^^^^^^^^^^ ${made}`;

  it('locked on, or nothing else can secure the meeting', () => {
    const profile = profileWith('W locked off · A locked off');
    expectFindings(`{ "topic": "x" }\n^ ${made}`, { profile });
    expectFindings(settings, { profile });
    expectFindings(settings.replace('{}', '{ "waiting_room": null }'), { profile });
  });

  it('the same of an update, where the meeting has none', () => {
    const drawn = `{ "settings": { "meeting_authentication": null } }
//^^^^^^^^^^ passcode-generated: Zoom will generate a passcode if the meeting has no passcode. The answer to an update is empty. Read the passcode with GET /meetings/{meetingId}.`;
    expectFindings(drawn, { operation: 'update', profile: profileWith('W locked off · A locked off') });
  });

  it('silent where a possible lock forbids it, or leaves it to the request', () => {
    expectFindings('{ "settings": {} }', { profile: profileWith('W locked off') });
    expectFindings('{ "settings": { "waiting_room": true } }', { profile: profileWith('W locked on · A locked off') });
  });

  it('unsecured-request where the reason is always that nothing secures the meeting', () => {
    const findings = findingsOf('{}', { profile: profileWith('W locked off · P unlocked · A locked off') });
    assert.deepEqual(
      findings.map(({ code: each }) => each),
      ['unsecured-request'],
    );
  });
});

describe('passcode-generated: silent', () => {
  it('sent', () => expectFindings('{ "password": "4sPgWr-2" }', { profile: lockedOn }));
  it('no profile', () => expectFindings('{ "settings": {} }', {}));
  it('the lock unknown', () => {
    const profile = profileWith('W unlocked · A unlocked');
    expectFindings('{ "settings": { "waiting_room": true } }', { profile });
  });
  it('an update of something else, the meeting unknown', () => {
    expectFindings('{ "start_time": "2026-12-01T09:00:00Z", "duration": 45, "settings": { "host_video": true } }', {
      operation: 'update',
      profile: profileWith('W locked on · P locked on · A locked on'),
    });
  });
  it('update of a meeting that has one', () => {
    const meeting = '{ "password": "4sPgWr-2" }';
    expectFindings('{ "topic": "Standup" }', { operation: 'update', profile: lockedOn, meeting });
  });
  it('nothing else secures the meeting: that is the finding', () => {
    const drawn = `{ "settings": {} }
//^^^^^^^^^^ unsecured-request: Zoom will generate a passcode: nothing in this request secures the meeting. Read the passcode in the response.`;
    expectFindings(drawn, { profile: profileWith('W locked off · P unlocked · A locked off') });
  });
  it('while typing', () => {
    const drawn = `{ "topic": "Standup",

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { profile: lockedOn });
  });
});

describe('passcode-generated: fix', () => {
  it('an own passcode', () => {
    const before = '{"topic":"Standup","settings":{"waiting_room":true}}';
    const after = '{"topic":"Standup","password":"Made-1234*","settings":{"waiting_room":true}}';
    assert.deepEqual(fixTitles(before, code, { profile: lockedOn }), ['★ Add a passcode']);
    expectFix(before, code, 'Add a passcode', after, { profile: lockedOn });
  });

  it('takes the place of "" and null', () => {
    const empty = '{\r\n  "password": "", /* none */\r\n  "topic": "Standup"\r\n}';
    const after = '{\r\n  "password": "Made-1234*", /* none */\r\n  "topic": "Standup"\r\n}';
    expectFix(empty, code, 'Add a passcode', after, { profile: lockedOn });
    expectFix(empty.replace('""', 'null'), code, 'Add a passcode', after, { profile: lockedOn });
  });

  it('keeps the Waiting Room that comes from the account: with a passcode it would not', () => {
    const newer = JSON.stringify({
      ...JSON.parse(profileWith('W unlocked · P unlocked · A unlocked')),
      rules: '2025-03-24',
    });
    const after = '{"password":"Made-1234*","settings":{"waiting_room":true}}';
    expectFix('{"settings":{}}', 'waiting-room-added', 'Write everything that Zoom adds', after, { profile: newer });
    const open = JSON.stringify({ ...JSON.parse(newer), waitingRoom: { locked: false } });
    assert.deepEqual(fixTitles('{"settings":{}}', code, { profile: open }), [], 'the account may have it on');
  });

  it('update', () => {
    const situation = { operation: 'update', profile: lockedOn } as const;
    const before = '{\n  "settings": { "waiting_room": true }\n}\n';
    const after = '{\n  "password": "Made-1234*",\n  "settings": { "waiting_room": true }\n}\n';
    expectFix(before, code, 'Add a passcode', after, situation);
  });
});
