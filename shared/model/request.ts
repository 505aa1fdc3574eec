import type { Path, Span } from '../finding.ts';
import { literalAt, nodeAt, objectAt, property, propertyAt } from '../json/lookup.ts';
import type { JsonDocument, JsonNode, LiteralNode, ObjectNode, OpenNode, Property } from '../json/parse.ts';
import { type Text, text } from '../text.ts';
import {
  type FieldFacts,
  type FieldName,
  fields,
  type Held,
  keptPasscodeMark,
  type Meeting,
  type Open,
  type Operation,
  type PersonalUse,
  type Sent,
} from './security.ts';

/**
 * What a body says about a field. Only `given` counts as sent; `empty` is an empty string, `open` a value that is filled in
 * later.
 */
type FieldState = 'absent' | 'null' | 'empty' | 'given' | 'open' | 'mistyped';

export interface Field {
  readonly facts: FieldFacts;
  readonly state: FieldState;
  /** Undefined where the field is absent; of duplicates the last, which is the one that counts. */
  readonly property: Property | undefined;
}

/** A create or update body as Zoom reads it, with the positions of everything in it. */
export interface RequestBody {
  readonly document: JsonDocument;
  /** False where the text is broken: what seems to be missing may just not have been parsed. */
  readonly isComplete: boolean;
  readonly root: ObjectNode | undefined;
  readonly settings: ObjectNode | undefined;
  readonly fields: Readonly<Record<FieldName, Field>>;
  readonly sent: Sent;
  readonly open: Open;
}

/** Never fails: what cannot be read counts as not given. */
export function readRequest(document: JsonDocument): RequestBody {
  const read = Object.fromEntries(fields.map((facts) => [facts.name, readField(document, facts)]));
  return {
    document,
    isComplete: document.errors.length === 0 && document.root?.type === 'object',
    root: objectAt(document.root, []),
    settings: objectAt(document.root, ['settings']),
    fields: read as Record<FieldName, Field>,
    sent: { ...sentBy(Object.values(read)), ...defaultPassword(document) },
    open: openIn(document),
  };
}

const steering: readonly (readonly [keyof Open, Path])[] = [
  ...fields.map(({ name, path }) => [name, path] as const),
  ['default_password', ['default_password']],
  ['use_pmi', ['settings', 'use_pmi']],
  ['type', ['type']],
];

function openIn({ root }: JsonDocument): Open {
  return Object.fromEntries(
    steering.flatMap(([name, path]) => {
      const node = openAt(root, path);
      return node ? [[name, node.text]] : [];
    }),
  );
}

/** The open value at the path, or at one of the objects above it. */
function openAt(root: JsonNode | undefined, path: Path): OpenNode | undefined {
  let node = root;
  for (const key of path) {
    node = property(node, key)?.value;
    if (node?.type === 'open') return node;
  }
  return undefined;
}

function defaultPassword({ root }: JsonDocument): Pick<Sent, 'default_password'> {
  const value = literalAt(root, 'default_password');
  return typeof value === 'boolean' ? { default_password: value } : {};
}

/** What decides whether a meeting uses the personal meeting ID, as far as the body says. */
export function personalFacts({ root }: RequestBody): Pick<Meeting, 'type' | 'use_pmi'> {
  const type = literalAt(root, 'type');
  const use_pmi = literalAt(root, 'settings', 'use_pmi');
  return { ...(typeof type === 'number' ? { type } : {}), ...(typeof use_pmi === 'boolean' ? { use_pmi } : {}) };
}

/** Zoom lets scheduled meetings (2) and recurring ones without a fixed time (3) use the personal meeting ID. */
const personalTypes: readonly number[] = [2, 3];

/**
 * Whether the meeting uses the host's personal meeting ID. An update keeps what it does not mention. Unknown where the
 * request asks for it and the meeting's type is not known, or where a value is of the wrong type. An open value is taken
 * from `assumed`, else it counts as not given. `byDefault`: what counts for a create request that does not say it.
 */
