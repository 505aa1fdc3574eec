import { literalAt, nodeAt, objectAt, property } from '../json/lookup.ts';
import type { JsonDocument, JsonNode, ObjectNode, Property } from '../json/parse.ts';
import { joinPointer } from '../json/pointer.ts';
import { type Text, text } from '../text.ts';
import { isTopField, isWrittenLikeTopField, mayBeSettings } from './bodyFields.ts';
import { hasMostlyProfileKeys } from './profileKeys.ts';

/** What a JSON value visibly is, whatever its file is called. */
export type Recognised =
  /** A meeting's body, as far as can be seen; an empty object is one, too. settings: only what belongs inside `settings`. */
  | { readonly is: 'body' | 'settings' }
  /** Nothing can be seen: there is no value yet, or it is filled in later. */
  | { readonly is: 'open' }
  | Mistaken;

/** What is visibly not a body. */
export type Mistaken =
  | { readonly is: 'error'; readonly code: string }
  | Container
  /** A response is one about a single meeting, with `id` and `join_url`. */
  | { readonly is: keyof typeof clauses };

/** An object or a list around one or several objects of a kind. */
interface Container {
  readonly is: 'container';
  readonly of: 'body' | 'response' | 'webinar';
  /** The JSON pointer to them, with `*`. */
  readonly at: string;
  readonly holds: readonly ObjectNode[];
}

/** As clauses after "this" or the name of a file. */
const clauses = {
  webinar: text`is a webinar`,
  response: text`is a response from Zoom`,
  responses: text`is a list of meetings`,
  'account settings': text`is a response of the settings endpoints`,
  event: text`is a webhook event`,
  'lock profile': text`is a lock profile`,
  'Postman collection': text`is a Postman collection`,
  'Insomnia export': text`is an Insomnia export`,
  'OpenAPI document': text`is an OpenAPI document`,
  'JSON schema': text`is a JSON schema`,
  array: text`is a list`,
  string: text`is a string`,
  number: text`is a number`,
  boolean: text`is a boolean`,
  null: text`is null`,
  other: text`has no field of a meeting`,
} as const;

export function recognise(root: JsonNode | undefined): Recognised {
  if (!root || root.type === 'open') return { is: 'open' };
  if (root.type === 'object') return recogniseObject(root);
  return (root.type === 'array' && containerOf(root)) || { is: root.type };
}

function recogniseObject(root: ObjectNode): Recognised {
  if (isWebinar(root)) return { is: 'webinar' };
  if (property(root, 'id') && property(root, 'join_url')) return { is: 'response' };
  if (root.properties.some(isTopField) || root.properties.every(isRemark)) return { is: 'body' };
  const code = errorCode(root);
  if (code !== undefined) return { is: 'error', code };
  const document = documents.find(([, isOne]) => isOne(root));
  if (document) return { is: document[0] };
  if (root.properties.some(isWrittenLikeTopField)) return { is: 'body' };
  if (mayBeSettings(root)) return { is: 'settings' };
  return containerOf(root) ?? { is: 'other' };
}

