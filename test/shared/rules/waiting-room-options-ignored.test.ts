import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles, titles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'waiting-room-options-ignored';
const unlocked = profileWith('W unlocked · P unlocked · A unlocked');
const lockedOff = profileWith('W locked off · P unlocked · A unlocked');
const noEffect =
  'waiting-room-options-ignored: waiting_room_options has no effect, because the Waiting Room will be off:';
const body = '{ "password": "4sPgWr-2", "settings": { "waiting_room_options": { "mode": "follow_setting" } } }';
const drawn = (reason: string) => `${body}
//                                      ^^^^^^^^^^^^^^^^^^^^^^ ${noEffect} ${reason}.`;

describe('waiting-room-options-ignored', () => {
  it('create, the switch is missing', () => {
    expectFindings(drawn('waiting_room is not sent, so off (create requests)'), { profile: unlocked });
  });

  it('locked off, whatever the meeting has', () => {
    for (const operation of ['create', 'update'] as const) {
      expectFindings(drawn('the account has the Waiting Room off and locked'), { operation, profile: lockedOff });
    }
  });

  it('create, the switch is off', () => {
    expectFindings(
      `{
  "password": "4sPgWr-2",
  "settings": { "waiting_room": false, "waiting_room_options": {} }
  //                                   ^^^^^^^^^^^^^^^^^^^^^^ ${noEffect} the account does not lock the Waiting Room, so the request decides.
}`,
      { profile: unlocked },
    );
  });

  it('update of a meeting without a Waiting Room', () => {
    const meeting = '{ "password": "own-code" }';
    const reason = 'waiting_room is not sent, so unchanged (update requests)';
    expectFindings(drawn(reason), { operation: 'update', profile: unlocked, meeting });
  });

  it('while typing: a lock is sure, a missing switch is not', () => {
    const typed = '{ "settings": { "waiting_room_options": { "mode": "follow_setting" },\n';
    const broken = '^ json-syntax: A property name in double quotes is expected here.';
    const found = `//              ^^^^^^^^^^^^^^^^^^^^^^ ${noEffect} the account has the Waiting Room off and locked.`;
    expectFindings(`${typed}${found}\n\n${broken}`, { profile: lockedOff });
    expectFindings(`${typed}\n${broken}`, { profile: unlocked });
  });

  it('leads to the lock', () => {
    assert.deepEqual(
      findingsOf(body, { profile: lockedOff }).map(({ cause }) => cause),
      ['waitingRoom'],
    );
  });
});

describe('waiting-room-options-ignored: silent', () => {
  it('the Waiting Room is on', () => {
    const on = '{ "settings": { "waiting_room": true, "waiting_room_options": { "mode": "follow_setting" } } }';
    expectFindings(on, { profile: unlocked });
  });
  it('Zoom turns it on, which is another finding', () => {
    const unsecured = '{ "settings": { "waiting_room": false, "waiting_room_options": { "mode": "follow_setting" } } }';
    assert.deepEqual(
      findingsOf(unsecured, { profile: unlocked }).map((each) => each.code),
      ['waiting-room-overwritten'],
    );
  });
  it('it depends on the meeting', () => expectFindings(body, { operation: 'update', profile: unlocked }));
  it('the lock unknown, or no profile', () => {
    expectFindings(body, { profile: profileWith('P unlocked · A unlocked') });
    expectFindings(body, {});
  });
  it('a value of another type', () => {
    for (const none of ['null', '"custom"', '[]', 'true'])
      expectFindings(`{ "password": "4sPgWr-2", "settings": { "waiting_room_options": ${none} } }`, {
        profile: unlocked,
      });
  });
  it('an update of one occurrence of a meeting that has it on', () => {
    const meeting = '{ "settings": { "waiting_room": true } }';
    expectFindings('{ "settings": { "waiting_room_options": {} } }', {
      operation: 'update',
      occurrence: true,
      profile: unlocked,
      meeting,
    });
  });
});

describe('waiting-room-options-ignored: fixes', () => {
  const turnOn = 'Turn on the Waiting Room';
  const remove = 'Remove the field';

  it('the switch was forgotten', () => {
    const before = `{
  "password": "4sPgWr-2",
  "settings": {
    "waiting_room_options": { "mode": "follow_setting" } // as always
  }
}`;
    const after = `{
  "password": "4sPgWr-2",
  "settings": {
    "waiting_room_options": { "mode": "follow_setting" }, // as always
    "waiting_room": true
  }
}`;
    assert.deepEqual(fixTitles(before, code, { profile: unlocked }), [`★ ${turnOn}`, remove]);
    expectFix(before, code, turnOn, after, { profile: unlocked });
  });

  it('the switch is off on purpose, or locked off: only the options can go', () => {
    const before = '{"password":"4sPgWr-2","settings":{"waiting_room":false,"waiting_room_options":{}}}';
    assert.deepEqual(fixTitles(before, code, { profile: unlocked }), [`★ ${remove}`]);
    expectFix(before, code, remove, '{"password":"4sPgWr-2","settings":{"waiting_room":false}}', { profile: unlocked });
    assert.deepEqual(fixTitles(body, code, { profile: lockedOff }), [`★ ${remove}`]);
  });

  it('a Waiting Room would keep participants from joining early', () => {
    const early = '{"password":"4sPgWr-2","settings":{"join_before_host":true,"waiting_room_options":{}}}';
    assert.deepEqual(fixTitles(early, code, { profile: unlocked }), [`★ ${remove}`]);
  });

  it('no other fix takes the Waiting Room from them', () => {
    const unsecured = '{ "settings": { "waiting_room_options": { "mode": "follow_setting" } } }';
    assert.deepEqual(titles(findingsOf(unsecured, { profile: unlocked }), 'unsecured-request'), [`★ ${turnOn}`]);
  });
});
