/** The stand-in of Zoom as an HTTP application, in memory: it answers as the prediction says. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Operation, Profile, Random } from '../../shared/index.ts';
import { errors, type ZoomError } from './errors.ts';
import {
  createdMeeting,
  listedAnswer,
  meetingAnswer,
  type StoredMeeting,
  securityAfter,
  updatedMeeting,
  updatedOccurrence,
} from './meeting.ts';
import { Meetings } from './meetings.ts';
import { pageOf } from './page.ts';
import { readBody } from './requestBody.ts';
import type { JsonObject } from './schema.ts';
import { lockSettingsAnswer, settingsAnswer } from './settings.ts';
import { refusalOf, Tokens } from './tokens.ts';

export interface StandInOptions {
  readonly profile: Profile;
  readonly random: Random;
  /** The time, `2026-11-24T09:00:00Z`. */
  readonly now: () => string;
  /** Takes each response that shows a meeting as it is stored: of a create request, and after an update. */
  readonly record?: ((topic: string, response: JsonObject) => Promise<void>) | undefined;
}

/** Larger than any body of Zoom's. */
const largestBody = 1_000_000;

export function standInApp(options: StandInOptions): Hono {
  const { random } = options;
  const tokens = new Tokens(() => Array.from({ length: 4 }, () => random(2 ** 32).toString(36)).join('-'));
  const app = new Hono();
  app.use(onlyLocal);
  app.use(bodyLimit({ maxSize: largestBody, onError: (context) => refuse(context, errors.tooLarge) }));
  app.post('/oauth/token', async (context) => {
    const form: { grant_type?: unknown } = await context.req.parseBody().catch(() => ({}));
    const grant = context.req.query('grant_type') ?? form.grant_type;
    const refusal = refusalOf(context.req.header('authorization'), typeof grant === 'string' ? grant : undefined);
    if (refusal) return context.json({ reason: refusal.reason, error: refusal.error }, refusal.status);
    const { origin } = new URL(context.req.url);
    return context.json({
      access_token: tokens.give(),
      token_type: 'bearer',
      expires_in: 3599,
      scope,
      api_url: origin,
    });
  });
  app.use(async (context, next) => {
    if (!tokens.accepts(context.req.header('authorization'))) return refuse(context, errors.token);
    return next();
  });
  const api = new StandIn(options).routes();
  app.route('/v2', api);
  app.route('/', api);
  app.notFound((context) => refuse(context, errors.endpoint));
  app.onError((_, context) => refuse(context, errors.failed));
  return app;
}

const scope =
  'account:read:settings:admin account:read:lock_settings:master meeting:read:admin meeting:write:admin user:read:settings:admin';

/** Keeps out web pages that reach this machine by a name of their own: they are not tests. */
const onlyLocal: MiddlewareHandler = async (context, next) => {
  const { hostname } = new URL(context.req.url);
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return isLocal ? next() : refuse(context, errors.host);
};

function refuse(context: Context, { status, body }: ZoomError) {
  return context.json(body, status);
}

/** The endpoints, and the meetings behind them. */
class StandIn {
  readonly #options: StandInOptions;
  readonly #meetings: Meetings;