export function usesPersonalId(
  operation: Operation,
  body: RequestBody,
  meeting?: Meeting,
  assumed: Pick<Meeting, 'type' | 'use_pmi'> = {},
  byDefault?: boolean,
): PersonalUse {
  const said = { ...meeting, ...personalFacts(body), ...assumed };
  const { type: json = 'null' } = nodeAt(body.root, ['settings', 'use_pmi']) ?? {};
  if (said.use_pmi === undefined && json !== 'null' && json !== 'open') return 'unknown';
  const isNew = operation === 'create';
  const { use_pmi = isNew ? byDefault : undefined, type = isNew ? 2 : undefined } = said;
  if (use_pmi === undefined) return isNew || meeting ? false : 'unsaid';
  if (!use_pmi) return false;
  return type === undefined ? 'unknown' : personalTypes.includes(type);
}

/**
 * Reads the answer to GET /meetings/{meetingId}: what is missing in it is off. Undefined where the text is broken, is not
 * an object or has a field of the wrong type: then nothing is known about the meeting.
 */
export function readMeeting(document: JsonDocument): Meeting | undefined {
  const body = readRequest(document);
  const unusable = ({ state }: Field) => state === 'mistyped' || state === 'open';
  if (!body.isComplete || settingsProblem(body) || Object.values(body.fields).some(unusable)) return undefined;
  const { waiting_room, meeting_authentication, password, authentication_option } = body.sent;
  return {
    waiting_room: waiting_room ?? false,
    meeting_authentication: meeting_authentication ?? false,
    password: password === keptPasscodeMark ? { set: true } : held(password),
    authentication_option: held(authentication_option),
    ...personalFacts(body),
  };
}

function held(value: string | undefined): Held {
  return value ? { set: true, value } : { set: false };
}

/** What to underline for something that concerns the whole body: `settings` if there is one, else the brace. */
export function bodySpan(body: RequestBody): Span {
  const settings = body.settings && propertyAt(body.root, ['settings']);
  // A finding in a tree without spans only says that the real tree is needed.
  if (body.root && body.document.withoutSpans) return settings?.keySpan ?? body.root.span;
  const start = body.root?.span.start ?? 0;
  return settings?.keySpan ?? { start, end: start + (body.root ? 1 : 0) };
}

/** The span of the field's value, or of its name where the value is missing. */
export function fieldSpan({ property }: Field): Span {
  return property?.value?.span ?? property?.keySpan ?? { start: 0, end: 0 };
}

function readField(document: JsonDocument, facts: FieldFacts): Field {
  const property = propertyAt(document.root, facts.path);
  const unsaid = openAt(document.root, facts.path) ? 'open' : 'absent';
  return { facts, property, state: property?.value ? stateOf(property.value, facts) : unsaid };
}

function stateOf(value: JsonNode, { type }: FieldFacts): FieldState {
  if (value.type === 'null' || value.type === 'open') return value.type;
  if (value.type !== type) return 'mistyped';
  return value.value === '' ? 'empty' : 'given';
}

function sentBy(read: readonly Field[]): Sent {
  return Object.fromEntries(
    read
      .filter(({ state }) => state === 'given' || state === 'empty')
      .map(({ facts, property }) => [facts.name, ((property as Property).value as LiteralNode).value]),
  );
}

interface BodyProblem {
  readonly message: Text;
  readonly span: Span;
}

/** What is wrong with the text as a whole, apart from syntax errors: it is not an object, or is nested too deep. */
export function rootProblem({ document, root }: RequestBody): BodyProblem | undefined {
  if (root) return undefined;
  if (document.root) return { message: notAnObject(document.root), span: document.root.span };
  if (document.tooDeep) return document.errors[0];
  return document.text.trim() === ''
    ? { message: text`This must be a JSON object in braces; the file is empty.`, span: { start: 0, end: 0 } }
    : undefined;
}

export function settingsProblem({ root, settings }: RequestBody): BodyProblem | undefined {
  const value = propertyAt(root, ['settings'])?.value;
  if (settings || !value || value.type === 'null' || value.type === 'open') return undefined;
  return { message: text`"settings" must be an object in braces.`, span: value.span };
}

function notAnObject({ type }: JsonNode): Text {
  switch (type) {
    case 'array':
      return text`This must be a JSON object in braces, not an array.`;
    case 'string':
    case 'open':
      return text`This must be a JSON object in braces, not a string.`;
    case 'number':
      return text`This must be a JSON object in braces, not a number.`;
    case 'boolean':
      return text`This must be a JSON object in braces, not a boolean.`;
    default:
      return text`This must be a JSON object in braces, not null.`;
  }
}
