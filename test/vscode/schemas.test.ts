import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { containerKinds } from '../../shared/fileKind.ts';
import { fields } from '../../shared/model/security.ts';
import { startJsonServer } from '../host/jsonServer.ts';
import { projectRoot } from '../host/paths.ts';
import { resolvedSnippets } from '../support/schemas.ts';

/** The schemas of the request bodies, as VS Code's own JSON support reads them. */
const json = await startJsonServer({ after });
const create = 'a.zoom-create.json';
const update = 'a.zoom-update.json';
const long = (length: number) => 'x'.repeat(length);

/** What is wrong with a body: `text: message`. The words are VS Code's own but for those in the schema. */
type Row = readonly [body: string, ...complaints: readonly string[]];

// biome-ignore format: a table is read by its columns
const ofBoth: readonly Row[] = [
  ['{}'],
  ['{ "topic": "Standup", "type": 2, "start_time": "2027-03-01T09:00:00", "duration": 1440, "timezone": "Europe/Berlin" }'],
  ['{ "start_time": "2027-03-01T09:00:00.000Z" }'],
  ['{ "start_time": "1 March 2027, 9:00" }', '"1 March 2027, 9:00": Zoom wants 2027-03-01T09:00:00 (read in timezone) or 2027-03-01T09:00:00Z (UTC).'],
  ['{ "type": 4 }', '4: Value is not accepted. Valid values: 1, 2, 3, 8, 10.'],
  ['{ "duration": "60" }', '"60": Incorrect type. Expected "integer".'],
  ['{ "duration": 0 }', '0: Value is below the minimum of 1.'],
  ['{ "duration": 1441 }', '1441: Value is above the maximum of 1440.'],
  [`{ "topic": "${long(200)}", "agenda": "${long(2000)}" }`],
  [`{ "topic": "${long(201)}" }`, `"${long(201)}": String is longer than the maximum length of 200.`],
  [`{ "agenda": "${long(2001)}" }`, `"${long(2001)}": String is longer than the maximum length of 2000.`],
  ['{ "pre_schedule": "no" }', '"no": Incorrect type. Expected "boolean".'],
  // recurrence
  ['{ "recurrence": { "type": 2, "repeat_interval": 1, "weekly_days": "1,3", "end_times": 60 } }'],
  ['{ "recurrence": { "type": 2, "weekly_days": "8" } }', '"8": Days as numbers with commas between: 1 is Sunday, 7 is Saturday.'],
  ['{ "recurrence": { "type": 2, "weekly_days": "Monday" } }', '"Monday": Days as numbers with commas between: 1 is Sunday, 7 is Saturday.'],
  ['{ "recurrence": { "type": 1, "end_times": 0 } }'],
  ['{ "recurrence": { "type": 1, "end_times": 61 } }', '61: Value is above the maximum of 60.'],
  ['{ "recurrence": { "type": 1, "repeat_interval": 99 } }'],
  ['{ "recurrence": { "type": 1, "repeat_interval": 100 } }', '100: Value is above the maximum of 99.'],
  ['{ "recurrence": { "type": 2, "repeat_interval": 51 } }', '51: Value is above the maximum of 50.'],
  ['{ "recurrence": { "type": 3, "repeat_interval": 11 } }', '11: Value is above the maximum of 10.'],
  ['{ "recurrence": { "type": 3, "monthly_day": 32 } }', '32: Value is above the maximum of 31.'],
  ['{ "recurrence": { "type": 3, "monthly_week": -1, "monthly_week_day": 6 } }'],
  ['{ "recurrence": { "type": 3, "monthly_week": 0, "monthly_week_day": 6 } }', '0: Value is not accepted. Valid values: -1, 1, 2, 3, 4.'],
  ['{ "recurrence": { "type": 3, "monthly_week": 1 } }', '{ "type": 3, "monthly_week": 1 }: Object is missing property monthly_week_day required by property monthly_week.'],
  ['{ "recurrence": { "end_times": 3 } }', '{ "end_times": 3 }: Missing property "type".'],
  ['{ "recurrence": { "type": 1, "end_times": 3, "end_date_time": "2027-06-30T23:59:00Z" } }', '"end_date_time": Zoom takes end_times or end_date_time, not both.'],
  ['{ "recurrence": 8 }', '8: Incorrect type. Expected "object".'],
  // settings
  ['{ "settings": { "host_video": true, "approval_type": 2, "audio": "voip", "jbh_time": 15 } }'],
  ['{ "settings": { "host_video": "true" } }', '"true": Incorrect type. Expected "boolean".'],
  ['{ "settings": { "approval_type": 3 } }', '3: Value is not accepted. Valid values: 0, 1, 2.'],
  ['{ "settings": { "audio": "phone" } }', '"phone": Value is not accepted. Valid values: "both", "telephony", "voip", "thirdParty".'],
  ['{ "settings": { "jbh_time": 7 } }', '7: Value is not accepted. Valid values: 0, 5, 10, 15.'],
  ['{ "settings": { "waiting_room_options": { "mode": "follow_setting" } } }'],
  ['{ "settings": { "waiting_room_options": { "mode": "custom" } } }', '{ "mode": "custom" }: Missing property "who_goes_to_waiting_room".'],
  ['{ "settings": { "waiting_room_options": {} } }', '{}: Missing property "mode".'],
  ['{ "settings": { "meeting_invitees": [{ "email": "sales.example.org" }] } }', '"sales.example.org": String is not an e-mail address.'],
  ['{ "settings": { "auto_add_recording_to_video_management": { "enable": true, "channels": [] } } }', '[]: Array has too few items. Expected 1 or more.'],
  ['{ "settings": { "global_dial_in_countries": "US" } }', '"US": Incorrect type. Expected "array".'],
  ['{ "settings": { "cn_meeting": true } }', '"cn_meeting": true: Zoom has deprecated cn_meeting.'],
  // Zoom adds fields, and what it does with those it does not know is silence
  ['{ "a_new_field": 1, "settings": { "another": { "x": [] } }, "recurrence": { "type": 1, "a_third": "" } }'],
  // what the lens reports, the schema does not
  ['[]'],
  ['{ "settings": "none" }'],
  ['{ "password": 123456, "settings": { "waiting_room": "yes", "meeting_authentication": 1, "authentication_option": [] } }'],
  ['{ "waiting_room": "yes", "meeting_authentication": 1, "authentication_option": [], "settings": { "password": 123456 } }'],
];