  constructor(options: StandInOptions) {
    this.#options = options;
    // Eleven digits, as Zoom's.
    this.#meetings = new Meetings(
      () => 80_000_000_000 + options.random(10_000) * 1_000_000 + options.random(1_000_000),
    );
  }

  routes(): Hono {
    const { profile } = this.#options;
    const answers =
      (answer: (profile: Profile, option: string | undefined) => JsonObject | undefined) => (context: Context) => {
        const option = context.req.query('option');
        const found = answer(profile, option);
        return found ? context.json(found) : refuse(context, errors.option(option ?? ''));
      };
    return new Hono()
      .post('/users/:user/meetings', (context) => this.#create(context, context.req.param('user')))
      .get('/users/:user/meetings', (context) => this.#list(context, context.req.param('user')))
      .get('/meetings/:id', (context) => this.#with(context, (meeting) => this.#show(context, meeting)))
      .patch('/meetings/:id', (context) => this.#with(context, (meeting) => this.#update(context, meeting)))
      .delete('/meetings/:id', (context) => this.#with(context, (meeting) => this.#delete(context, meeting)))
      .get('/users/:user/settings', answers(settingsAnswer))
      .get('/accounts/:account/settings', answers(settingsAnswer))
      .get('/accounts/:account/lock_settings', answers(lockSettingsAnswer));
  }

  async #create(context: Context, host: string): Promise<Response> {
    const { profile, random, now } = this.#options;
    const read = await this.#read(context, 'create');
    if (read instanceof Response) return read;
    const after = securityAfter({ operation: 'create', document: read.document, profile, random });
    if ('unknown' in after) return refuse(context, errors.unknown(after.unknown));
    const id = this.#meetings.freeId();
    const identity = { id, uuid: Buffer.from(`stand-in ${id}`).toString('base64'), host, createdAt: now() };
    const meeting = createdMeeting(identity, read.body, after.security);
    this.#meetings.set(meeting, read.size);
    const answer = meetingAnswer(meeting, profile);
    await this.#record(meeting, answer);
    return context.json(answer, 201);
  }

  async #update(context: Context, before: StoredMeeting): Promise<Response> {
    const { profile, random } = this.#options;
    const read = await this.#read(context, 'update');
    if (read instanceof Response) return read;
    const occurrence = context.req.query('occurrence_id');
    const isOccurrence = occurrence !== undefined && occurrence !== '';
    const current = isOccurrence ? { ...before, ...before.occurrences.get(occurrence) } : before;
    const arrival = { operation: 'update', document: read.document, profile, random, before: current } as const;
    const after = securityAfter({ ...arrival, occurrence: isOccurrence });
    if ('unknown' in after) return refuse(context, errors.unknown(after.unknown));
    const meeting = isOccurrence
      ? updatedOccurrence(before, occurrence, after.security)
      : updatedMeeting(before, read.body, after.security);
    this.#meetings.set(meeting, read.size);
    await this.#record(meeting, meetingAnswer(meeting, profile, occurrence));
    return context.body(null, 204);
  }

  #show(context: Context, meeting: StoredMeeting): Response {
    return context.json(meetingAnswer(meeting, this.#options.profile, context.req.query('occurrence_id')));
  }

  #delete(context: Context, { id }: StoredMeeting): Response {
    this.#meetings.delete(id);
    return context.body(null, 204);
  }

  #list(context: Context, host: string): Response {
    const { type = 'scheduled' } = context.req.query();
    const meetings = ['live', 'previous_meetings'].includes(type) ? [] : this.#meetings.of(host);
    const { listed, ...page } = pageOf(meetings, context.req.query());
    return context.json({ ...page, meetings: listed.map(listedAnswer) });
  }

  /** The meeting that the path names. */
  async #with(context: Context, answer: (meeting: StoredMeeting) => Response | Promise<Response>): Promise<Response> {
    const id = context.req.param('id') ?? '';
    if (!/^\d{1,15}$/.test(id)) return refuse(context, errors.meetingId);
    const meeting = this.#meetings.get(Number(id));
    return meeting ? answer(meeting) : refuse(context, errors.meeting(id));
  }

  async #read(context: Context, operation: Operation) {
    const text = await context.req.text();
    const read = readBody(text, operation, this.#options.profile.passcodeRequirement);
    if ('body' in read) return { ...read, size: text.length };
    return refuse(context, read.faults ? errors.validation(read.faults) : errors.notJson);
  }

  async #record({ fields }: StoredMeeting, answer: JsonObject): Promise<void> {
    const { topic } = fields;
    await this.#options.record?.(String(topic), answer);
  }
}
