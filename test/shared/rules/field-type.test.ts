import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'field-type';

const documents = (name: string, type: string) =>
  `field-type: ${name}: Zoom documents a ${type}. Whether it accepts anything else is not documented.`;

describe('field-type', () => {
  it('each field on which a prediction or a finding depends', () => {
    const drawn = `{
  "password": 738201,
  //          ^^^^^^ ${documents('password', 'string')}
  "default_password": "false",
  //                  ^^^^^^^ ${documents('default_password', 'boolean')}
  "type": "8",
  //      ^^^ ${documents('type', 'number')}
  "template_id": 17,
  //             ^^ ${documents('template_id', 'string')}
  "settings": {
    "waiting_room": "true",
    //              ^^^^^^ ${documents('waiting_room', 'boolean')}
    "meeting_authentication": 1,
    //                        ^ ${documents('meeting_authentication', 'boolean')}
    "authentication_option": ["opt"],
    //                       ^^^^^^^ ${documents('authentication_option', 'string')}
    "use_pmi": 2,
    //         ^ ${documents('use_pmi', 'boolean')}
    "join_before_host": "true",
    //                  ^^^^^^ ${documents('join_before_host', 'boolean')}
    "encryption_type": true
    //                 ^^^^ ${documents('encryption_type', 'string')}
  }
}`;
    // With locks that are not known as well, every fix would take a second to try.
    const profile = profileWith('W unlocked · P unlocked · A unlocked');
    expectFindings(drawn, { profile });
    const inUpdate = drawn.replace(/ {2}"default_password.*\n.*\n/, '');
    expectFindings(inUpdate, { operation: 'update', profile });
  });

  it('once, whatever the account locks: the value is open', () => {
    const drawn = `{ "settings": { "waiting_room": "true" } }
//                              ^^^^^^ ${documents('waiting_room', 'boolean')}`;
    expectFindings(drawn, { profile: profileWith('W locked on · P unlocked · A unlocked') });
    expectFindings(drawn, { profile: profileWith('W unlocked · P unlocked · A unlocked') });
    expectFindings(drawn, { operation: 'update', profile: profileWith('W locked off · P unlocked · A unlocked') });
  });

  it('the same for what uses the personal meeting ID', () => {
    for (const value of ['"false"', '2']) {
      const drawn = `{ "topic": "Weekly", "settings": { "use_pmi": ${value}, "waiting_room": true } }
//                                            ${'^'.repeat(value.length)} ${documents('use_pmi', 'boolean')}`;
      expectFindings(drawn, { profile: profileWith('W unlocked · P unlocked · A unlocked') });
    }
  });

  it('while typing', () => {
    const drawn = `{ "password": 738201,
//            ^^^^^^ ${documents('password', 'string')}

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

  it('silent: null, the right type, a placeholder, settings null, and a field that decides nothing', () => {
    expectFindings('{ "password": null, "settings": { "waiting_room": null, "authentication_option": null } }', {});
    expectFindings('{ "type": null, "default_password": null, "settings": { "use_pmi": null } }', {});
    expectFindings('{ "type": 8, "default_password": true, "settings": { "use_pmi": false } }', {});
    expectFindings('{ "type": {{t}}, "settings": { "use_pmi": "{{pmi}}", "waiting_room": "<boolean>" } }', {});
    expectFindings('{ "password": "", "settings": null }', {});
    expectFindings('{ "duration": "60", "settings": { "host_video": "true", "approval_type": "2" } }', {});
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

  it('a switch that can be read in several ways, or in none: no fix', () => {
    for (const unclear of ['"yes"', '"on"', '2', '""', '{}', '[true]'])
      assert.deepEqual(fixTitles(room(unclear), code, {}), [], unclear);
  });

  it('a type in quotes', () => {
    expectFix('{"type":"8","password":"4sPgWr-2"}', code, 'Write 8', '{"type":8,"password":"4sPgWr-2"}', {});
    for (const unclear of ['"weekly"', '"2.5"', '"-1"', '""', 'true', '[2]'])
      assert.deepEqual(fixTitles(`{"topic":"x","type":${unclear}}`, code, {}), [], unclear);
  });

  it('the others', () => {
    for (const [name, value, meant] of [
      ['use_pmi', '"false"', 'false'],
      ['join_before_host', '"true"', 'true'],
    ] as const) {
      const body = (each: string) => `{"password":"4sPgWr-2","settings":{"${name}":${each}}}`;
      expectFix(body(value), code, `Write ${meant}`, body(meant), {});
    }
    expectFix('{"default_password":"false"}', code, 'Write false', '{"default_password":false}', {});
  });

  it('a number in place of one of a few words: no fix', () => {
    for (const number of ['0', '1'])
      assert.deepEqual(fixTitles(`{"settings":{"encryption_type":${number}}}`, code, {}), [], number);
    expectFix('{"template_id":17}', code, 'Write "17"', '{"template_id":"17"}', {});
  });

  it('a passcode in figures', () => {
    const before = '{\r\n  "password": 738201, // by phone\r\n  "topic": "Standup"\r\n}\r\n';
    const after = '{\r\n  "password": "738201", // by phone\r\n  "topic": "Standup"\r\n}\r\n';
    assert.deepEqual(fixTitles(before, code, {}), ['★ Put the passcode in quotes']);
    expectFix(before, code, 'Put the passcode in quotes', after, {});
  });

  it('a passcode that is not a figure: no fix', () => {
    for (const bad of ['9007199254740993', '-5', '1.5', 'true', '{}'])
      assert.deepEqual(fixTitles(`{"password":${bad}}`, code, {}), [], bad);
  });

  it('a passcode that would break the rules in quotes, too', () => {
    const title = 'Replace it with a passcode that works';
    expectFix('{"password":12345678901}', code, title, '{"password":"Made-1234*"}', {});
    const profile = profileWith('P unlocked', { requirement: { have_letter: true } });
    expectFix('{"password":738201}', code, title, '{"password":"Made-1234*"}', { profile });
  });

  it('an option', () => {
    const before = '{"settings":{"meeting_authentication":true,"authentication_option":17}}';
    expectFix(before, code, 'Write "17"', before.replace('17', '"17"'), {});
    const list = '{"settings":{"meeting_authentication":true,"authentication_option":["opt"]}}';
    assert.deepEqual(fixTitles(list, code, {}), []);
  });

  it('none for settings that are no object', () => {
    assert.deepEqual(fixTitles('{"settings":true}', code, {}), []);
  });
});
