import { describe, it } from 'node:test';
import { expectFindings, expectFix } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'field-misplaced';

describe('field-misplaced', () => {
  it('each of the four fields', () => {
    const drawn = `{
  "waiting_room": true,
//^^^^^^^^^^^^^^ field-misplaced: Zoom reads waiting_room only inside "settings"; here it is ignored.
  "meeting_authentication": true,
//^^^^^^^^^^^^^^^^^^^^^^^^ field-misplaced: Zoom reads meeting_authentication only inside "settings"; here it is ignored.
  "authentication_option": "opt",
//^^^^^^^^^^^^^^^^^^^^^^^ field-misplaced: Zoom reads authentication_option only inside "settings"; here it is ignored.
  "settings": {
    "password": "4sPgWr-2"
//  ^^^^^^^^^^ field-misplaced: Zoom reads password only at the top of the body; here it is ignored.
  }
}`;
    expectFindings(drawn, {});
    expectFindings(drawn, { operation: 'update' });
  });

  it('it secures nothing in the wrong place', () => {
    const drawn = `{ "settings": { "password": "4sPgWr-2" } }
//^^^^^^^^^^ unsecured-request: Nothing in this request secures the meeting, so Zoom will turn the Waiting Room on.
//              ^^^^^^^^^^ field-misplaced: Zoom reads password only at the top of the body; here it is ignored.`;
    expectFindings(drawn, { profile: profileWith('W unlocked · P unlocked · A unlocked') });
  });

  it('what is filled in later moves as it is written', () => {
    const drawn = `{ "waiting_room": {{room}}, "settings": { "host_video": true } }
//^^^^^^^^^^^^^^ field-misplaced: Zoom reads waiting_room only inside "settings"; here it is ignored.`;
    expectFindings(drawn, {});
    expectFix(
      '{ "waiting_room": {{room}}, "settings": { "host_video": true } }',
      code,
      'Move waiting_room into "settings"',
      '{ "settings": { "host_video": true, "waiting_room": {{room}} } }',
      {},
    );
  });

  it('no fix where the settings are filled in as a whole', () => {
    const drawn = `{ "waiting_room": true, "settings": {{settings}} }
//^^^^^^^^^^^^^^ field-misplaced: Zoom reads waiting_room only inside "settings"; here it is ignored.`;
    expectFindings(drawn, {});
  });

  it('whatever its value is, and while typing', () => {
    const drawn = `{ "waiting_room": null, "settings": { "password": 12 },
//^^^^^^^^^^^^^^ field-misplaced: Zoom reads waiting_room only inside "settings"; here it is ignored.
//                                    ^^^^^^^^^^ field-misplaced: Zoom reads password only at the top of the body; here it is ignored.

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, {});
  });

  it('silent: in its place, or deeper down, where it is something else', () => {
    expectFindings('{ "password": "4sPgWr-2", "settings": { "waiting_room": false } }', {});
    expectFindings('{ "topic": "x", "custom": { "password": "x", "waiting_room": true } }', {});
  });
});

describe('field-misplaced: fix', () => {
  it('into settings', () => {
    const before = `{
  "waiting_room": true, // guests wait
  "settings": {
    "host_video": true
  }
}
`.replaceAll('\n', '\r\n');
    const after = `{
  // guests wait
  "settings": {
    "host_video": true,
    "waiting_room": true
  }
}
`.replaceAll('\n', '\r\n');
    expectFix(before, code, 'Move waiting_room into "settings"', after, {});
  });

  it('into settings that are not there yet', () => {
    const before = '{"topic":"Standup","meeting_authentication":true}';
    const after = '{"topic":"Standup","settings":{"meeting_authentication":true}}';
    expectFix(before, code, 'Move meeting_authentication into "settings"', after, {});
  });

  it('to the top', () => {
    const before = '{ "settings": { "password": "4sPgWr-2", "host_video": true } }';
    const after = '{ "settings": { "host_video": true }, "password": "4sPgWr-2" }';
    expectFix(before, code, 'Move password to the top of the body', after, {});
  });

  it('keeps the value as it is written', () => {
    const before = '{ "authentication_option": "\\u006fpt", "settings": {} }';
    const after = '{ "settings": { "authentication_option": "\\u006fpt" } }';
    expectFix(before, code, 'Move authentication_option into "settings"', after, {});
  });

  it('the place is taken: what counts already stays, the other goes', () => {
    const before = '{ "waiting_room": true, "settings": { "waiting_room": false } }';
    const after = '{ "settings": { "waiting_room": false } }';
    expectFix(before, code, 'Remove the field: waiting_room is inside "settings" already', after, {});
    const passcode = '{ "password": "4sPgWr-2", "settings": { "password": "other", "host_video": true } }';
    const left = '{ "password": "4sPgWr-2", "settings": { "host_video": true } }';
    expectFix(passcode, code, 'Remove the field: password is at the top of the body already', left, {});
  });

  it('null takes no place: it says nothing', () => {
    const before = '{ "waiting_room": true, "settings": { "waiting_room": null } }';
    const after = '{ "settings": { "waiting_room": true } }';
    expectFix(before, code, 'Move waiting_room into "settings"', after, {});
  });
});
