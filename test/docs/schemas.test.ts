import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fields, type Operation } from '../../shared/model/security.ts';
import { findingsOf } from '../support/markers.ts';
import { operations, resolvedSnippets, type Schema, schemaOf, schemaText } from '../support/schemas.ts';

/**
 * The schemas of the request bodies as files; test/vscode/schemas.test.ts has VS Code read them.
 *
 * The fields of Zoom's API reference, without the four security fields, which are the lens' own. C: in a create alone,
 * U: in an update alone, x: deprecated, d: deprecated, which the lens reports: of what a schema calls deprecated, VS Code
 * would say so, too.
 */
// biome-ignore format: a list is read by its lines
const reference = {
  body: `
    topic type start_time duration timezone schedule_for agenda pre_schedule template_id tracking_fields recurrence settings
    sensitivity_label_id default_password:C`,
  recurrence: `
    type repeat_interval weekly_days monthly_day monthly_week monthly_week_day end_times end_date_time`,
  settings: `
    waiting_room_options authentication_domains authentication_name:U authentication_exception join_before_host jbh_time
    enforce_login:Ud enforce_login_domains:Ud encryption_type use_pmi approved_or_denied_countries_or_regions
    internal_meeting participant_focused_meeting private_meeting prevent_screen_capture auto_start_deepfake_detection
    additional_data_center_regions:C allow_multiple_devices alternative_hosts alternative_hosts_email_notification
    alternative_host_update_polls alternative_host_manage_meeting_summary alternative_host_manage_cloud_recording
    approval_type audio audio_conference_info auto_recording auto_add_recording_to_video_management breakout_room
    calendar_type close_registration cn_meeting:x in_meeting:x contact_email contact_name custom_keys:U email_notification
    focus_mode global_dial_in_countries global_dial_in_numbers:U host_video host_save_video_order mute_upon_entry
    participant_video language_interpretation sign_language_interpretation meeting_invitees question_and_answer
    registrants_confirmation_email registrants_email_notification registration_type show_share_button show_join_info:C
    watermark continuous_meeting_chat push_change_to_calendar resources auto_start_meeting_summary
    who_will_receive_summary auto_start_ai_companion_questions who_can_ask_questions summary_template_id device_testing
    request_permission_to_unmute_participants allow_host_control_participant_mute_state disable_participant_video
    email_in_attendee_report`,
};

const listed = (list: string, operation: Operation) =>
  list
    .trim()
    .split(/\s+/)
    .map((each) => each.split(':'))
    .filter(([, marks = '']) => !/[CU]/.test(marks) || marks.includes(operation === 'create' ? 'C' : 'U'))
    .map(([name = '', marks = '']) => ({ name, deprecated: marks.includes('x'), left: marks.includes('d') }));

/** With what it refers to, which is a file beside it. */
function withReferences(schema: Schema): readonly Schema[] {
  const parts = (schema.allOf ?? []).map(({ $ref }) => $ref).filter((each) => each !== undefined);
  return [schema, ...parts.map((file): Schema => JSON.parse(schemaText(file)))];
}

function propertiesAt(operation: Operation, ...path: readonly string[]): Readonly<Record<string, Schema>> {
  const schemas = withReferences(schemaOf(operation)).map((root) =>
    path.reduce<Schema | undefined>((schema, name) => schema?.properties?.[name] || undefined, root),
  );
  return Object.assign({}, ...schemas.map((schema) => schema?.properties ?? {}));
}

/** Every schema in the file, with the name of its property where it has one. */
function parts(schema: Schema, name = ''): readonly (readonly [string, Schema])[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, each]) => (each ? parts(each, key) : []));
  return [[name, schema], ...inner, ...(schema.items ? parts(schema.items) : [])];
}

const files = ['zoom-create.schema.json', 'zoom-update.schema.json', 'zoom-meeting-body.schema.json'];
const all = files.flatMap((file) => parts(JSON.parse(schemaText(file))));

for (const operation of operations) {
  describe(`the schema of a body to ${operation}`, () => {
    const places = { body: [], recurrence: ['recurrence'], settings: ['settings'] };
    for (const [place, path] of Object.entries(places) as ['body' | 'recurrence' | 'settings', string[]][]) {
      it(`has the fields of Zoom's reference: ${place}`, () => {
        const properties = propertiesAt(operation, ...path);
        const expected = listed(reference[place], operation);
        assert.deepEqual(Object.keys(properties).sort(), expected.map(({ name }) => name).sort());
        for (const { name, deprecated, left } of expected) {
          assert.equal(properties[name]?.deprecated ?? false, deprecated, name);
          assert.equal(properties[name]?.deprecationMessage !== undefined, deprecated, name);
          assert.equal(properties[name]?.doNotSuggest ?? false, left, name);
        }
      });
    }

    it('says nothing about the shape of the body and of settings, which the lens reports', () => {
      for (const root of withReferences(schemaOf(operation))) {
        assert.equal(root.type, undefined);
        assert.equal(parts(root).find(([name]) => name === 'settings')?.[1].type, undefined);
      }
    });
  });
}

describe('the schemas of bodies', () => {
  it('leave the security fields to the lens, in every place', () => {
    const ours = fields.map(({ name }): string => name);
    assert.deepEqual(
      all.map(([name]) => name).filter((name) => ours.includes(name)),
      [],
    );
  });

  it('refuse no field for being unknown', () => {
    for (const file of files) assert.doesNotMatch(schemaText(file), /additionalProperties|propertyNames|unevaluated/);
  });

  it('have words for every field but settings, on which the lens has its hover, and for every value', () => {
    const typed = all.filter(([name, { type }]) => name && type);
    assert.ok(typed.length > 120);
    for (const [name, { description, markdownDescription }] of typed)
      assert.equal([description, markdownDescription].filter(Boolean).length, 1, name);
    for (const [name, schema] of all.filter(([each]) => each === 'settings'))
      assert.equal(schema.title ?? schema.description ?? schema.markdownDescription, undefined, name);
    for (const [name, schema] of all.filter(([, each]) => (each.enum?.length ?? 0) > 1))
      assert.equal(schema.enumDescriptions?.length, schema.enum?.length, name);
  });
});

describe('the snippets', () => {
  const setting = { enabled: false, locked: false };
  const profile = JSON.stringify({
    rules: '2025-03-24',
    waitingRoom: setting,
    passcode: setting,
    authentication: setting,
  });

  for (const { operation, label, text } of resolvedSnippets()) {
    it(`${operation}: "${label}" leaves nothing to report where nothing is locked or on by default`, () => {
      assert.doesNotMatch(text, /\$/);
      assert.deepEqual(findingsOf(text, { operation, profile }), []);
    });
  }

  it('there are some for both', () => {
    const count = (operation: Operation) => resolvedSnippets().filter((each) => each.operation === operation).length;
    assert.deepEqual(operations.map(count), [5, 2]);
  });
});