// biome-ignore format: a table is read by its columns
const ofCreate: readonly Row[] = [
  ['{ "default_password": "yes" }', '"yes": Incorrect type. Expected "boolean".'],
  ['{ "tracking_fields": [{ "field": "Cost center" }] }'],
  ['{ "tracking_fields": [{ "value": "4100" }] }', '{ "value": "4100" }: Missing property "field".'],
  ['{ "settings": { "additional_data_center_regions": "US" } }', '"US": Incorrect type. Expected "array".'],
  // Zoom's reference has these for an update alone, and does not say what a create does with them
  ['{ "settings": { "enforce_login": true, "custom_keys": [] } }'],
];

// biome-ignore format: a table is read by its columns
const ofUpdate: readonly Row[] = [
  ['{ "tracking_fields": [{ "value": "4100" }] }'],
  // which the lens reports
  ['{ "settings": { "enforce_login": true, "enforce_login_domains": "example.com" } }'],
  [`{ "settings": { "custom_keys": [{ "key": "${long(65)}" }] } }`, `"${long(65)}": String is longer than the maximum length of 64.`],
  // Zoom's reference has these for a create alone
  ['{ "default_password": true, "settings": { "show_join_info": true } }'],
];

describe('what is wrong with a body', () => {
  const rows = [
    ...ofBoth.flatMap((row) => [[create, row] as const, [update, row] as const]),
    ...ofCreate.map((row) => [create, row] as const),
    ...ofUpdate.map((row) => [update, row] as const),
  ];
  for (const [name, [body, ...complaints]] of rows) {
    it(`${name} ${body.slice(0, 100)}`, async () => {
      assert.deepEqual(await json.complaints(name, body), complaints);
    });
  }

  it('in a file with comments too', async () => {
    const body = '{\n  // soon\n  "type": 4,\n}';
    const found = await json.complaints('a.zoom-update.jsonc', body);
    assert.ok(found.includes('4: Value is not accepted. Valid values: 1, 2, 3, 8, 10.'), found.join('\n'));
  });

  it('in no other file', async () => {
    for (const name of ['zoom-create.json', 'a.zoom-meeting.json', 'payloads.json', 'a.zoom-create.json.txt'])
      assert.deepEqual(await json.complaints(name, '{ "type": 4 }'), []);
  });
});

