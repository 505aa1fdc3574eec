import {
  type ConditionalOutcome,
  conditionText,
  generatePasscode,
  type JsonDocument,
  type Meeting,
  type Operation,
  outcomesOf,
  type Profile,
  type Random,
  requestContext,
  say,
} from '../../shared/index.ts';
import { bodySchemas } from './bodySchemas.ts';
import { isObject, type JsonObject, knownMembers } from './schema.ts';

/** What is stored of the four fields. */
interface Security {
  readonly waiting_room: boolean;
  readonly meeting_authentication: boolean;
  readonly password: string | undefined;
  readonly authentication_option: string | undefined;
}

export interface StoredMeeting extends Security {
  readonly id: number;
  readonly uuid: string;
  /** As the path of the create request names it. */
  readonly host: string;
  readonly createdAt: string;
  /** The other fields of the body, without `settings`. */
  readonly fields: JsonObject;
  readonly settings: JsonObject;
  /** What updates of single occurrences have changed, by `occurrence_id`. */
  readonly occurrences: ReadonlyMap<string, Pick<Security, 'waiting_room'>>;
}

/** The request as it arrives, and the account that it meets. */
interface Arrival {
  readonly operation: Operation;
  readonly document: JsonDocument;
  readonly profile: Profile;
  readonly random: Random;
  /** The meeting before an update. */
  readonly before?: StoredMeeting | undefined;
  readonly occurrence?: boolean;
}

/** What Zoom stores, by the prediction; or what the outcome depends on, which the profile does not say. */
export function securityAfter(arrival: Arrival): { readonly security: Security } | { readonly unknown: string } {
  const { operation, document, profile, before, occurrence = false } = arrival;
  const meeting = before && meetingBefore(before);
  const { prediction } = requestContext(document, operation, { profile, meeting, occurrence });
  const [only, ...others] = outcomesOf(prediction);
  if (!only || others.length > 0) return { unknown: dependence(only ? [only, ...others] : []) };
  const { waiting_room, meeting_authentication, password, authentication_option } = only.outcome;
  const passcode = password.set ? (password.value ?? madePasscode(arrival)) : undefined;
  if (password.set && passcode === undefined) return { unknown: 'no passcode meets the requirement of the account' };
  return {
    security: {
      waiting_room: waiting_room.value,
      meeting_authentication: meeting_authentication.value,
      password: passcode,
      authentication_option: authentication_option.set ? authentication_option.value : undefined,
    },
  };
}

function madePasscode({ profile, random }: Arrival): string | undefined {
  return generatePasscode(profile.passcodeRequirement, random);
}

function dependence(outcomes: readonly ConditionalOutcome[]): string {
  const conditions = outcomes.flatMap(({ when }) => conditionText(when) ?? []);
  return conditions.map((each) => say(each)).join('; or ');
}

function meetingBefore(meeting: StoredMeeting): Meeting {
  const { waiting_room, meeting_authentication, password, authentication_option, fields, settings } = meeting;
  const { type } = fields;
  const { use_pmi = false, encryption_type } = settings;
  const held = (value: string | undefined) => (value === undefined ? { set: false } : { set: true, value });
  return {
    waiting_room,
    meeting_authentication,
    password: held(password),
    authentication_option: held(authentication_option),
    use_pmi: use_pmi === true,
    ...(typeof type === 'number' ? { type } : {}),
    ...(typeof encryption_type === 'string' ? { encryption_type } : {}),
  };
}

const ofSecurity = ['waiting_room', 'meeting_authentication', 'authentication_option'];
/** Fields that say how to make the meeting, and that Zoom does not return. */
const notReturned = ['default_password', 'template_id', 'schedule_for', 'settings'];

/** The fields of a body besides the four, those that Zoom's reference does not name left out. */
function otherFields(operation: Operation, body: JsonObject): Pick<StoredMeeting, 'fields' | 'settings'> {
  const { properties, settings } = bodySchemas[operation];
  const { settings: given } = body;
  return {
    fields: without(notReturned, knownMembers({ properties }, body)),
    settings: without(ofSecurity, knownMembers({ properties: settings }, isObject(given) ? given : {})),
  };
}