/** `$schema`, `_comment`, `//`, `{{key}}`: says nothing of what the object is. */
function isRemark({ key }: Property): boolean {
  return /^[$_/{]/.test(key);
}

const webinarTypes = ['5', '6', '9'];

/** By its type; without one, by a switch that webinars have in place of `participant_video`. */
export function isWebinar(node: JsonNode | undefined): boolean {
  if (property(node, 'type')) return webinarTypes.includes(String(literalAt(node, 'type')));
  const settings = objectAt(node, ['settings']);
  return property(settings, 'panelists_video') !== undefined && !property(settings, 'waiting_room');
}

/** Some services put Zoom's responses into an object with the code of a success. */
const successes = ['0', '200', '201'];

function errorCode(root: ObjectNode): string | undefined {
  const code = String(literalAt(root, 'code') ?? '');
  return /^\d{1,6}$/.test(code) && !successes.includes(code) && property(root, 'message') ? code : undefined;
}

/** Each before any member is taken for a misspelled field. */
const documents: readonly (readonly [keyof typeof clauses, (root: ObjectNode) => boolean])[] = [
  ['lock profile', (root) => hasMostlyProfileKeys(root)],
  ['Postman collection', (root) => objectAt(root, ['info']) !== undefined && isList(root, 'item')],
  ['Insomnia export', (root) => property(root, '__export_format') !== undefined],
  ['OpenAPI document', (root) => ['openapi', 'swagger'].some((key) => literalAt(root, key) !== undefined)],
  ['JSON schema', (root) => literalAt(root, 'type') === 'object' && objectAt(root, ['properties']) !== undefined],
  ['event', (root) => literalAt(root, 'event') !== undefined && objectAt(root, ['payload']) !== undefined],
  ['responses', listsMeetings],
  [
    'account settings',
    (root) => ['meeting_security', 'schedule_meeting', 'in_meeting'].some((key) => objectAt(root, [key])),
  ],
];

/** The user's own list has no ids. */
function listsMeetings(root: ObjectNode): boolean {
  const isPaged = property(root, 'page_size') !== undefined;
  return isList(root, 'meetings') && (isPaged || nodeAt(root, ['meetings', '0', 'id']) !== undefined);
}

function isList(root: ObjectNode, key: string): boolean {
  return nodeAt(root, [key])?.type === 'array';
}

/** The number of objects or lists that a tool or script may have put around what it was given. */
const wrappers = 3;

interface Held {
  readonly path: readonly string[];
  readonly node: JsonNode;
}

function containerOf(root: JsonNode): Container | undefined {
  let level: readonly Held[] = [{ path: [], node: root }];
  for (let depth = 0; depth < wrappers; depth++) {
    level = level.flatMap(childrenOf);
    const found = level.flatMap(({ path, node }) => (isTelling(node) ? [{ path, node }] : []));
    const holds = found.map(({ node }) => node);
    const [first] = holds;
    if (first) return { is: 'container', of: kindOf(first), at: pointerTo(found), holds };
  }
  return undefined;
}

function kindOf(held: ObjectNode): Container['of'] {
  const { is } = recogniseObject(held);
  return is === 'response' || is === 'webinar' ? is : 'body';
}

function childrenOf({ path, node }: Held): readonly Held[] {
  if (node.type === 'array') return node.items.map((item) => ({ path: [...path, '*'], node: item }));
  if (node.type !== 'object') return [];
  return node.properties.flatMap(({ key, value }) => (value ? [{ path: [...path, key], node: value }] : []));
}

function pointerTo([first, ...others]: readonly Held[]): string {
  const steps = first?.path.map((step, at) => (others.every(({ path }) => path[at] === step) ? step : '*'));
  return (steps ?? []).reduce(joinPointer, '');
}

/** Names that other services' objects have, too: alone they do not show that an object is a meeting's. */
const commonNames = ['type', 'password', 'duration', 'timezone', 'settings'];

/** More than `recognise` asks of a value that is called a request. */
function isTelling(node: JsonNode): node is ObjectNode {
  if (node.type !== 'object') return false;
  const settings = objectAt(node, ['settings']);
  if (settings && (property(node, 'id') || mayBeSettings(settings))) return true;
  if (property(node, 'id') && property(node, 'join_url')) return true;
  return node.properties.some((each) => isTopField(each) && !commonNames.includes(each.key));
}

/** As a clause after "this" or the name of a file: "is a webinar". */
export function clauseFor(mistaken: Mistaken): Text {
  if (mistaken.is === 'error') return text`is an error response from Zoom (code ${mistaken.code})`;
  if (mistaken.is !== 'container') return clauses[mistaken.is];
  const isOne = mistaken.holds.length === 1;
  if (mistaken.of === 'body') return isOne ? text`contains a request` : text`contains several requests`;
  return mistaken.of === 'response' && !isOne ? clauses.responses : clauses[mistaken.of];
}

/**
 * What a text that is called a request visibly is instead; undefined for a body, and for a text that is empty or broken.
 * While it is typed, an object is left alone until it has two members.
 */
export function mistakenFor({ root, errors }: JsonDocument, isTyped = false): Mistaken | undefined {
  if (errors.length > 0 || (isTyped && root?.type === 'object' && isBarelyBegun(root))) return undefined;
  const recognised = recognise(root);
  return isMistaken(recognised) ? recognised : undefined;
}

function isMistaken(recognised: Recognised): recognised is Mistaken {
  return !['body', 'settings', 'open'].includes(recognised.is);
}

function isBarelyBegun({ properties: [first, second] }: ObjectNode): boolean {
  const inside = first?.value?.type === 'object' ? first.value.properties : [];
  return !second && inside.length < 2;
}
