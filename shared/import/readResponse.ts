import { objectAt, property, textIn } from '../json/lookup.ts';
import type { JsonNode, ObjectNode } from '../json/parse.ts';
import type { AuthenticationOption } from '../model/profile.ts';
import type { AccountFact, Extra, Kind, Place, SettingsOption } from './endpoints.ts';
import { authenticationIn } from './findResponses.ts';

/** One piece of information from a response. Nothing else is read: responses contain passcodes, names, mails and domains. */
export type Reading = {
  /** Of what is said. Settings can imply a lock. */
  readonly kind: Kind;
  readonly place: Place;
} & (
  | { readonly about: AccountFact; readonly value: boolean }
  /** Passcodes only with join before host: neither on nor off, whatever another call says. */
  | { readonly about: 'personalPasscode'; readonly value: 'jbh_only' }
  /** A lock that is hinted at: not enough to be believed, but it contradicts "not locked". */
  | { readonly about: 'waitingRoom'; readonly value: 'perhaps' }
  | { readonly about: 'requirement'; readonly value: Requirement }
  | { readonly about: 'options'; readonly value: readonly AuthenticationOption[] }
);

export type Requirement = Readonly<Record<string, number | boolean>>;

/** The options of the calls that the response answers: usually one. */
export function placesOf(response: ObjectNode): readonly SettingsOption[] {
  return [
    ...(objectAt(response, ['meeting_security']) ? (['meeting_security'] as const) : []),
    ...(authenticationIn(response) ? (['meeting_authentication'] as const) : []),
    ...(optionless(response) ? (['without option'] as const) : []),
  ];
}

/** By content that only one kind has; undefined where it fits both. */
export function kindOf(response: ObjectNode): Kind | undefined {
  const security = objectAt(response, ['meeting_security']);
  const scheduling = objectAt(response, ['schedule_meeting']);
  const rules = ['meeting_password_requirement', 'waiting_room_settings', 'waiting_room_options'];
  const pmi = property(scheduling, 'require_password_for_pmi_meetings')?.value;
  const isSettings =
    authenticationIn(response) !== undefined ||
    rules.some((key) => objectAt(security, [key]) || objectAt(scheduling, [key])) ||
    property(scheduling, 'pmi_password')?.value?.type === 'string' ||
    (pmi?.type === 'string' && booleanOf(pmi) === undefined);
  if (isSettings) return 'settings';
  return pmi && property(scheduling, 'meeting_authentication') ? 'lock_settings' : undefined;
}

export function readingsOf(response: ObjectNode, kind: Kind): readonly Reading[] {
  const security = objectAt(response, ['meeting_security']);
  const fact = factsOf(kind);
  const inSecurity = (about: AccountFact, key: string) => fact(about, 'meeting_security', booleanAt(security, key));
  const scheduling = objectAt(response, ['schedule_meeting']);
  return [
    ...inSecurity('requireSecurityOption', 'auto_security'),
    ...inSecurity('waitingRoom', 'waiting_room'),
    ...inSecurity('passcode', 'meeting_password'),
    ...inSecurity('personalPasscode', 'pmi_password'),
    ...fact('waitingRoom', 'without option', booleanAt(objectAt(response, ['in_meeting']), 'waiting_room')),
    ...fact('passcode', 'without option', passcodeIn(scheduling)),
    ...fact('personalUse', 'without option', personalUse(scheduling)),
    ...(kind === 'settings' ? valuesAlone(response) : locksAlone(scheduling)),
  ];
}

/** Values without a lock, and those that are written differently in settings and lock_settings. */
function valuesAlone(response: ObjectNode): readonly Reading[] {
  const authentication = authenticationIn(response);
  const on = booleanAt(authentication, 'meeting_authentication');
  return [
    ...factsOf('settings')('authentication', 'meeting_authentication', on),
    ...waitingRoomOptions(objectAt(response, ['meeting_security'])),
    ...personalPasscode(objectAt(response, ['schedule_meeting'])),
    ...requirement(objectAt(response, ['meeting_security']), 'meeting_security'),
    ...requirement(objectAt(response, ['schedule_meeting']), 'without option'),
    ...options(authentication),
  ];
}

function locksAlone(scheduling: ObjectNode | undefined): readonly Reading[] {
  const fact = factsOf('lock_settings');
  return [
    ...fact('personalPasscode', 'without option', booleanAt(scheduling, 'require_password_for_pmi_meetings')),
    ...fact('authentication', 'without option', booleanAt(scheduling, 'meeting_authentication')),
  ];
}

/**
 * The second place for the Waiting Room, next to `waiting_room`. `enable` is whether it is on. Moving participants there when
 * the host drops enables and locks it, by Zoom's reference; where the response has it off nonetheless, the lock is in doubt.
 * So it is with `locked`, which by the reference locks how participants are admitted.
 */
