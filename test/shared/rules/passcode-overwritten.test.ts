import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say } from '../../../shared/text.ts';
import { expectFindings, expectFix, findingsOf, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'passcode-overwritten';
const lockedOff = profileWith('W unlocked · P locked off · A unlocked');
const lockedOn = profileWith('W unlocked · P locked on · A unlocked');
const waitingRoomLockedOn = profileWith('W locked on · P unlocked · A unlocked');
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const own = '{ "password": "own-code" }';

describe('passcode-overwritten: a passcode that is dropped', () => {
  it('create', () => {
    const drawn = `{
  "password": "4sPgWr-2",
  //          ^^^^^^^^^^ passcode-overwritten: Zoom drops this passcode: the account has passcodes off and locked.
  "settings": { "waiting_room": true }
}`;
    expectFindings(drawn, { profile: lockedOff });
  });

  it('update, whatever the meeting', () => {
    const drawn = `{ "password": "4sPgWr-2", "settings": { "waiting_room": true } }
//            ^^^^^^^^^^ passcode-overwritten: Zoom drops this passcode: the account has passcodes off and locked.`;
    expectFindings(drawn, { operation: 'update', profile: lockedOff });
  });

  it('while typing: a lock is sure', () => {
    const drawn = `{ "password": "4sPgWr-2",
//            ^^^^^^^^^^ passcode-overwritten: Zoom drops this passcode: the account has passcodes off and locked.

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { profile: lockedOff });
  });

  it('the message never contains the passcode', () => {
    const [found] = findingsOf('{ "password": "4sPgWr-2", "settings": { "waiting_room": true } }', {
      profile: lockedOff,
    });
    assert.ok(found && !JSON.stringify(found).includes('4sPgWr-2'));
  });
});

describe('passcode-overwritten: "" on update asks for no passcode', () => {
  const update = 'update' as const;

  it('locked on, the meeting has one', () => {
    const drawn = `{ "password": "" }
//            ^^ passcode-overwritten: Zoom will keep the passcode: an empty passcode has no effect while the account locks an option on.`;
    expectFindings(drawn, { operation: update, profile: lockedOn, meeting: own });
  });

  it('locked on, the meeting has none', () => {
    const drawn = `{ "password": "" }
//            ^^ passcode-overwritten: Zoom will generate a passcode: the account has passcodes on and locked.`;
    expectFindings(drawn, { operation: update, profile: lockedOn, meeting: '{}' });
  });

  it('locked on, the meeting unknown: one way or the other there is a passcode', () => {
    const drawn = `{ "password": "" }
//            ^^ passcode-overwritten: The meeting keeps its passcode, or Zoom generates one.`;
    expectFindings(drawn, { operation: update, profile: lockedOn });
  });

  it('another option locked on: the passcode of the meeting stays', () => {
    const unknown = `{ "password": "", "settings": { "waiting_room": true } }
//            ^^ information passcode-overwritten: Zoom will keep the passcode if the meeting has a passcode: an empty passcode has no effect while the account locks an option on.`;
    expectFindings(unknown, { operation: update, profile: waitingRoomLockedOn });
    expectFindings(unknown.replace('information ', '').replace(' if the meeting has a passcode', ''), {
      operation: update,
      profile: waitingRoomLockedOn,
      meeting: own,
    });
    expectFindings('{ "password": "", "settings": { "waiting_room": true } }', {
      operation: update,
      profile: waitingRoomLockedOn,
      meeting: '{}',
    });
  });

  it('nothing locked, everything to be turned off: what the meeting has stays', () => {
    const drawn = `{ "password": "", "settings": { "waiting_room": false, "meeting_authentication": false } }
//            ^^ passcode-overwritten: Zoom will keep the passcode: the request would leave no security option on, so Zoom keeps the meeting's settings.`;
    expectFindings(drawn, { operation: update, profile: unlocked, meeting: own });
  });

  it('nothing locked on, the Waiting Room locked off: kept or generated, by what the meeting has', () => {
    const drawn = `{ "password": "", "settings": { "meeting_authentication": false } }
//            ^^ passcode-overwritten: Zoom will generate a passcode: nothing else secures the meeting, and Zoom requires one security option.`;
    const profile = profileWith('W locked off · P unlocked · A unlocked');
    expectFindings(drawn, { operation: update, profile, meeting: '{}' });
  });

  it('silent: something else secures the meeting, and the passcode goes', () => {
    const body = '{ "password": "", "settings": { "waiting_room": true } }';
    expectFindings(body, { operation: update, profile: unlocked, meeting: own });
  });
});

describe('passcode-overwritten: silent', () => {
  it('no profile', () => expectFindings('{ "password": "4sPgWr-2" }', {}));
  it('the lock unknown', () => {
    expectFindings('{ "password": "4sPgWr-2" }', { profile: profileWith('W unlocked · A unlocked') });
  });
  it('locked on and sent', () => expectFindings('{ "password": "4sPgWr-2" }', { profile: lockedOn }));
  it('locked off and null or "" on create', () => {
    expectFindings('{ "password": null, "settings": { "waiting_room": true } }', { profile: lockedOff });
    expectFindings('{ "password": "", "settings": { "waiting_room": true } }', { profile: lockedOff });
  });
  it('locked off and "" on update: there is none to keep', () => {
    const body = '{ "password": "", "settings": { "waiting_room": true } }';
    expectFindings(body, { operation: 'update', profile: lockedOff });
  });
  it('null on update of a meeting without a passcode that may stay so', () => {
    const meeting = '{ "settings": { "waiting_room": true } }';
    expectFindings('{ "password": null }', {
      operation: 'update',
      profile: profileWith('W unlocked · P unlocked · A unlocked'),
      meeting,
    });
  });
});

describe('passcode-overwritten: null in an update asks for no passcode, and is not heeded', () => {
  const body = '{ "password": null }';
  const unlocked = profileWith('W unlocked · P unlocked · A unlocked');

  it('the meeting keeps its own', () => {
    for (const profile of [unlocked, lockedOn]) {
      const drawn = `${body}
//            ^^^^ passcode-overwritten: Zoom will keep the passcode: null is treated as not sent.`;
      expectFindings(drawn, { operation: 'update', profile, meeting: own });
    }
  });

  it('the meeting gets one', () => {
    const drawn = `${body}
//            ^^^^ passcode-overwritten: Zoom will generate a passcode: the account has passcodes on and locked.`;
    expectFindings(drawn, {
      operation: 'update',
      profile: lockedOn,
      meeting: '{ "settings": { "waiting_room": true } }',
    });
  });

  it('the meeting is not known', () => {
    expectFindings(
      `${body}
//            ^^^^ passcode-overwritten: The meeting keeps its passcode, or Zoom generates one.`,
      { operation: 'update', profile: lockedOn },
    );
    const findings = findingsOf(body, { operation: 'update', profile: unlocked });
    assert.deepEqual(
      findings.filter(({ code: each }) => each === code).map(({ severity, message }) => `${severity} ${say(message)}`),
      ['information Zoom will keep the passcode if the meeting has a passcode: null is treated as not sent.'],
    );
  });

  it('silent while typing, and in a create', () => {
    const broken = findingsOf('{ "password": null,', { operation: 'update', profile: lockedOn, meeting: own });
    assert.deepEqual(
      broken.map(({ code: each }) => each),
      ['json-syntax'],
    );
    expectFindings('{ "password": null, "settings": { "waiting_room": true } }', { profile: unlocked });
  });

  it('fixes: the field goes, or a passcode takes its place', () => {
    assert.deepEqual(fixTitles(body, code, { operation: 'update', profile: unlocked, meeting: own }), [
      '★ Remove the field (no effect)',
      'Add a passcode',
    ]);
  });
});

describe('passcode-overwritten: fixes', () => {
  const ignored = 'Remove the field (no effect)';

  it('a dropped passcode goes', () => {
    const before = `{
  "topic": "Standup",
  // for guests
  "password": "4sPgWr-2",
  "settings": { "waiting_room": true }
}
`;
    const after = `{
  "topic": "Standup",
  // for guests
  "settings": { "waiting_room": true }
}
`;
    assert.deepEqual(fixTitles(before, code, { profile: lockedOff }), [`★ ${ignored}`]);
    expectFix(before, code, ignored, after, { profile: lockedOff });
  });

  it('compact, the last one', () => {
    const before = '{"settings":{"waiting_room":true},"password":"4sPgWr-2"}';
    expectFix(before, code, ignored, '{"settings":{"waiting_room":true}}', { profile: lockedOff });
  });

  it('an empty one can go where the meeting keeps its own, or be filled', () => {
    const situation = { operation: 'update', profile: lockedOn, meeting: own } as const;
    const before = '{ "topic": "Standup", "password": "" }';
    assert.deepEqual(fixTitles(before, code, situation), [`★ ${ignored}`, 'Add a passcode']);
    expectFix(before, code, ignored, '{ "topic": "Standup" }', situation);
    const after = '{ "topic": "Standup", "password": "Made-1234*" }';
    expectFix(before, code, 'Add a passcode', after, situation);
  });

  it('where the meeting may have none, only a passcode helps', () => {
    const situation = { operation: 'update', profile: lockedOn } as const;
    const before = '{\r\n  "password": ""\r\n}\r\n';
    assert.deepEqual(fixTitles(before, code, situation), ['★ Add a passcode']);
    expectFix(before, code, 'Add a passcode', '{\r\n  "password": "Made-1234*"\r\n}\r\n', situation);
  });

  it('none that leaves an option without authentication', () => {
    const body = `{
  "password": "",
  "settings": { "waiting_room": false, "meeting_authentication": false, "authentication_option": "opt" }
}`;
    const meeting =
      '{ "password": "own-code", "settings": { "meeting_authentication": true, "authentication_option": "opt-own" } }';
    const situation = { operation: 'update', profile: unlocked, meeting } as const;
    assert.ok(!fixTitles(body, code, situation).some((title) => title.includes('Add a passcode')));
  });
});
