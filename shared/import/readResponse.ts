import { objectAt, property } from '../json/lookup.ts';
import type { JsonNode, ObjectNode } from '../json/parse.ts';
import type { AuthenticationOption } from '../model/profile.ts';
import type { AccountFact, Extra, Kind, SettingsOption } from './endpoints.ts';
import { authenticationIn } from './findResponses.ts';

/** One piece of information from a response. Nothing else is read: responses contain passcodes, names, mails and domains. */
export type Reading =
  | { readonly about: AccountFact; readonly place: SettingsOption; readonly value: boolean }
  /** Passcodes only with join before host: neither on nor off, whatever another call says. */
  | { readonly about: 'personalPasscode'; readonly place: SettingsOption; readonly value: 'jbh_only' }
  | { readonly about: 'requirement'; readonly place: SettingsOption; readonly value: Requirement }
  | { readonly about: 'options'; readonly place: SettingsOption; readonly value: readonly AuthenticationOption[] };

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
  const inSecurity = (about: AccountFact, key: string) => fact(about, 'meeting_security', booleanAt(security, key));
  const scheduling = objectAt(response, ['schedule_meeting']);
  return [
    ...inSecurity('requireSecurityOption', 'auto_security'),
    ...inSecurity('waitingRoom', 'waiting_room'),
    ...inSecurity('passcode', 'meeting_password'),
    ...inSecurity('personalPasscode', 'pmi_password'),
    ...fact('waitingRoom', 'without option', booleanAt(objectAt(response, ['in_meeting']), 'waiting_room')),
    ...fact('passcode', 'without option', passcodeIn(scheduling)),
    ...(kind === 'settings' ? valuesAlone(response) : locksAlone(scheduling)),
  ];
}

/** Values without a lock, and those that are written differently in settings and lock_settings. */
function valuesAlone(response: ObjectNode): readonly Reading[] {
  const authentication = authenticationIn(response);
  return [
    ...fact('authentication', 'meeting_authentication', booleanAt(authentication, 'meeting_authentication')),
    ...personalPasscode(objectAt(response, ['schedule_meeting'])),
    ...requirement(objectAt(response, ['meeting_security']), 'meeting_security'),
    ...requirement(objectAt(response, ['schedule_meeting']), 'without option'),
    ...options(authentication),
  ];
}

function locksAlone(scheduling: ObjectNode | undefined): readonly Reading[] {
  return [
    ...fact('personalPasscode', 'without option', booleanAt(scheduling, 'require_password_for_pmi_meetings')),
    ...fact('authentication', 'without option', booleanAt(scheduling, 'meeting_authentication')),
  ];
}

function optionless(response: ObjectNode): boolean {
  return ['schedule_meeting', 'in_meeting'].some((key) => objectAt(response, [key]));
}

/** Newer answers have one setting for both kinds of meeting, older ones two; where those differ, the value is not known. */
function passcodeIn(scheduling: ObjectNode | undefined): boolean | undefined {
  const scheduled = booleanAt(scheduling, 'require_password_for_scheduling_new_meetings');
  const instant = booleanAt(scheduling, 'require_password_for_instant_meetings');
  return instant === undefined || instant === scheduled ? scheduled : undefined;
}

/** The value is a word. Beware: `pmi_password` next to it is not a flag here, but the passcode itself. */
function personalPasscode(scheduling: ObjectNode | undefined): readonly Reading[] {
  const word = textAt(scheduling, 'require_password_for_pmi_meetings');
  if (word === 'jbh_only') return [{ about: 'personalPasscode', place: 'without option', value: word }];
  return word === 'all' || word === 'none' ? fact('personalPasscode', 'without option', word === 'all') : [];
}

function fact(about: AccountFact, place: SettingsOption, value: boolean | undefined): readonly Reading[] {
  return value === undefined ? [] : [{ about, place, value }];
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

function requirement(part: ObjectNode | undefined, place: SettingsOption): readonly Reading[] {
  const node = objectAt(part, ['meeting_password_requirement']);
  const entries = requirementKeys.flatMap(([key, read]): [string, number | boolean][] => {
    const value = read(node, key);
    return value === undefined ? [] : [[key, value]];
  });
  return entries.length > 0
    ? [{ about: 'requirement' satisfies Extra, place, value: Object.fromEntries(entries) }]
    : [];
}

/** An empty list says nothing, since accounts without authentication have one. */
function options(authentication: ObjectNode | undefined): readonly Reading[] {
  const list = property(authentication, 'authentication_options')?.value;
  const value = list?.type === 'array' ? list.items.flatMap(optionOf) : [];
  return value.length > 0 ? [{ about: 'options' satisfies Extra, place: 'meeting_authentication', value }] : [];
}

function optionOf(node: JsonNode): readonly AuthenticationOption[] {
  const id = textAt(node, 'id');
  return id ? [{ id, name: textAt(node, 'name'), default: booleanAt(node, 'default_option') ?? false }] : [];
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

function textAt(node: JsonNode | undefined, key: string): string | undefined {
  const value = property(node, key)?.value;
  return value?.type === 'string' ? String(value.value) : undefined;
}
