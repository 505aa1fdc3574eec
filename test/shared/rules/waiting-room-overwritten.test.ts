import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'waiting-room-overwritten';
const lockedOn = profileWith('W locked on · P unlocked · A unlocked');
const lockedOff = profileWith('W locked off · P unlocked · A unlocked');
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');

describe('waiting-room-overwritten: create', () => {
  it('locked on', () => {
    const drawn = `{
  "settings": { "waiting_room": false }
  //                            ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: the account has the Waiting Room on and locked.
}`;
    expectFindings(drawn, { profile: lockedOn });
  });

  it('locked off', () => {
    const drawn = `{
  "password": "4sPgWr-2",
  "settings": { "waiting_room": true }
  //                            ^^^^ waiting-room-overwritten: Zoom will store waiting_room as false: the account has the Waiting Room off and locked.
}`;
    expectFindings(drawn, { profile: lockedOff });
  });

  it('not locked, and nothing else is on', () => {
    const drawn = `{ "settings": { "waiting_room": false, "meeting_authentication": false } }
//                              ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: nothing else secures the meeting, and Zoom requires one security option.`;
    expectFindings(drawn, { profile: unlocked });
  });

  it('whatever the lock is, as long as it is not off: no reason is named where there are two', () => {
    const drawn = `{ "settings": { "waiting_room": false } }
//                              ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true.`;
    expectFindings(drawn, {
      profile:
        '{"rules":"2020-12-20","waitingRoom":{"enabled":true},"passcode":{"locked":false},"authentication":{"locked":false}}',
    });
  });

  it('of duplicates the last one is meant', () => {
    const drawn = `{ "settings": { "waiting_room": true, "waiting_room": false } }
//              ^^^^^^^^^^^^^^ duplicate-key: "waiting_room" appears again further down in this object; only the last one counts.
//                                                    ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: the account has the Waiting Room on and locked.`;
    expectFindings(drawn, { profile: lockedOn });
  });
});

describe('waiting-room-overwritten: update', () => {
  const body = '{ "settings": { "waiting_room": false } }';

  it('a lock needs no meeting', () => {
    const drawn = `${body}
//                              ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: the account has the Waiting Room on and locked.`;
    expectFindings(drawn, { operation: 'update', profile: lockedOn });
  });

  it('not locked, the meeting unknown: it depends on what else the meeting has', () => {
    const drawn = `${body}
//                              ^^^^^ information waiting-room-overwritten: Zoom will store waiting_room as true if the meeting has no passcode and has authentication off.`;
    expectFindings(drawn, { operation: 'update', profile: unlocked });
  });

  it('all off, the meeting unknown: it keeps what it has, and gets the Waiting Room where it has nothing', () => {
    const drawn = `{ "settings": { "waiting_room": false, "meeting_authentication": false } }
//                              ^^^^^ information waiting-room-overwritten: waiting_room may be stored as true: it stays as the meeting has it, or is turned on if nothing else was on. Send a passcode to avoid this.
//                                                               ^^^^^ information authentication-overwritten: Zoom will store meeting_authentication as true if the meeting has authentication on: the request turns the other options off and sends no passcode, so Zoom probably keeps the meeting's settings. Send a passcode to avoid this.`;
    expectFindings(drawn, { operation: 'update', profile: unlocked });
  });

  it('the meeting has only its Waiting Room, and keeps it', () => {
    const drawn = `${body}
//                              ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: the request would leave no security option on, so Zoom keeps the meeting's settings.`;
    expectFindings(drawn, { operation: 'update', profile: unlocked, meeting: '{"settings":{"waiting_room":true}}' });
  });

  it('the meeting has nothing', () => {
    const drawn = `${body}
//                              ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: nothing else secures the meeting, and Zoom requires one security option.`;
    expectFindings(drawn, { operation: 'update', profile: unlocked, meeting: '{}' });
  });

  it('silent: the meeting has a passcode or authentication on', () => {
    const passcode = '{"password":"4sPgWr-2"}';
    const authentication = '{"settings":{"meeting_authentication":true,"authentication_option":"opt-own"}}';
    expectFindings(body, { operation: 'update', profile: unlocked, meeting: passcode });
    expectFindings(body, { operation: 'update', profile: unlocked, meeting: authentication });
  });
});