function without(names: readonly string[], members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([key]) => !names.includes(key)));
}

export function createdMeeting(
  identity: Pick<StoredMeeting, 'id' | 'uuid' | 'host' | 'createdAt'>,
  body: JsonObject,
  security: Security,
): StoredMeeting {
  const { fields, settings } = otherFields('create', body);
  const { defaults } = bodySchemas.create;
  const { type } = fields;
  const start = type === 1 || type === 3 ? {} : { start_time: identity.createdAt };
  return {
    ...identity,
    ...security,
    fields: {
      topic: 'Zoom Meeting',
      ...without(notReturned, defaults.fields),
      ...start,
      timezone: 'UTC',
      ...fields,
    },
    settings: { ...defaults.settings, ...settings },
    occurrences: new Map(),
  };
}

/** What is not given stays; objects and lists are replaced as a whole. */
export function updatedMeeting(meeting: StoredMeeting, body: JsonObject, security: Security): StoredMeeting {
  const { fields, settings } = otherFields('update', body);
  return {
    ...meeting,
    ...security,
    fields: { ...meeting.fields, ...fields },
    settings: { ...meeting.settings, ...settings },
  };
}

export function updatedOccurrence(meeting: StoredMeeting, occurrence: string, security: Security): StoredMeeting {
  const { waiting_room } = security;
  return { ...meeting, occurrences: new Map(meeting.occurrences).set(occurrence, { waiting_room }) };
}

/** The body of the 201 response to a create request, and of GET /meetings/{meetingId}. */
export function meetingAnswer(meeting: StoredMeeting, profile: Profile, occurrence?: string): JsonObject {
  const { settings, waiting_room, meeting_authentication, authentication_option } = {
    ...meeting,
    ...(occurrence === undefined ? {} : meeting.occurrences.get(occurrence)),
  };
  const option = profile.options?.find(({ id }) => id === authentication_option);
  return {
    ...listedAnswer(meeting),
    ...meeting.fields,
    ...secretsOf(meeting),
    settings: {
      ...settings,
      // Zoom's reference: a Waiting Room turns joining before the host off.
      ...(waiting_room ? { join_before_host: false } : {}),
      waiting_room,
      meeting_authentication,
      ...(authentication_option === undefined ? {} : { authentication_option }),
      ...(option?.name === undefined ? {} : { authentication_name: option.name }),
    },
  };
}

/** A meeting in a list of meetings. */
export function listedAnswer({ id, uuid, host, createdAt, fields }: StoredMeeting): JsonObject {
  const { topic, type, start_time, duration, timezone, agenda } = fields;
  return {
    uuid,
    id,
    host_id: host,
    host_email: host.includes('@') ? host : 'host@example.com',
    topic,
    type,
    status: 'waiting',
    ...(start_time === undefined ? {} : { start_time }),
    duration,
    timezone,
    ...(agenda === undefined ? {} : { agenda }),
    created_at: createdAt,
    join_url: `${site}/j/${id}`,
    creation_source: 'open_api',
  };
}

/** Leads nowhere, on any machine. */
const site = 'https://zoom.invalid';

function secretsOf({ id, password }: StoredMeeting): JsonObject {
  const start = { start_url: `${site}/s/${id}?zak=stand-in` };
  if (password === undefined) return start;
  const encrypted = Buffer.from(`${id} ${password}`).toString('base64url');
  const digits = String(
    [...password].reduce((sum, each) => (sum * 31 + (each.codePointAt(0) ?? 0)) % 1_000_000, id % 1000),
  );
  return {
    ...start,
    join_url: `${site}/j/${id}?pwd=${encrypted}`,
    password,
    h323_password: digits.padStart(6, '0'),
    pstn_password: digits.padStart(6, '0'),
    encrypted_password: encrypted,
  };
}
