import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectFindings, expectFix, findingsOf, fixTitles } from '../../support/markers.ts';

const code = 'field-unknown';

describe('field-unknown', () => {
  it('passcode', () => {
    const drawn = `{ "topic": "Weekly", "passcode": "k7-Rm2xQ" }
//                   ^^^^^^^^^^ warning field-unknown: Zoom does not document "passcode". Did you mean password?`;
    expectFindings(drawn, {});
    expectFindings(drawn, { operation: 'update' });
    expectFindings(
      `{ "settings": { "passCode": "k7-Rm2xQ" } }
//              ^^^^^^^^^^ warning field-unknown: Zoom does not document "passCode". Did you mean password, at the top of the body?`,
      {},
    );
  });

  it('a slip away, another case, other signs', () => {
    const drawn = `{
  "start-time": "2030-01-07T09:00:00",
//^^^^^^^^^^^^ hint field-unknown: Zoom does not document "start-time". Did you mean start_time?
  "timeZone": "UTC",
//^^^^^^^^^^ hint field-unknown: Zoom does not document "timeZone". Did you mean timezone?
  "setting": {},
//^^^^^^^^^ hint field-unknown: Zoom does not document "setting". It reads settings, which the request has, too.
  "settings": {
    "wating_room": true,
//  ^^^^^^^^^^^^^ hint field-unknown: Zoom does not document "wating_room". Did you mean waiting_room?
    "joinBeforeHost": true,
//  ^^^^^^^^^^^^^^^^ hint field-unknown: Zoom does not document "joinBeforeHost". Did you mean join_before_host?
    "alternative_host": "a@example.com",
//  ^^^^^^^^^^^^^^^^^^ hint field-unknown: Zoom does not document "alternative_host". Did you mean alternative_hosts?
    "meeting_authentification": true,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ hint field-unknown: Zoom does not document "meeting_authentification". Did you mean meeting_authentication?
    "waiting_room_options": { "whoGoesToWaitingRoom": "everyone" }
//                            ^^^^^^^^^^^^^^^^^^^^^^ hint field-unknown: Zoom does not document "whoGoesToWaitingRoom". Did you mean who_goes_to_waiting_room?
  },
  "recurrence": { "type": 1, "end_time": 10 }
//                           ^^^^^^^^^^ hint field-unknown: Zoom does not document "end_time". Did you mean end_times?
}`;
    expectFindings(drawn, {});
  });

  it('in another object, if it is the same name', () => {
    const drawn = `{
  "topic": "x",
  "waitingRoom": true,
//^^^^^^^^^^^^^ hint field-unknown: Zoom does not document "waitingRoom". Did you mean waiting_room, inside "settings"?
  "settings": { "Default_Password": true }
//              ^^^^^^^^^^^^^^^^^^ hint field-unknown: Zoom does not document "Default_Password". Did you mean default_password, at the top of the body?
}`;
    expectFindings(drawn, {});
    assert.deepEqual(findingsOf('{ "topic": "x", "watingRoom": true }', {}), []);
  });

  it('a hint where the meant field is there, unless it is empty', () => {
    expectFindings(
      `{ "password": "4sPgWr-2", "passcode": "4sPgWr-2", "settings": { "waitingRoom": true, "waiting_room": true } }
//                        ^^^^^^^^^^ hint field-unknown: Zoom does not document "passcode". It reads password, which the request has, too.
//                                                              ^^^^^^^^^^^^^ hint field-unknown: Zoom does not document "waitingRoom". It reads waiting_room, which the request has, too.`,
      {},
    );
    for (const empty of ['""', 'null'])
      expectFindings(
        `{ "password": ${empty},
  "passcode": "4sPgWr-2" }
//^^^^^^^^^^ warning field-unknown: Zoom does not document "passcode". Did you mean password?`,
        {},
      );
  });

  it('silent: fields of what Zoom answers, of webinars, of settings and of other products', () => {
    const others = `id uuid host_id host_email assistant_id status created_at start_url join_url registration_url pmi h323_password
      pstn_password encrypted_password dynamic_host_key creation_source chat_join_url occurrences occurrence_id
      authentication_name global_dial_in_numbers custom_keys
      page_count page_size total_records next_page_token meetings participants registrants polls panelists speakers
      practice_session panelists_video hd_video on_demand notify_registrants survey_url post_webinar_survey
      auto_security meeting_password pmi_password only_authenticated_can_join_from_webclient embed_password_in_join_link
      schedule_meeting in_meeting recording telephony feature user_type host_key
      title name description location attendees organizer summary start end date time tags notes color owner email
      event_id calendar_id created updated visibility reminders user group role token state mode version url link
      comment channel chat password_hash auth templates template has_video is_private waiting_room_id`;
    const members = others
      .trim()
      .split(/\s+/)
      .map((each) => `"${each}": 1`);
    assert.ok(members.length > 90);
    for (const body of [`{ ${members.join(', ')} }`, `{ "topic": "x", "settings": { ${members.join(', ')} } }`]) {
      for (const operation of ['create', 'update'] as const) {
        const found = findingsOf(body, { operation }).filter((each) => each.code === code);
        assert.deepEqual(
          found.map(({ message }) => message),
          [],
        );
      }
    }
  });

  it('silent: in an object that Zoom does not document, and in items of lists', () => {
    expectFindings('{ "custom": { "passcode": "x", "waitingRoom": true }, "tracking_fields": [{ "Topic": "x" }] }', {});
    expectFindings('{ "settings": { "custom": { "wating_room": true }, "breakout_room": { "passcode": "x" } } }', {});
  });
});