function waitingRoomOptions(security: ObjectNode | undefined): readonly Reading[] {
  const options = objectAt(security, ['waiting_room_options']);
  const on = booleanAt(options, 'enable');
  const moved = 'move_participants_to_waiting_room_when_host_dropped';
  const moves = booleanAt(objectAt(options, ['more_options']), moved) || undefined;
  const isOff = on === false || booleanAt(security, 'waiting_room') === false;
  const locks = moves && !isOff;
  const mayLock = moves || booleanAt(options, 'locked');
  return [
    ...factsOf('settings')('waitingRoom', 'waiting_room_options', on),
    ...factsOf('settings')('waitingRoom', 'more_options', moves),
    ...(locks ? factsOf('lock_settings')('waitingRoom', 'more_options', true) : []),
    ...(mayLock && !locks ? [perhapsLocked] : []),
  ];
}

const perhapsLocked: Reading = {
  kind: 'lock_settings',
  about: 'waitingRoom',
  place: 'waiting_room_options',
  value: 'perhaps',
};

/** With one of the keys that are read below: other parts of these settings, which can be asked for alone, say nothing. */
function optionless(response: ObjectNode): boolean {
  const scheduling = objectAt(response, ['schedule_meeting']);
  const isRead = /^(meeting_authentication|meeting_password_requirement|pmi_password|require_password_|use_pmi_)/;
  const reads = scheduling?.properties.some(({ key }) => isRead.test(key));
  return reads || property(objectAt(response, ['in_meeting']), 'waiting_room') !== undefined;
}

/** Newer answers have one setting for both kinds of meeting, older ones two; where those differ, the value is not known. */
function passcodeIn(scheduling: ObjectNode | undefined): boolean | undefined {
  const scheduled = booleanAt(scheduling, 'require_password_for_scheduling_new_meetings');
  const instant = booleanAt(scheduling, 'require_password_for_instant_meetings');
  return instant === undefined || instant === scheduled ? scheduled : undefined;
}

/** The value is a word. Beware: `pmi_password` next to it is not a flag here, but the passcode itself. */
function personalPasscode(scheduling: ObjectNode | undefined): readonly Reading[] {
  const word = textIn(scheduling, 'require_password_for_pmi_meetings');
  const found = { kind: 'settings', about: 'personalPasscode', place: 'without option' } as const;
  if (word === 'jbh_only') return [{ ...found, value: word }];
  return word === 'all' || word === 'none' ? [{ ...found, value: word === 'all' }] : [];
}

/** Groups have it under another name. */
function personalUse(scheduling: ObjectNode | undefined): boolean | undefined {
  const keys = ['use_pmi_for_scheduled_meetings', 'use_pmi_for_schedule_meetings'];
  return keys.map((key) => booleanAt(scheduling, key)).find((value) => value !== undefined);
}

function factsOf(kind: Kind) {
  return (about: AccountFact, place: Place, value: boolean | undefined): readonly Reading[] =>
    value === undefined ? [] : [{ kind, about, place, value }];
}

/** In the order of docs/profile.md. */
const requirementKeys: readonly (readonly [string, typeof booleanAt | typeof countAt])[] = [
  ['length', countAt],
  ['have_letter', booleanAt],
  ['have_number', booleanAt],
  ['have_special_character', booleanAt],
  ['have_upper_and_lower_characters', booleanAt],
  ['only_allow_numeric', booleanAt],
  ['consecutive_characters_length', countAt],
  ['weak_enhance_detection', booleanAt],
];

function requirement(part: ObjectNode | undefined, place: Place): readonly Reading[] {
  const node = objectAt(part, ['meeting_password_requirement']);
  const entries = requirementKeys.flatMap(([key, read]): [string, number | boolean][] => {
    const value = read(node, key);
    return value === undefined ? [] : [[key, value]];
  });
  return entries.length > 0
    ? [{ kind: 'settings', about: 'requirement' satisfies Extra, place, value: Object.fromEntries(entries) }]
    : [];
}

/** An empty list says nothing, since accounts without authentication have one. */
function options(authentication: ObjectNode | undefined): readonly Reading[] {
  const list = property(authentication, 'authentication_options')?.value;
  const value = list?.type === 'array' ? list.items.flatMap(optionOf) : [];
  return value.length > 0
    ? [{ kind: 'settings', about: 'options' satisfies Extra, place: 'meeting_authentication', value }]
    : [];
}

function optionOf(node: JsonNode): readonly AuthenticationOption[] {
  const id = textIn(node, 'id');
  return id ? [{ id, name: textIn(node, 'name'), default: booleanAt(node, 'default_option') ?? false }] : [];
}

function booleanAt(node: JsonNode | undefined, key: string): boolean | undefined {
  return booleanOf(property(node, key)?.value);
}

/** Some answers write booleans as strings. */
function booleanOf(node: JsonNode | undefined): boolean | undefined {
  if (!node || !('value' in node)) return undefined;
  const { value } = node;
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'boolean' ? value : undefined;
}

function countAt(node: JsonNode | undefined, key: string): number | undefined {
  const value = property(node, key)?.value;
  const count = value && 'value' in value ? value.value : undefined;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : undefined;
}
