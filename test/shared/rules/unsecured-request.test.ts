import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles } from '../../support/markers.ts';
import { profileWith, signedIn, staff } from '../../support/profiles.ts';

const code = 'unsecured-request';
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const noWaitingRoom = profileWith('W locked off · P unlocked · A unlocked');
const onlyAuthentication = profileWith('W locked off · P locked off · A unlocked', { options: [staff, signedIn] });

describe('unsecured-request: create', () => {
  it('nothing locked: the Waiting Room', () => {
    const drawn = `{ "topic": "Standup", "settings": { "host_video": true } }
//                    ^^^^^^^^^^ unsecured-request: Zoom will turn the Waiting Room on: nothing in this request secures the meeting.`;
    expectFindings(drawn, { profile: unlocked });
  });

  it('without settings it is on the opening brace', () => {
    const drawn = `{
^ unsecured-request: Zoom will turn the Waiting Room on: nothing in this request secures the meeting.
  "topic": "Standup"
}`;
    expectFindings(drawn, { profile: unlocked });
  });

  it('null and "" give nothing; the finding is on the option that Zoom turns on', () => {
    const drawn = `{ "password": "", "settings": { "waiting_room": null, "meeting_authentication": false } }
//                                              ^^^^ unsecured-request: Zoom will turn the Waiting Room on: nothing in this request secures the meeting.`;
    expectFindings(drawn, { profile: unlocked });
  });

  it('the Waiting Room locked off: a passcode', () => {
    const drawn = `{ "settings": { "meeting_authentication": false } }
//^^^^^^^^^^ unsecured-request: Zoom will generate a passcode: nothing in this request secures the meeting. Read the passcode in the response.`;
    expectFindings(drawn, { profile: noWaitingRoom });
  });

  it('passcodes locked off, too: authentication; the option that comes with it is not a finding of its own', () => {
    const drawn = `{ "settings": {} }
//^^^^^^^^^^ unsecured-request: Zoom will require authentication: nothing in this request secures the meeting.`;
    expectFindings(drawn, { profile: onlyAuthentication });
  });

  it('a passcode that the account drops secures nothing', () => {
    const drawn = `{ "password": "4sPgWr-2" }
^ unsecured-request: Zoom will turn the Waiting Room on: nothing in this request secures the meeting.
//            ^^^^^^^^^^ passcode-overwritten: Zoom drops this passcode: the account has passcodes off and locked.`;
    expectFindings(drawn, { profile: profileWith('W unlocked · P locked off · A unlocked') });
  });
});

describe('unsecured-request: update', () => {
  const body = '{ "settings": { "meeting_authentication": false } }';

  it('the meeting unknown: the case without anything is reported, and so is the one that keeps authentication', () => {
    const drawn = `${body}
//^^^^^^^^^^ information unsecured-request: Zoom will turn the Waiting Room on if the meeting has the Waiting Room off, has no passcode and has authentication off: nothing in this request secures the meeting.
//                                        ^^^^^ information authentication-overwritten: Zoom will store meeting_authentication as true if the meeting has the Waiting Room off, has no passcode and has authentication on: the request would leave no security option on, so Zoom keeps the meeting's settings.`;
    expectFindings(drawn, { operation: 'update', profile: unlocked });
  });

  it('the meeting has nothing on', () => {
    const drawn = `${body}
//^^^^^^^^^^ unsecured-request: Zoom will turn the Waiting Room on: nothing in this request secures the meeting.`;
    expectFindings(drawn, { operation: 'update', profile: unlocked, meeting: '{}' });
  });

  it('a generated passcode has to be fetched: the answer to an update is empty', () => {
    const drawn = `${body}
//^^^^^^^^^^ information unsecured-request: Zoom will generate a passcode: nothing in this request secures the meeting. The answer to an update is empty. Read the passcode with GET /meetings/{meetingId}.`;
    expectFindings(drawn, { operation: 'update', profile: noWaitingRoom, meeting: '{}' });
  });

  it('silent: the meeting is secured already', () => {
    const meeting = '{"password":"4sPgWr-2"}';
    expectFindings(body, { operation: 'update', profile: unlocked, meeting });
  });

  it('silent: an update of something else, the meeting unknown', () => {
    expectFindings('{ "topic": "Standup" }', { operation: 'update', profile: unlocked });
  });

  it('an update of something else, the meeting known to have nothing', () => {
    const drawn = `{ "topic": "Standup" }
^ unsecured-request: Zoom will turn the Waiting Room on: nothing in this request secures the meeting.`;
    expectFindings(drawn, { operation: 'update', profile: unlocked, meeting: '{}' });
  });
});

