/** Every field of the bodies, after Zoom's API reference. A test compares the schemas in docs/schemas with this list. */
import type { Path } from '../finding.ts';
import { property } from '../json/lookup.ts';
import type { JsonNode, ObjectNode, Property } from '../json/parse.ts';
import { type Spelled, spelled } from './nearestName.ts';
import type { Operation } from './security.ts';

/** By the object they are in; the body itself is ''. `:C` is a field of a create alone, `:U` of an update alone. Items of lists are left out. */
const lists: Readonly<Record<string, string>> = {
  '': `topic type start_time duration timezone schedule_for password default_password:C agenda pre_schedule template_id
    tracking_fields recurrence settings sensitivity_label_id sensitivity_label_downgrade_reason:U`,
  recurrence: `type repeat_interval weekly_days monthly_day monthly_week monthly_week_day end_times end_date_time`,
  settings: `waiting_room waiting_room_options meeting_authentication authentication_option authentication_domains
    authentication_name:U authentication_exception join_before_host jbh_time enforce_login:U enforce_login_domains:U
    encryption_type use_pmi approved_or_denied_countries_or_regions internal_meeting participant_focused_meeting
    private_meeting prevent_screen_capture auto_start_deepfake_detection additional_data_center_regions:C
    allow_multiple_devices alternative_hosts alternative_hosts_email_notification alternative_host_update_polls
    alternative_host_manage_meeting_summary alternative_host_manage_cloud_recording approval_type audio
    audio_conference_info auto_recording auto_add_recording_to_video_management breakout_room calendar_type
    close_registration cn_meeting in_meeting contact_email contact_name custom_keys:U email_notification focus_mode
    global_dial_in_countries global_dial_in_numbers:U host_video host_save_video_order mute_upon_entry participant_video
    language_interpretation sign_language_interpretation meeting_invitees question_and_answer
    registrants_confirmation_email registrants_email_notification registration_type show_share_button show_join_info:C
    watermark continuous_meeting_chat push_change_to_calendar resources auto_start_meeting_summary
    who_will_receive_summary auto_start_ai_companion_questions who_can_ask_questions summary_template_id device_testing
    request_permission_to_unmute_participants allow_host_control_participant_mute_state disable_participant_video
    email_in_attendee_report allow_participants_to_transcribe_meetings_with_my_notes
    support_participants_receive_summary`,
  'settings.waiting_room_options': 'mode who_goes_to_waiting_room',
  'settings.approved_or_denied_countries_or_regions': 'enable method approved_list denied_list',
  'settings.auto_add_recording_to_video_management': 'enable channels',
  'settings.breakout_room': 'enable rooms',
  'settings.continuous_meeting_chat': 'enable auto_add_invited_external_users auto_add_meeting_participants',
  'settings.language_interpretation': 'enable interpreters',
  'settings.question_and_answer': `enable allow_submit_questions allow_anonymous_questions question_visibility
    attendees_can_comment attendees_can_upvote`,
  'settings.sign_language_interpretation': 'enable interpreters',
};

/** An object of the body, and the names of the fields that Zoom reads in it. */
export interface BodyLevel {
  readonly path: Path;
  readonly names: ReadonlySet<string>;
  readonly spelled: readonly Spelled[];
  /** The objects in it whose fields are known, by their names. */
  readonly inside: ReadonlyMap<string, BodyLevel>;
}

export const bodyLevels: Readonly<Record<Operation, readonly BodyLevel[]>> = {
  create: levelsFor(':U'),
  update: levelsFor(':C'),
};

/** An object before those in it. */
function levelsFor(others: string): readonly BodyLevel[] {
  const inside = new Map(Object.keys(lists).map((place) => [place, new Map<string, BodyLevel>()]));
  return Object.entries(lists).map(([place, list]) => {
    const names = list.split(/\s+/).flatMap((each) => (each.endsWith(others) ? [] : each.replace(/:.$/, '')));
    const path = place === '' ? [] : place.split('.');
    const inner = inside.get(place) as ReadonlyMap<string, BodyLevel>;
    const level = { path, names: new Set(names), spelled: names.map(spelled), inside: inner };
    if (place) inside.get(path.slice(0, -1).join('.'))?.set(path.at(-1) ?? '', level);
    return level;
  });
}

