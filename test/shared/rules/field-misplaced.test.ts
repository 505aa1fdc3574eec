import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, fixTitles, readDrawing } from '../../support/markers.ts';
import { profileWith } from '../../support/profiles.ts';

const code = 'field-misplaced';

describe('field-misplaced', () => {
  it('each of the four fields', () => {
    const drawn = `{
  "waiting_room": true,
//^^^^^^^^^^^^^^ field-misplaced: waiting_room has no effect here: Zoom reads it only inside "settings".
  "meeting_authentication": true,
//^^^^^^^^^^^^^^^^^^^^^^^^ field-misplaced: meeting_authentication has no effect here: Zoom reads it only inside "settings".
  "authentication_option": "opt",
//^^^^^^^^^^^^^^^^^^^^^^^ field-misplaced: authentication_option has no effect here: Zoom reads it only inside "settings".
  "settings": {
    "password": "4sPgWr-2"
//  ^^^^^^^^^^ field-misplaced: password has no effect here: Zoom reads it only at the top of the body.
  }
}`;
    expectFindings(drawn, {});
    expectFindings(drawn, { operation: 'update' });
  });

  it('it secures nothing in the wrong place', () => {
    const drawn = `{ "settings": { "password": "4sPgWr-2" } }
//^^^^^^^^^^ unsecured-request: Zoom will turn the Waiting Room on: nothing in this request secures the meeting.
//              ^^^^^^^^^^ field-misplaced: password has no effect here: Zoom reads it only at the top of the body.`;
    expectFindings(drawn, { profile: profileWith('W unlocked · P unlocked · A unlocked') });
  });

  it('what is filled in later moves as it is written', () => {
    const drawn = `{ "waiting_room": {{room}}, "settings": { "host_video": true } }
//^^^^^^^^^^^^^^ field-misplaced: waiting_room has no effect here: Zoom reads it only inside "settings".`;
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
//^^^^^^^^^^^^^^ field-misplaced: waiting_room has no effect here: Zoom reads it only inside "settings".`;
    expectFindings(drawn, {});
  });

  it('whatever its value is, and while typing', () => {
    const drawn = `{ "waiting_room": null, "settings": { "password": 12 },
//^^^^^^^^^^^^^^ field-misplaced: waiting_room has no effect here: Zoom reads it only inside "settings".
//                                    ^^^^^^^^^^ field-misplaced: password has no effect here: Zoom reads it only at the top of the body.

^ json-syntax: A property name in double quotes is expected here.`;
    expectFindings(drawn, {});
  });

  it('any other field of the body that Zoom reads in one place', () => {
    const drawn = `{
  "topic": "Weekly",
  "use_pmi": true,
//^^^^^^^^^ field-misplaced: use_pmi has no effect here: Zoom reads it only inside "settings".
  "join_before_host": true,
//^^^^^^^^^^^^^^^^^^ field-misplaced: join_before_host has no effect here: Zoom reads it only inside "settings".
  "alternative_hosts": "a@example.com",
//^^^^^^^^^^^^^^^^^^^ field-misplaced: alternative_hosts has no effect here: Zoom reads it only inside "settings".
  "weekly_days": "2",
//^^^^^^^^^^^^^ field-misplaced: weekly_days has no effect here: Zoom reads it only inside "recurrence".
  "settings": {
    "default_password": false,
//  ^^^^^^^^^^^^^^^^^^ field-misplaced: default_password has no effect here: Zoom reads it only at the top of the body.
    "topic": "Weekly",
//  ^^^^^^^ field-misplaced: topic has no effect here: Zoom reads it only at the top of the body.
    "who_goes_to_waiting_room": "everyone",
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ field-misplaced: who_goes_to_waiting_room has no effect here: Zoom reads it only inside "settings.waiting_room_options".
    "breakout_room": { "use_pmi": true },
//                     ^^^^^^^^^ field-misplaced: use_pmi has no effect here: Zoom reads it only inside "settings".
    "recurrence": { "type": 1 }
//  ^^^^^^^^^^^^ field-misplaced: recurrence has no effect here: Zoom reads it only at the top of the body.
  },
  "recurrence": { "type": 2, "timezone": "UTC" }
//                           ^^^^^^^^^^ field-misplaced: timezone has no effect here: Zoom reads it only at the top of the body.
}`;
    expectFindings(drawn, {});
  });

  it('settings in settings: what is in them would have to be merged by hand', () => {
    const drawn = `{ "topic": "Weekly", "settings": { "settings": { "waiting_room": true } } }
//                                 ^^^^^^^^^^ field-misplaced: settings has no effect here: Zoom reads it only at the top of the body.`;
    expectFindings(drawn, {});
    assert.deepEqual(fixTitles(readDrawing(drawn).text, code, {}), []);
  });

  it('of duplicates the last', () => {
    const drawn = `{ "topic": "x", "waiting_room": true, "waiting_room": false }
//              ^^^^^^^^^^^^^^ duplicate-key: "waiting_room" appears again further down in this object; only the last one counts.
//                                    ^^^^^^^^^^^^^^ field-misplaced: waiting_room has no effect here: Zoom reads it only inside "settings".`;
    expectFindings(drawn, {});
  });

  it('silent: names that occur in several places, or in an object that Zoom does not document', () => {
    expectFindings('{ "type": 2, "enable": true, "interpreters": [], "settings": { "type": 2, "enable": true } }', {});
    expectFindings('{ "mode": "x", "rooms": [], "channels": [], "settings": { "mode": "x", "method": "y" } }', {});
    expectFindings('{ "custom": { "waiting_room": true, "settings": {} }, "tracking_fields": [{ "topic": "x" }] }', {});
    expectFindings(
      '{ "settings": { "breakout_room": { "topic": "x", "password": "y", "rooms": [{ "topic": "x" }] } } }',
      {},
    );
    expectFindings('{ "settings": { "custom_options": { "waiting_room": true } } }', {});
  });

  it('silent: a field of the other operation', () => {
    expectFindings('{ "topic": "x", "custom_keys": [], "authentication_name": "x" }', {});
    expectFindings('{ "topic": "x", "show_join_info": true }', { operation: 'update' });
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
    const after = '{ "password": "4sPgWr-2", "settings": { "host_video": true } }';
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

  it('the place is taken: preferred only if it says the same', () => {
    const title = 'Remove the field: waiting_room is inside "settings" already';
    const body = (outer: string, inner: string) =>
      `{ "topic": "x", "waiting_room": ${outer}, "settings": { "waiting_room": ${inner} } }`;
    assert.deepEqual(fixTitles(body('true', 'true'), code, {}), [`★ ${title}`]);
    for (const [outer, inner] of [
      ['true', 'false'],
      ['"true"', 'true'],
      ['"{{room}}"', '"{{room}}"'],
      ['{}', '{}'],
    ] as const)
      assert.deepEqual(fixTitles(body(outer, inner), code, {}), [title], `${outer} ${inner}`);
  });

  it('out of an inner object, and into one', () => {
    const before = '{ "settings": { "breakout_room": { "use_pmi": false, "enable": true } } }';
    const after = '{ "settings": { "breakout_room": { "enable": true }, "use_pmi": false } }';
    expectFix(before, code, 'Move use_pmi into "settings"', after, {});
    const time = '{ "type": 8, "repeat_interval": 1, "recurrence": { "type": 1 } }';
    const moved = '{ "type": 8, "recurrence": { "type": 1, "repeat_interval": 1 } }';
    expectFix(time, code, 'Move repeat_interval into "recurrence"', moved, {});
    const who = '{ "settings": { "waiting_room": true, "who_goes_to_waiting_room": "everyone" } }';
    const inside =
      '{ "settings": { "waiting_room": true, "waiting_room_options": { "who_goes_to_waiting_room": "everyone" } } }';
    expectFix(who, code, 'Move who_goes_to_waiting_room into "settings.waiting_room_options"', inside, {});
  });

  it('none where the place is in something that is not an object', () => {
    assert.deepEqual(fixTitles('{ "topic": "x", "weekly_days": "2", "recurrence": [] }', code, {}), []);
  });

  it('null takes no place: it says nothing', () => {
    const before = '{ "waiting_room": true, "settings": { "waiting_room": null } }';
    const after = '{ "settings": { "waiting_room": true } }';
    expectFix(before, code, 'Move waiting_room into "settings"', after, {});
  });
});

describe('field-misplaced: settings as the whole body', () => {
  const message = 'field-misplaced: These fields have no effect here: Zoom reads them only inside "settings".';

  it('once, on the brace', () => {
    expectFindings(`{ "waiting_room": true, "join_before_host": false }\n^ ${message}`, {});
    expectFindings(`{ "host_video": true, "mute_upon_entry": true, "own": 1 }\n^ ${message}`, { operation: 'update' });
  });

  it('with what Zoom does about it: nothing secures the meeting', () => {
    expectFindings(
      `{ "waiting_room": true, "join_before_host": false }
^ ${message} Zoom will turn the Waiting Room on: nothing in this request secures the meeting.`,
      { profile: profileWith('W unlocked · P unlocked · A unlocked') },
    );
  });

  it('with a field of another object: each on its own', () => {
    const before = `{ "waiting_room": true, "use_pmi": false, "weekly_days": "1" }`;
    expectFindings(
      `${before}
//^^^^^^^^^^^^^^ field-misplaced: waiting_room has no effect here: Zoom reads it only inside "settings".
//                      ^^^^^^^^^ field-misplaced: use_pmi has no effect here: Zoom reads it only inside "settings".
//                                        ^^^^^^^^^^^^^ field-misplaced: weekly_days has no effect here: Zoom reads it only inside "recurrence".`,
      {},
    );
  });

  it('one field, or a field of the body, too: each on its own', () => {
    expectFindings(
      `{ "waiting_room": true }
//^^^^^^^^^^^^^^ field-misplaced: waiting_room has no effect here: Zoom reads it only inside "settings".`,
      {},
    );
    expectFindings(
      `{ "waiting_room": true, "use_pmi": false, "type": 2 }
//^^^^^^^^^^^^^^ field-misplaced: waiting_room has no effect here: Zoom reads it only inside "settings".
//                      ^^^^^^^^^ field-misplaced: use_pmi has no effect here: Zoom reads it only inside "settings".`,
      {},
    );
  });

  it('the fix wraps it', () => {
    const before = `{
  // guests wait
  "waiting_room": true,
  "own": { "a": 1 },
  "join_before_host": false
}
`;
    const after = `{
  // guests wait
  "settings": {
    "waiting_room": true,
    "own": { "a": 1 },
    "join_before_host": false
  }
}
`;
    assert.deepEqual(fixTitles(before, code, {}), ['★ Move all of them into "settings"']);
    expectFix(before, code, 'Move all of them into "settings"', after, {});
    const short = '{"waiting_room":true,"join_before_host":false}';
    expectFix(short, code, 'Move all of them into "settings"', `{"settings":${short}}`, {});
  });
});