describe('field-unknown: fix', () => {
  it('passcode: renamed, preferred in a create alone', () => {
    const before = '{\n  "topic": "x",\n  "passcode": "4sPgWr-2" // by phone\n}';
    const after = before.replace('passcode', 'password');
    assert.deepEqual(fixTitles(before, code, {}), ['★ Rename it to password']);
    assert.deepEqual(fixTitles(before, code, { operation: 'update' }), ['Rename it to password']);
    expectFix(before, code, 'Rename it to password', after, {});
    expectFix(before, code, 'Rename it to password', after, { operation: 'update' });
  });

  it('passcode in settings: moved', () => {
    const before = '{ "topic": "x", "settings": { "passcode": "4sPgWr-2", "host_video": true } }';
    const after = '{ "topic": "x", "password": "4sPgWr-2", "settings": { "host_video": true } }';
    expectFix(before, code, 'Replace it with password', after, {});
  });

  it('a near miss: renamed, never preferred', () => {
    const before = '{ "settings": { "waitingRoom": true } }';
    assert.deepEqual(fixTitles(before, code, {}), ['Rename it to waiting_room']);
    expectFix(before, code, 'Rename it to waiting_room', '{ "settings": { "waiting_room": true } }', {});
    const top = '{ "topic": "x", "joinBeforeHost": false }';
    const moved = '{ "topic": "x", "settings": { "join_before_host": false } }';
    expectFix(top, code, 'Replace it with settings.join_before_host', moved, {});
  });

  it('twice, or where null is: all of them go', () => {
    const twice = '{ "topic": "x", "passcode": "a1", "passcode": "4sPgWr-2" }';
    const once = '{ "topic": "x", "password": "4sPgWr-2" }';
    expectFix(twice, code, 'Rename it to password', once, {});
    const beside = '{ "password": null, "passcode": "4sPgWr-2" }';
    expectFix(beside, code, 'Rename it to password', '{ "password": "4sPgWr-2" }', {});
  });

  it('none where the meant field is there', () => {
    assert.deepEqual(fixTitles('{ "password": "4sPgWr-2", "passcode": "4sPgWr-2" }', code, {}), []);
    assert.deepEqual(fixTitles('{ "settings": { "waiting_room": true, "waitingRoom": false } }', code, {}), []);
    assert.deepEqual(fixTitles('{ "waitingRoom": true, "topic": "x", "settings": {{settings}} }', code, {}), []);
  });
});
