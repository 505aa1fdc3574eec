import type { Path, Span } from '../finding.ts';
import { literalAt, objectAt, possibleProperty, propertyAt } from '../json/lookup.ts';
import type { JsonDocument, JsonNode, LiteralNode, ObjectNode, Property } from '../json/parse.ts';
import { type Text, text } from '../text.ts';
import {
  type FieldFacts,
  type FieldName,
  fields,
  held,
  keptPasscodeMark,
  type Meeting,
  type Open,
  type Operation,
  type PersonalUse,
  type Sent,
} from './security.ts';

/**
 * What a body says about a field. Only `given` counts as sent; `empty` is an empty string, `open` a value that is filled in
 * later. What is `mistyped` may be taken in any way.
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
  /** What is filled in later, and what has a type that Zoom does not document. */
  readonly open: Open;
  /** It names a template, which may bring a Waiting Room along. */
  readonly namesTemplate: boolean;
  readonly mistyped: readonly MistypedField[];
}

/** Never fails: what cannot be read counts as not given. */
export function readRequest(document: JsonDocument): RequestBody {
  const unsure = unsureIn(document);
  const read = {} as Record<FieldName, Field>;
  for (const facts of fields) read[facts.name] = readField(document, facts, unsure.open);
  return {
    document,
    isComplete: document.errors.length === 0 && document.code?.isComplete !== false && document.root?.type === 'object',
    root: objectAt(document.root, []),
    settings: objectAt(document.root, ['settings']),
    fields: read,
    sent: { ...sentBy(read), ...defaultPassword(document) },
    ...unsure,
    namesTemplate: givesValue(document.root, 'template_id'),
  };
}

/** The meeting is for another host than the one whose token sends the request. */
export function schedulesForOther({ root }: RequestBody): boolean {
  return givesValue(root, 'schedule_for');
}

/** A value that is not empty, also one that is filled in later or has the wrong type. */
function givesValue(root: JsonNode | undefined, name: string): boolean {
  const value = possibleProperty(root, name)?.value;
  return value !== undefined && value.type !== 'null' && !(value.type === 'string' && value.value === '');
}

/** A field that decides what Zoom stores, or whether something else has an effect. */
interface SteeringField {
  readonly name: string;
  readonly path: Path;
  /** In Zoom's reference. */
  readonly type: 'boolean' | 'string' | 'number';
  /** False where no prediction depends on it. */
  readonly isOpen?: boolean;
}

const steering: readonly SteeringField[] = [
  ...fields,
  { name: 'default_password', path: ['default_password'], type: 'boolean' },
  { name: 'use_pmi', path: ['settings', 'use_pmi'], type: 'boolean' },
  { name: 'type', path: ['type'], type: 'number' },
  { name: 'join_before_host', path: ['settings', 'join_before_host'], type: 'boolean', isOpen: false },
  { name: 'encryption_type', path: ['settings', 'encryption_type'], type: 'string', isOpen: false },
  { name: 'template_id', path: ['template_id'], type: 'string', isOpen: false },
];

/** A value of a type that Zoom does not document for the field: whether Zoom takes it is not known. */
export interface MistypedField extends SteeringField {
  readonly value: JsonNode;
}

function unsureIn({ root }: JsonDocument): Pick<RequestBody, 'open' | 'mistyped'> {
  const settings = possibleProperty(root, 'settings')?.value;
  const open: Record<string, string> = {};
  const mistyped: MistypedField[] = [];
  for (const field of steering) {
    const isInside = field.path.length > 1;
    // What is written in place of `settings` counts for every field in them.
    const isHidden = isInside && settings?.type !== 'object';
    const value = isHidden ? settings : possibleProperty(isInside ? settings : root, field.name)?.value;
    const written = openText(value, isHidden ? 'object' : field.type);
    if (!value || written === undefined) continue;
    if (field.isOpen !== false) open[field.name] = written;
    if (!isHidden && value.type !== 'open') mistyped.push({ ...field, value });
  }
  return { open, mistyped };
}

/** How the value is written, if it is filled in later or has a type that Zoom does not document. */
function openText(value: JsonNode | undefined, type: JsonNode['type']): string | undefined {
  if (!value || value.type === 'null' || value.type === type) return undefined;
  if (value.type === 'open') return value.text;
  return 'value' in value ? String(value.value) : '…';
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

/** How the meeting is encrypted, if the body says. */
export function encryptionOf({ root }: RequestBody): Pick<Meeting, 'encryption_type'> {
  const encryption_type = literalAt(root, 'settings', 'encryption_type');
  return typeof encryption_type === 'string' ? { encryption_type } : {};
}

/** Zoom lets scheduled meetings (2) and recurring ones without a fixed time (3) use the personal meeting ID. */
const personalTypes: readonly number[] = [2, 3];

/**
 * Whether the meeting uses the host's personal meeting ID. An update keeps what it does not mention. Unknown where the
 * request asks for it and the meeting's type is not known. An open value is taken from `assumed`, else it counts as not
 * given. `byDefault`: what counts for a create request that does not say it.
 */
export function usesPersonalId(
  operation: Operation,
  body: RequestBody,
  meeting: Meeting | undefined,
  assumed: Pick<Meeting, 'type' | 'use_pmi'>,
  byDefault: boolean | undefined,
): PersonalUse {
  const said = { ...meeting, ...personalFacts(body), ...assumed };
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
    ...encryptionOf(body),
  };
}

/** What to underline for something that concerns the whole body: `settings` if there is one, else the brace. */
export function bodySpan(body: RequestBody): Span {
  const settings = body.settings && propertyAt(body.root, ['settings']);
  const start = body.root?.span.start ?? 0;
  return settings?.keySpan ?? { start, end: start + (body.root ? 1 : 0) };
}

/** The span of the field's value, or of its name where the value is missing. */
export function fieldSpan({ property }: Field): Span {
  return property?.value?.span ?? property?.keySpan ?? { start: 0, end: 0 };
}

function readField(document: JsonDocument, facts: FieldFacts, open: Open): Field {
  const property = propertyAt(document.root, facts.path);
  const unsaid = open[facts.name] === undefined ? 'absent' : 'open';
  return { facts, property, state: property?.value ? stateOf(property.value, facts) : unsaid };
}

function stateOf(value: JsonNode, { type }: FieldFacts): FieldState {
  if (value.type === 'null' || value.type === 'open') return value.type;
  if (value.type !== type) return 'mistyped';
  return value.value === '' ? 'empty' : 'given';
}

function sentBy(read: RequestBody['fields']): Sent {
  const sent: Partial<Record<FieldName, LiteralNode['value']>> = {};
  for (const { name } of fields) {
    const { state, property } = read[name];
    const value = property?.value as LiteralNode;
    if (state === 'given' || state === 'empty' || (state === 'null' && name === 'password')) sent[name] = value.value;
  }
  return sent as Sent;
}

interface BodyProblem {
  readonly message: Text;
  readonly span: Span;
}

/** What is wrong with the text as a whole, apart from syntax errors: it is empty, or nested too deep. */
export function rootProblem({ document }: RequestBody): BodyProblem | undefined {
  if (document.root) return undefined;
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
