import { containerKinds } from '../fileKind.ts';
import { propertyAt } from '../json/lookup.ts';
import type { ArrayNode, JsonDocument, JsonNode, ObjectNode } from '../json/parse.ts';

/**
 * Every key of a lock profile, by the object that it belongs to: the one list for `readProfile`, the finding about unknown
 * keys and the JSON schema. `$schema` is for editors; we ignore it.
 */
export const profileKeys = {
  profile: [
    '$schema',
    'rules',
    'account',
    'requireSecurityOption',
    'waitingRoom',
    'passcode',
    'personalMeetingId',
    'authentication',
    'requests',
    'ignore',
    'severities',
    'containers',
    'capturedAt',
  ],
  account: ['plan', 'licenses'],
  requireSecurityOption: ['enabled', 'locked'],
  waitingRoom: ['enabled', 'locked'],
  passcode: ['enabled', 'locked', 'requirement'],
  /** Zoom's own `meeting_password_requirement`. */
  requirement: [
    'length',
    'have_letter',
    'have_number',
    'have_special_character',
    'have_upper_and_lower_characters',
    'only_allow_numeric',
    'consecutive_characters_length',
    'weak_enhance_detection',
  ],
  personalMeetingId: ['useForScheduled', 'passcode'],
  personalPasscode: ['enabled', 'locked'],
  authentication: ['enabled', 'locked', 'options'],
  option: ['id', 'name', 'default'],
  request: ['files', 'at', 'operation', 'meeting', 'occurrence'],
  ignored: ['code', 'files', 'request', 'pointer', 'reason'],
  containers: containerKinds,
} as const;

export type ProfilePart = keyof typeof profileKeys;
export type ProfileKey = (typeof profileKeys)[ProfilePart][number];

/** One object of a profile and what it is. */
interface PartNode {
  readonly part: ProfilePart;
  readonly node: ObjectNode;
}

/** An entry of a list and its index. */
export interface ListEntry {
  readonly index: number;
  readonly node: ObjectNode;
}

/** The objects that a profile is made of, as far as they exist; empty where the text is broken. */
export function partsOf(document: JsonDocument): readonly PartNode[] {
  const at = (part: ProfilePart, ...path: string[]) => asPart(part, propertyAt(wholeRoot(document), path)?.value);
  const entries = (part: ProfilePart, ...path: string[]) =>
    entriesOf(document, ...path).map(({ node }): PartNode => ({ part, node }));
  return [
    ...asPart('profile', wholeRoot(document)),
    ...at('account', 'account'),
    ...at('requireSecurityOption', 'requireSecurityOption'),
    ...at('waitingRoom', 'waitingRoom'),
    ...at('passcode', 'passcode'),
    ...at('requirement', 'passcode', 'requirement'),
    ...at('personalMeetingId', 'personalMeetingId'),
    ...at('personalPasscode', 'personalMeetingId', 'passcode'),
    ...at('authentication', 'authentication'),
    ...entries('option', 'authentication', 'options'),
    ...entries('request', 'requests'),
    ...entries('ignored', 'ignore'),
    ...at('containers', 'containers'),
  ];
}

/** The objects in the list at the path; empty where there is no list or the text is broken. */
export function entriesOf(document: JsonDocument, ...path: string[]): readonly ListEntry[] {
  const list = propertyAt(wholeRoot(document), path)?.value;
  const items: ArrayNode['items'] = list?.type === 'array' ? list.items : [];
  return items.flatMap((node, index) => (node.type === 'object' ? [{ index, node }] : []));
}

/** Lists and words among the keys of a profile; all others hold objects. */
const typesOfKeys: Readonly<Record<string, JsonNode['type']>> = {
  $schema: 'string',
  rules: 'string',
  capturedAt: 'string',
  requests: 'array',
  ignore: 'array',
};

/**
 * Whether a text looks like a lock profile: most of its keys are a profile's, with a value of the right type. An empty
 * object or text is a profile that says nothing yet; a broken text is not a profile.
 */
export function isLockProfile(document: JsonDocument): boolean {
  const { own, others } = rootKeys(document) ?? { own: 0, others: 1 };
  return own > others || own + others === 0;
}

/** Whether it is visibly something else: an object that has members, and none of a profile's keys. */
export function hasNoProfileKey(document: JsonDocument): boolean {
  const root = wholeRoot(document);
  if (root?.type !== 'object' || root.properties.length === 0) return false;
  const known: readonly string[] = profileKeys.profile;
  return !root.properties.some(({ key }) => known.includes(key));
}

/** Whether the top level has keys of a profile only. Anything else may be a secret. */
export function hasProfileKeysOnly(document: JsonDocument): boolean {
  return rootKeys(document)?.others === 0;
}

/** The same of an object in any text; false where it says nothing, or only names its schema. */
export function hasMostlyProfileKeys(node: ObjectNode): boolean {
  const { own, others } = countKeys(node);
  return own > others && node.properties.some(({ key }) => key !== '$schema');
}

interface KeyCount {
  readonly own: number;
  readonly others: number;
}

function rootKeys(document: JsonDocument): KeyCount | undefined {
  if (document.text.trim() === '') return { own: 0, others: 0 };
  const root = wholeRoot(document);
  return root?.type === 'object' ? countKeys(root) : undefined;
}

function countKeys({ properties }: ObjectNode): KeyCount {
  const known: readonly string[] = profileKeys.profile;
  const own = properties.filter(
    ({ key, value }) => known.includes(key) && value?.type === (typesOfKeys[key] ?? 'object'),
  );
  return { own: own.length, others: properties.length - own.length };
}

function wholeRoot({ root, errors }: JsonDocument): JsonNode | undefined {
  return errors.length === 0 ? root : undefined;
}

function asPart(part: ProfilePart, node: JsonNode | undefined): readonly PartNode[] {
  return node?.type === 'object' ? [{ part, node }] : [];
}