describe('waiting-room-overwritten: silent', () => {
  const silent: readonly [string, string, string | undefined][] = [
    ['sent as it is stored', '{ "settings": { "waiting_room": true } }', lockedOn],
    ['a passcode does the job', '{ "password": "4sPgWr-2", "settings": { "waiting_room": false } }', unlocked],
    ['no profile', '{ "settings": { "waiting_room": false } }', undefined],
    ['the lock is unknown', '{ "settings": { "waiting_room": false } }', profileWith('P unlocked · A unlocked')],
    [
      'not locked, and the requirement is off',
      '{ "settings": { "waiting_room": false } }',
      profileWith('W unlocked · P unlocked · A unlocked', { required: false }),
    ],
  ];
  for (const [name, body, profile] of silent) {
    it(name, () => expectFindings(body, { profile }));
  }
});

describe('waiting-room-overwritten: while typing', () => {
  it('a lock is sure', () => {
    const drawn = `{ "settings": { "waiting_room": false,
//                              ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: the account has the Waiting Room on and locked.

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { profile: lockedOn });
  });

  it('that nothing else is on is not: it may be yet to come', () => {
    const drawn = `{ "settings": { "waiting_room": false,

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, { profile: unlocked });
  });
});

describe('waiting-room-overwritten: fixes', () => {
  it('a lock leaves one: write what is stored', () => {
    const before = `{
  // Guests come straight in.
  "topic": "Open house",
  "settings": {
    "waiting_room": false, // as agreed
    "host_video": true
  }
}
`.replaceAll('\n', '\r\n');
    assert.deepEqual(fixTitles(before, code, { profile: lockedOn }), [
      '★ Write waiting_room: true, as Zoom will store it',
    ]);
    const after = before.replace('"waiting_room": false', '"waiting_room": true');
    expectFix(before, code, 'Write waiting_room: true, as Zoom will store it', after, { profile: lockedOn });
  });

  it('locked off', () => {
    const before = '{"password":"4sPgWr-2","settings":{"waiting_room":true}}';
    const after = '{"password":"4sPgWr-2","settings":{"waiting_room":false}}';
    expectFix(before, code, 'Write waiting_room: false, as Zoom will store it', after, { profile: lockedOff });
  });

  describe('where Zoom only steps in, something else can do the job', () => {
    const situation = { profile: unlocked };
    const before = `{
  "topic": "Open house",
  "settings": {
    "waiting_room": false
  }
}
`;

    it('the passcode comes first', () => {
      const titles = fixTitles(before, code, situation);
      assert.deepEqual(titles, [
        '★ Add a passcode: no Waiting Room',
        'Turn on the Waiting Room',
        'Require authentication: no Waiting Room',
      ]);
    });

    it('Add a passcode: no Waiting Room', () => {
      const after = `{
  "topic": "Open house",
  "password": "Made-1234*",
  "settings": {
    "waiting_room": false
  }
}
`;
      expectFix(before, code, 'Add a passcode: no Waiting Room', after, situation);
    });

    it('Require authentication, with the default option', () => {
      const after = `{
  "topic": "Open house",
  "settings": {
    "waiting_room": false,
    "meeting_authentication": true,
    "authentication_option": "opt-a"
  }
}
`;
      const profile = profileWith('W unlocked · P unlocked · A unlocked', {
        options: [{ id: 'opt-a', default: true }],
      });
      expectFix(before, code, 'Require authentication: no Waiting Room', after, { profile });
    });

    it('Turn on the Waiting Room', () => {
      const after = before.replace('false', 'true');
      expectFix(before, code, 'Turn on the Waiting Room', after, situation);
    });

    it('passcodes are locked off: authentication is left', () => {
      const titles = fixTitles(before, code, { profile: profileWith('W unlocked · P locked off · A unlocked') });
      assert.ok(
        !titles.includes('Add a passcode: no Waiting Room') &&
          titles.includes('Require authentication: no Waiting Room'),
      );
    });
  });
});
