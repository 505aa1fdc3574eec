import type { ObjectNode, Property } from '../json/parse.ts';

/** The fields of a body, after Zoom's API reference: what the schemas in docs/schemas list, as far as a body is told by it. */

/** At the top. */
const topFields: ReadonlySet<string> = new Set([
  'topic',
  'type',
  'start_time',
  'duration',
  'timezone',
  'schedule_for',
  'password',
  'default_password',
  'agenda',
  'pre_schedule',
  'template_id',
  'sensitivity_label_id',
  'sensitivity_label_downgrade_reason',
  'tracking_fields',
  'recurrence',
  'settings',
]);

/** `passcode` is what people write for `password`. */
const spelledOtherwise: ReadonlySet<string> = new Set([...topFields, 'passcode'].map(bare));

/** Inside `settings`, without those whose names other services use as well. */
const settingsFields: ReadonlySet<string> = new Set(
  [
    'additional_data_center_regions',
    'allow_host_control_participant_mute_state',
    'allow_multiple_devices',
    'alternative_host_manage_cloud_recording',
    'alternative_host_manage_meeting_summary',
    'alternative_host_update_polls',
    'alternative_hosts',
    'alternative_hosts_email_notification',
    'approval_type',
    'approved_or_denied_countries_or_regions',
    'audio_conference_info',
    'authentication_domains',
    'authentication_exception',
    'authentication_option',
    'auto_add_recording_to_video_management',
    'auto_recording',
    'auto_start_ai_companion_questions',
    'auto_start_deepfake_detection',
    'auto_start_meeting_summary',
    'breakout_room',
    'close_registration',
    'cn_meeting',
    'continuous_meeting_chat',
    'device_testing',
    'disable_participant_video',
    'email_in_attendee_report',
    'encryption_type',
    'enforce_login',
    'enforce_login_domains',
    'focus_mode',
    'global_dial_in_countries',
    'global_dial_in_numbers',
    'host_save_video_order',
    'host_video',
    'internal_meeting',
    'jbh_time',
    'join_before_host',
    'language_interpretation',
    'meeting_authentication',
    'meeting_invitees',
    'mute_upon_entry',
    'participant_focused_meeting',
    'participant_video',
    'prevent_screen_capture',
    'private_meeting',
    'push_change_to_calendar',
    'registrants_confirmation_email',
    'registrants_email_notification',
    'registration_type',
    'request_permission_to_unmute_participants',
    'show_join_info',
    'show_share_button',
    'sign_language_interpretation',
    'summary_template_id',
    'use_pmi',
    'waiting_room',
    'waiting_room_options',
    'watermark',
    'who_can_ask_questions',
    'who_will_receive_summary',
  ].map(bare),
);

/** A word as `type` is not Zoom's: a package.json or a JSON schema has one. */
export function isTopField({ key, value }: Property): boolean {
  if (key !== 'type') return topFields.has(key);
  return value?.type !== 'string' || /^\d+$/.test(String(value.value));
}

/** `Topic`, `startTime`, `passcode`: what people write where they mean a field. */
export function isWrittenLikeTopField({ key, value }: Property): boolean {
  return value !== undefined && bare(key) !== 'type' && spelledOtherwise.has(bare(key));
}

/** Whether the object has a field that belongs inside `settings`, however it is spelled. */
export function mayBeSettings({ properties }: ObjectNode): boolean {
  return properties.some(({ key }) => settingsFields.has(bare(key)));
}

function bare(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}