/** The places of each field: one for most. */
const homes: Readonly<Record<Operation, ReadonlyMap<string, readonly Path[]>>> = {
  create: homesIn(bodyLevels.create),
  update: homesIn(bodyLevels.update),
};

function homesIn(levels: readonly BodyLevel[]): ReadonlyMap<string, readonly Path[]> {
  const found = new Map<string, Path[]>();
  for (const { path, names } of levels) {
    for (const name of names) found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

/** The one object in which Zoom reads a field of this name; undefined where there are several or none. */
export function homeOf(name: string, operation: Operation): Path | undefined {
  const [home, ...others] = homes[operation].get(name) ?? [];
  return others.length === 0 ? home : undefined;
}

const spellings: Readonly<Record<Operation, ReadonlyMap<string, string>>> = {
  create: spellingsIn(bodyLevels.create),
  update: spellingsIn(bodyLevels.update),
};

/** Of fields that differ only in case and signs, the outermost one. */
function spellingsIn(levels: readonly BodyLevel[]): ReadonlyMap<string, string> {
  const all = levels.flatMap((each) => each.spelled);
  return new Map(all.toReversed().map(({ name, bare }) => [bare, name]));
}

/** The field, in whichever object, that is spelled so but for case and signs. */
export function nameSpelledAs({ bare }: Spelled, operation: Operation): string | undefined {
  return spellings[operation].get(bare);
}

/** Whether Zoom reads a field of this name anywhere in a body of either operation. */
export function isKnownField(name: string): boolean {
  return homes.create.has(name) || homes.update.has(name);
}

/** The names of all fields, in any object of a body of either operation. */
export const fieldNames: readonly string[] = [...new Set([...homes.create.keys(), ...homes.update.keys()])];

interface KnownObject {
  readonly level: BodyLevel;
  readonly node: ObjectNode;
}

/** The objects of the body whose fields are known, an outer one before those in it. */
export function knownObjects(root: JsonNode | undefined, operation: Operation): readonly KnownObject[] {
  const found: KnownObject[] = [];
  const [body] = bodyLevels[operation];
  if (body && root?.type === 'object') found.push({ level: body, node: root });
  // What is found is gone through, too.
  for (const { level, node } of found) {
    for (const { key, value } of level.inside.size > 0 ? node.properties : []) {
      const inner = value?.type === 'object' ? level.inside.get(key) : undefined;
      if (inner && value?.type === 'object' && property(node, key)?.value === value)
        found.push({ level: inner, node: value });
    }
  }
  return found;
}

/** At the top, and in `settings` without the names that other services use as well. */
const topNames = namesAt([]);
const settingsNames = namesAt(['settings']);
const sharedNames = `audio authentication_name calendar_type contact_email contact_name custom_keys email_notification
  in_meeting question_and_answer resources`.split(/\s+/);
/** The fields of `settings` whose names other services hardly use. */
export const fieldsOfSettings: readonly string[] = [...settingsNames].filter((name) => !sharedNames.includes(name));
const bareSettings: ReadonlySet<string> = new Set(fieldsOfSettings.map(bareOf));
/** `passcode` is what people write for `password`. */
const bareTop: ReadonlySet<string> = new Set([...topNames, 'passcode'].map(bareOf));

function namesAt(path: Path): ReadonlySet<string> {
  const levels = [...bodyLevels.create, ...bodyLevels.update].filter((level) => level.path.join() === path.join());
  return new Set(levels.flatMap(({ names }) => [...names]));
}

function bareOf(name: string): string {
  return spelled(name).bare;
}

/** A word as `type` is not Zoom's: a package.json or a JSON schema has one. */
export function isTopField({ key, value }: Property): boolean {
  if (key !== 'type') return topNames.has(key);
  return value?.type !== 'string' || /^\d+$/.test(String(value.value));
}

/** `Topic`, `startTime`, `passcode`: what people write where they mean a field. */
export function isWrittenLikeTopField({ key, value }: Property): boolean {
  return value !== undefined && bareOf(key) !== 'type' && bareTop.has(bareOf(key));
}

/** Whether the object has a field that belongs inside `settings`, however it is spelled. */
export function mayBeSettings({ properties }: ObjectNode): boolean {
  return properties.some(({ key }) => bareSettings.has(bareOf(key)));
}