describe('unsecured-request: silent', () => {
  it('an update that names no option, whatever else it says or for whatever it is', () => {
    const other = '{ "topic": "Weekly", "settings": { "host_video": true } }';
    expectFindings(other, { operation: 'update', profile: unlocked });
    expectFindings(other, { operation: 'update', profile: unlocked, occurrence: true });
    const codes = (body: string, occurrence: boolean) =>
      findingsOf(body, { operation: 'update', profile: unlocked, occurrence }).map((each) => each.code);
    assert.deepEqual(codes('{ "default_password": true }', false), ['field-unknown-on-update']);
    assert.deepEqual(codes('{ "settings": { "meeting_authentication": false } }', true), ['occurrence-ignored']);
  });
  const silent: readonly [string, string, string | undefined][] = [
    ['a passcode', '{ "password": "4sPgWr-2" }', unlocked],
    ['the Waiting Room', '{ "settings": { "waiting_room": true } }', unlocked],
    ['no profile', '{ "topic": "Standup" }', undefined],
    ['a lock unknown', '{ "topic": "Standup" }', profileWith('W unlocked · P unlocked')],
    ['no requirement', '{}', profileWith('W unlocked · P unlocked · A unlocked', { required: false })],
    ['no row of Zoom', '{}', profileWith('W locked off · P locked off · A locked off')],
  ];
  for (const [name, body, profile] of silent) {
    it(name, () => expectFindings(body, { profile }));
  }

  it('the option is named: it is overwritten, and that is the finding', () => {
    const drawn = `{ "settings": { "waiting_room": false } }
//                              ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: nothing else secures the meeting, and Zoom requires one security option.`;
    expectFindings(drawn, { profile: unlocked });
  });

  it('a lock secures it: that is reported as added', () => {
    const drawn = `{ "settings": {} }
//^^^^^^^^^^ waiting-room-added: Zoom will turn the Waiting Room on: the account has the Waiting Room on and locked.`;
    expectFindings(drawn, { profile: profileWith('W locked on · P unlocked · A unlocked') });
  });

  it('while typing: what secures it may be yet to come', () => {
    const drawn = `{ "topic": "Standup",

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { profile: unlocked });
  });
});

describe('unsecured-request: fixes', () => {
  const before = '{ "topic": "Standup" }';

  it('what Zoom would do comes first', () => {
    const all = [
      '★ Turn on the Waiting Room',
      'Add a passcode: no Waiting Room',
      'Require authentication: no Waiting Room',
    ];
    assert.deepEqual(fixTitles(before, code, { profile: unlocked }), all);
    const noRoom = ['★ Add a passcode', 'Require authentication'];
    assert.deepEqual(fixTitles(before, code, { profile: noWaitingRoom }), noRoom);
    assert.deepEqual(fixTitles(before, code, { profile: onlyAuthentication }), ['★ Require authentication']);
  });

  it('Turn on the Waiting Room, one line', () => {
    const after = '{ "topic": "Standup", "settings": { "waiting_room": true } }';
    expectFix(before, code, 'Turn on the Waiting Room', after, { profile: unlocked });
  });

  it('Turn on the Waiting Room, compact', () => {
    const after = '{"topic":"Standup","settings":{"waiting_room":true}}';
    expectFix('{"topic":"Standup"}', code, 'Turn on the Waiting Room', after, { profile: unlocked });
  });

  it('Add a passcode, between comments, with Windows line ends', () => {
    const text = `{
  // the daily one
  "topic": "Standup" // 15 minutes
}
`;
    const after = `{
  // the daily one
  "topic": "Standup", // 15 minutes
  "password": "Made-1234*"
}
`;
    const windows = (lines: string) => lines.replaceAll('\n', '\r\n');
    expectFix(windows(text), code, 'Add a passcode: no Waiting Room', windows(after), { profile: unlocked });
  });

  it('Require authentication, with the option that is default', () => {
    const text = `{
    "settings": {
        "host_video": true
    }
}`;
    const after = `{
    "settings": {
        "host_video": true,
        "meeting_authentication": true,
        "authentication_option": "opt-signed-in"
    }
}`;
    expectFix(text, code, 'Require authentication', after, { profile: onlyAuthentication });
  });

  it('Require authentication keeps the option that is written', () => {
    const text = '{ "settings": { "authentication_option": "opt-staff" } }';
    const after = '{ "settings": { "authentication_option": "opt-staff", "meeting_authentication": true } }';
    expectFix(text, code, 'Require authentication', after, { profile: onlyAuthentication });
  });
});
