import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writeAllStored } from '../../../shared/rules/support/secureFixes.ts';
import { say } from '../../../shared/text.ts';
import { context, expectFindings, findingsOf } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

/** Profiles that name no rules: what Zoom's two rule sets disagree about is information and names both. */

const profileOf = (waitingRoom: boolean, passcode: boolean, more: object = {}) =>
  JSON.stringify({
    ...more,
    waitingRoom: { enabled: waitingRoom, locked: false },
    passcode: { enabled: passcode, locked: false },
    authentication: { enabled: false, locked: false },
  });
const passcodesOn = profileOf(false, true);
const tables = "By Zoom's tables of December 2020";
const reference = 'by its current API reference';
const generated = `information passcode-generated: ${tables}, there is no passcode; ${reference}, Zoom will generate a passcode. Read the passcode in the response.`;

describe('without rules in the profile', () => {
  it('passcodes are on: the tables turn the Waiting Room on, the API reference generates a passcode', () => {
    expectFindings(
      `{ "topic": "Standup", "settings": { "waiting_room": false } }
//                                                  ^^^^^ information waiting-room-overwritten: ${tables}, Zoom will store waiting_room as true; ${reference}, the Waiting Room is off.
//                    ^^^^^^^^^^ ${generated}`,
      { profile: passcodesOn },
    );
  });

  it('nothing given', () => {
    expectFindings(
      `{ "topic": "Standup" }
^ information unsecured-request: ${tables}, Zoom will turn the Waiting Room on: nothing in this request secures the meeting; ${reference}, the Waiting Room is off. ${tables}, there is no passcode; ${reference}, Zoom will generate a passcode. Read the passcode in the response.`,
      { profile: passcodesOn },
    );
  });

  it('joining before the host is lost by the tables alone', () => {
    expectFindings(
      `{ "settings": { "waiting_room": false, "join_before_host": true } }
//                              ^^^^^ information waiting-room-overwritten: ${tables}, Zoom will store waiting_room as true; ${reference}, the Waiting Room is off.
//                                                         ^^^^ information join-before-host-lost: ${tables}, join_before_host has no effect: the Waiting Room will be on; ${reference}, the Waiting Room is off.
//^^^^^^^^^^ ${generated}`,
      { profile: passcodesOn },
    );
  });

  it('the account’s Waiting Room counts by the API reference alone', () => {
    expectFindings(
      `{ "settings": { "meeting_authentication": true, "authentication_option": "x" } }
//^^^^^^^^^^ information waiting-room-added: ${tables}, the Waiting Room is off; ${reference}, Zoom will turn the Waiting Room on.`,
      { profile: profileOf(true, false) },
    );
  });

  it('the Waiting Room comes on by both, for different reasons: certain, and without a reason', () => {
    expectFindings(
      `{ "topic": "Standup" }
^ information waiting-room-added: Zoom will turn the Waiting Room on.`,
      { profile: profileOf(true, false) },
    );
  });

  it('by both for the same reason: as usual', () => {
    expectFindings(
      `{ "settings": { "waiting_room": false } }
//                              ^^^^^ waiting-room-overwritten: Zoom will store waiting_room as true: nothing else secures the meeting, and Zoom requires one security option.`,
      { profile: profileOf(false, false) },
    );
  });

  it('a passcode is given: both say the same', () => {
    expectFindings('{ "password": "abc123", "settings": { "waiting_room": false } }', { profile: passcodesOn });
  });

  it('an update is the same under both', () => {
    const text = '{ "settings": { "waiting_room": false } }';
    const found = findingsOf(text, { operation: 'update', profile: passcodesOn });
    assert.deepEqual(
      found.map(({ message }) => say(message)),
      ['Zoom will store waiting_room as true if the meeting has no passcode and has authentication off.'],
    );
  });

  it('what is contested is not written by the fix for the whole file', () => {
    for (const text of ['{ "settings": { "waiting_room": false } }', '{ "topic": "Standup" }'])
      assert.equal(writeAllStored(context(text, { profile: passcodesOn })), undefined);
  });

  it('each fix of a contested finding has its effect by both rule sets', () => {
    const text = '{ "settings": { "waiting_room": false } }';
    const [found] = findingsOf(text, { profile: passcodesOn }).filter(
      ({ code }) => code === 'waiting-room-overwritten',
    );
    assert.deepEqual(
      found?.fixes().map(({ title }) => say(title)),
      ['Add a passcode: no Waiting Room', 'Turn on the Waiting Room', 'Require authentication: no Waiting Room'],
    );
  });

  it('a contested finding has no cause in the profile', () => {
    const found = findingsOf('{ "topic": "Standup" }', { profile: passcodesOn });
    assert.deepEqual(
      found.map(({ cause }) => cause),
      [undefined],
    );
  });
});

describe('default_password', () => {
  const today = (passcode: boolean) => profileOf(false, passcode, { rules: '2025-03-24' });
  const byTables = profileOf(false, true, { rules: '2020-12-20' });
  const codes = (text: string, profile: string) => findingsOf(text, { profile }).map(({ code }) => code);
  const body = (more: string) => `{ ${more}"settings": { "waiting_room": false } }`;

  it('true is the same request as without it: with passcodes off, the Waiting Room comes on', () => {
    for (const more of ['', '"default_password": true, ']) {
      assert.deepEqual(codes(body(more), today(false)), ['waiting-room-overwritten']);
      assert.deepEqual(codes(body(more), today(true)), ['passcode-generated']);
    }
  });

  it('false declines the passcode', () => {
    assert.deepEqual(codes(body('"default_password": false, '), today(true)), ['waiting-room-overwritten']);
  });

  it('by the tables true is open: information, and no line of the profile is its cause', () => {
    const text = '{ "default_password": true, "settings": { "waiting_room": false } }';
    expectFindings(
      `${text}
//                          ^^^^^^^^^^ information passcode-generated: Zoom will generate a passcode if default_password has an effect: default_password is true. Read the passcode in the response.
//                                                        ^^^^^ information waiting-room-overwritten: Zoom will store waiting_room as true if default_password has no effect: nothing else secures the meeting, and Zoom requires one security option.`,
      { profile: byTables },
    );
    assert.deepEqual(
      findingsOf(text, { profile: byTables }).map(({ cause }) => cause),
      [undefined, undefined],
    );
    assert.equal(writeAllStored(context(text, { profile: byTables })), undefined);
  });
});

describe('what comes in every case', () => {
  it('is certain although its reason differs: a passcode is locked on, or nothing else secures the meeting', () => {
    for (const rules of ['2020-12-20', '2025-03-24'] as const) {
      const { passcode: _, ...profile } = JSON.parse(profileWith('W locked off · P unlocked · A locked off'));
      expectFindings(
        `{ "topic": "x" }
^ passcode-generated: Zoom will generate a passcode. Read the passcode in the response.`,
        { profile: JSON.stringify({ ...profile, rules }) },
      );
    }
  });
});