describe('the examples', () => {
  const examples = join(projectRoot, 'examples');
  const names = readdirSync(examples, { recursive: true, encoding: 'utf8' });
  const requests = names.filter((name) => /\.zoom-(create|update)\.jsonc?$|payloads.*\.json$/.test(name));

  /** The one that is about it. */
  const intended: Readonly<Record<string, readonly string[]>> = {
    'retrospective.zoom-create.json': Array(2).fill('"waiting_room": Duplicate object key'),
  };

  for (const name of requests) {
    it(name, async () => {
      const text = readFileSync(join(examples, name), 'utf8');
      const file = basename(name).replace(/^(create|update)-(.*)\.json$/, '$2.zoom-$1.json');
      assert.deepEqual(await json.complaints(file, text), intended[file] ?? []);
    });
  }

  it('are all there', () => assert.ok(requests.length > 20));
});

describe('what is proposed', () => {
  const ours = fields.map(({ name }) => name);

  // biome-ignore format: a table is read by its columns
  const proposed: readonly (readonly [name: string, text: string, ...among: readonly string[]])[] = [
    [create, '|',                                      'Scheduled meeting', 'Weekly meeting', 'Meeting with a passcode', 'Meeting with a Waiting Room', 'Meeting with authentication'],
    [update, '|',                                      'Change the time', 'Change the security'],
    ['a.zoom-update.jsonc', '// later\n|',             'Change the time', 'Change the security'],
    [create, '{ | }',                                  'topic', 'start_time', 'settings', 'default_password'],
    [update, '{ | }',                                  'topic', 'start_time', 'settings'],
    [create, '{ "type": | }',                          '1', '2', '3', '8', '10'],
    [create, '{ "settings": { | } }',                  'host_video', 'waiting_room_options', 'show_join_info'],
    [update, '{ "settings": { | } }',                  'host_video', 'waiting_room_options', 'custom_keys'],
    [create, '{ "settings": { "host_video": | } }',    'true', 'false'],
    [create, '{ "settings": { "audio": | } }',         '"both"', '"telephony"', '"voip"', '"thirdParty"'],
    [create, '{ "recurrence": | }',                    'daily', 'weekly', 'monthly'],
    [create, '{ "tracking_fields": [|] }',             'field'],
    [create, '{ "tracking_fields": [{ | }] }',         'field', 'value'],
  ];

  for (const [name, text, ...among] of proposed) {
    it(`${name} ${text}`, async () => {
      const labels = await json.proposals(name, text);
      assert.deepEqual(
        among.filter((each) => !labels.includes(each)),
        [],
        labels.join(', '),
      );
      assert.deepEqual(
        labels.filter((each) => ours.some((field) => field === each) || /^(cn_meeting|enforce_login)/.test(each)),
        [],
        'left to the lens, or deprecated',
      );
      assert.equal(new Set(labels).size, labels.length, 'something is proposed twice');
    });
  }

  it('the kinds of documents and code in a lock profile, each on or off', async () => {
    const kinds = await json.proposals('zoom-lock-profile.json', '{ "containers": { | } }');
    assert.deepEqual(kinds.toSorted(), [...containerKinds].sort());
    const values = await json.proposals('zoom-lock-profile.json', '{ "containers": { "python": | } }');
    assert.deepEqual(values.toSorted(), ['false', 'true']);
  });

  it('what only one operation takes is proposed for that one alone', async () => {
    assert.ok(!(await json.proposals(update, '{ | }')).includes('default_password'));
    assert.ok(!(await json.proposals(update, '{ "settings": { | } }')).includes('show_join_info'));
    assert.ok(!(await json.proposals(create, '{ "settings": { | } }')).includes('custom_keys'));
  });

  for (const { operation, label, text } of resolvedSnippets()) {
    it(`"${label}" is a body without fault`, async () => {
      assert.deepEqual(await json.complaints(`a.zoom-${operation}.json`, text), []);
    });
  }
});

describe('the hover', () => {
  it('says what a field is, and what its value means', async () => {
    const text = await json.hover(create, '{ "settings": { "approval_type": 1 } }', '"approval_type"');
    assert.match(text, /Whether people register first/);
    assert.match(text, /`1`: Registration, approved by hand/);
  });

  it('leaves the security fields and settings to the lens', async () => {
    const body =
      '{ "password": "x", "settings": { "waiting_room": true, "meeting_authentication": true, "authentication_option": "" } }';
    for (const name of ['settings', ...fields.map((each) => each.name)])
      assert.equal(await json.hover(create, body, `"${name}"`), '', name);
  });
});
