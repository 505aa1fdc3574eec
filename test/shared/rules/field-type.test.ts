import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'field-type';

describe('field-type', () => {
  it('each of the four fields', () => {
    const drawn = `{
  "password": 738201,
  //          ^^^^^^ field-type: password must be a string in double quotes.
  "settings": {
    "waiting_room": "true",
    //              ^^^^^^ field-type: waiting_room must be true or false, without quotes.
    "meeting_authentication": 1,
    //                        ^ field-type: meeting_authentication must be true or false.
    "authentication_option": ["opt"]
    //                       ^^^^^^^ field-type: authentication_option must be a string in double quotes.
  }
}`;
    expectFindings(drawn, {});
    expectFindings(drawn, { operation: 'update' });
  });

  it('a value of the wrong type counts as not given', () => {
    const drawn = `{ "settings": { "waiting_room": "false" } }
//                              ^^^^^^^ field-type: waiting_room must be true or false, without quotes.
//                              ^^^^^^^ waiting-room-added: Zoom will turn the Waiting Room on: the account has the Waiting Room on and locked.`;
    expectFindings(drawn, { profile: profileWith('W locked on · P unlocked · A unlocked') });
  });

  it('while typing', () => {
    const drawn = `{ "password": 738201,
//            ^^^^^^ field-type: password must be a string in double quotes.

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, {});
  });

  it('settings that are no object', () => {
    const drawn = `{ "settings": [{ "waiting_room": true }] }
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^ field-type: "settings" must be an object in braces.`;
    expectFindings(drawn, {});
  });

  it('an empty file', () => {
    expectFindings(
      `
^ field-type: This must be a JSON object in braces; the file is empty.`,
      {},
    );
  });

  it('silent: null, the right type, and settings null', () => {
    expectFindings('{ "password": null, "settings": { "waiting_room": null, "authentication_option": null } }', {});
    expectFindings('{ "password": "", "settings": null }', {});
  });
});

describe('field-type: fixes', () => {
  const room = (value: string) => `{ "password": "4sPgWr-2", "settings": { "waiting_room": ${value} } }`;

  it('a switch: what was meant, where that is plain', () => {
    for (const yes of ['"true"', '"True"', '" TRUE "', '1', '"1"']) {
      expectFix(room(yes), code, 'Write true', room('true'), {});
    }
    for (const no of ['"false"', '"FALSE"', '0', '"0"']) {
      expectFix(room(no), code, 'Write false', room('false'), {});
    }
  });

  it('a switch: else it goes', () => {
    for (const unclear of ['"yes"', '2', '""', '{}', '[true]']) {
      expectFix(room(unclear), code, 'Remove the field', '{ "password": "4sPgWr-2", "settings": { } }', {});
    }
  });

  it('a passcode in figures', () => {
    const before = '{\r\n  "password": 738201, // by phone\r\n  "topic": "Standup"\r\n}\r\n';
    const after = '{\r\n  "password": "738201", // by phone\r\n  "topic": "Standup"\r\n}\r\n';
    assert.deepEqual(fixTitles(before, code, {}), ['★ Put the passcode in quotes']);
    expectFix(before, code, 'Put the passcode in quotes', after, {});
  });

  it('a passcode that would break the rules in quotes, too, or is not a figure', () => {
    const title = 'Replace it with a passcode that works';
    for (const bad of ['12345678901', '9007199254740993', '-5', '1.5', 'true', '{}']) {
      expectFix(`{"password":${bad}}`, code, title, '{"password":"Made-1234*"}', {});
    }
    const profile = profileWith('P unlocked', { requirement: { have_letter: true } });
    expectFix('{"password":738201}', code, title, '{"password":"Made-1234*"}', { profile });
  });

  it('an option', () => {
    const before = '{"settings":{"meeting_authentication":true,"authentication_option":17}}';
    expectFix(before, code, 'Write "17"', before.replace('17', '"17"'), {});
    const list = '{"settings":{"meeting_authentication":true,"authentication_option":["opt"]}}';
    expectFix(list, code, 'Remove the field', '{"settings":{"meeting_authentication":true}}', {});
  });

  it('none for settings that are no object', () => {
    assert.deepEqual(fixTitles('{"settings":true}', code, {}), []);
  });
});
