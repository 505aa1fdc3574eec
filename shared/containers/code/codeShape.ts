/** Whether an object in code is a body by its fields alone, and what looks like one and is none. */
import { objectAt, property } from '../../json/lookup.ts';
import type { JsonNode, ObjectNode } from '../../json/parse.ts';
import { fieldsOfSettings, isTopField } from '../../model/bodyFields.ts';
import { isWebinar } from '../../model/recognise.ts';
import { hasShapeOfBody } from '../shape.ts';
import type { Expression, ObjectExpression } from './ir.ts';
import { isNoSending, methodIn, wordsOf } from './outline/callNames.ts';
import { type Around, pathOf } from './outline/events.ts';
import { serialised } from './outline/libraryCalls.ts';
import { functionName } from './requestName.ts';
import type { Frame, Moment, Site } from './values/scopes.ts';

const settingsNames: ReadonlySet<string> = new Set(fieldsOfSettings);

/** Has the shape of a body, with a field of `settings` as Zoom spells it: objects of clients have spellings of their own. */
export function isBodyLiteral(root: ObjectNode): boolean {
  return hasKnownSettings(root) && hasShapeOfBody(root) && !isModel(root) && !isLabelled(root);
}

function hasKnownSettings(root: ObjectNode): boolean {
  return objectAt(root, ['settings'])?.properties.some(({ key }) => settingsNames.has(key)) ?? false;
}

/** A topic and two other fields of a body, or `settings`, and nothing else. */
export function isPlainBody(root: ObjectNode): boolean {
  const properties = root.properties.filter(({ key }) => key !== 'host_id');
  if (root.rest || !properties.every(isTopField) || isModel(root) || isWebinar(root)) return false;
  if (properties.length === 1) return hasKnownSettings(root);
  return properties.length >= 3 && property(root, 'topic') !== undefined;
}

/** Whether it says something itself: one whose values all come from elsewhere shows or stores them. */
export function hasOwnValue(root: ObjectNode): boolean {
  const settings = objectAt(root, ['settings']);
  return [...root.properties, ...(settings?.properties ?? [])].some(
    ({ value }) => value !== undefined && 'value' in value,
  );
}

/** How many fields of a body it has at the top. */
export function topFields(root: ObjectNode): number {
  return root.properties.filter(isTopField).length;
}

/** Of a schema or a model: `topic: String`, `topic: z.string()`, `topic: { type: String }`, `topic: 'string'`. */
function isModel(root: ObjectNode): boolean {
  return root.properties.some(({ key, value }) => plainFields.includes(key) && value !== undefined && isType(value));
}

/** `waiting_room: 'Waiting Room'`: what a page calls the fields, or how a framework checks them. */
function isLabelled(root: ObjectNode): boolean {
  const settings = objectAt(root, ['settings'])?.properties ?? [];
  return settings.some(
    ({ key, value }) =>
      switches.includes(key) &&
      value?.type === 'string' &&
      !/^(?:true|false|\d|on|off|yes|no|)$/i.test(String(value.value)),
  );
}

/** Fields that are on or off. */
const switches = ['waiting_room', 'join_before_host', 'host_video', 'participant_video', 'mute_upon_entry'];

const plainFields = ['topic', 'agenda', 'duration', 'type', 'start_time', 'timezone', 'password', 'default_password'];

function isType(value: JsonNode): boolean {
  if (value.type === 'object' || value.type === 'array') return true;
  if (value.type === 'string') return /^(?:string|number|boolean|integer|date)$/i.test(String(value.value));
  return (
    value.type === 'open' && typeNames.has(/^\w*/.exec(value.text)?.[0] ?? '') && /^\w+(?:[.([<]|$)/.test(value.text)
  );
}

/** What the text of a value begins with that is a type. */
const typeNames = new Set([
  ...'String Number Boolean Date Object Array Schema mongoose Sequelize DataTypes z y s t v V yup Yup Joi joi'.split(
    ' ',
  ),
  ...'Type T types models model field fields serializers faker PropTypes Field Column Optional str int bool'.split(' '),
]);

const decoyWords = new Set(
  `mock mocks mocked fixture fixtures response responses expected schema schemas sample samples stub fake dummy answer
    model type types interface result results reply webhook initial state columns labels swagger openapi docs doc joi zod
    validator validation example examples res ctx prisma mongoose db database repository repo collection knex supabase store objects
    mocker monkeypatch variables return factory redis cache`.split(/\s+/),
);

/** Names of functions say less: what `createSample` makes is sent. */
const decoyFunctions = new Set(
  'mock mocks mocked fixture fixtures stub fake dummy schema response definition'.split(' '),
);

/** What the names around an object say that it is not sent: an answer, a fixture, a schema, a record. */
export function isDecoy({ moment, around }: Pick<Site<ObjectExpression>, 'moment' | 'around'>): boolean {
  const isSaid = (words: ReadonlySet<string>, name: string) => wordsOf(name).some((word) => words.has(word));
  if (isSaid(decoyFunctions, functionName(moment.frame) ?? '') || isInMock(moment.frame)) return true;
  if (isAnswered(moment, around)) return true;
  // What a call is given is not what it returns.
  const call = around.findLastIndex((each) => typeof each !== 'string' && each.kind === 'call' && !serialised(each));
  return around
    .slice(Math.max(call, 0))
    .some((each) => isAnswering(each) || hasStatus(each) || namesOf(each).some((name) => isSaid(decoyWords, name)));
}

/** What the handler of a route returns: it is an answer, not a request. */
function isAnswered({ frame, at }: Moment, around: readonly Around[]): boolean {
  const isReturned = frame.events[at]?.statement.kind === 'return';
  if (!isReturned || around.some((each) => typeof each !== 'string' && each.kind === 'call')) return false;
  const { name = '', function: { content } = {} } = frame;
  // Of an object of one's own, `toArray()` may be what is sent; that of Laravel's answers is given the request.
  return handlers.test(name) || (name === 'toArray' && content?.params.length === 1) || frame.around.some(isRoute);
}

/** `{ statusCode: 201, body: JSON.stringify({ … }) }`. */
function hasStatus(around: Around): boolean {
  if (typeof around === 'string' || around.kind !== 'object') return false;
  return around.entries.some((each) => each.kind === 'key' && /^status(?:_?code)?$/i.test(each.key));
}

/** Names that frameworks call: Next, Remix, SvelteKit. */
const handlers = /^(?:GET|POST|PUT|PATCH|DELETE|loader|action|load|get(?:ServerSide|Static|Initial)Props)$/;

function isRoute(around: Around): boolean {
  if (typeof around === 'string' || around.kind !== 'call') return false;
  const path = pathOf(around.callee);
  return isNoSending(path) || methodIn(path) !== undefined;
}

/** What a function returns that stands in for another one: `jest.fn(() => ({ … }))`. */
function isInMock(frame: Frame): boolean {
  for (let each: Frame | undefined = frame; each; each = each.parent?.frame) {
    const calls = each.around.filter((around) => typeof around !== 'string' && around.kind === 'call');
    if (
      calls.some((call) =>
        namesOf(call).some((name) => mocking.has(name) || mockingBegin.test(name) || name.endsWith('Mock')),
      )
    )
      return true;
  }
  return false;
}

const mocking = new Set('monkeypatch fn nock intercept rest msw setupServer when callsFake fulfill'.split(' '));
const mockingBegin = /^(?:mock|stub|spy|reply|assert|expect)/;

function namesOf(around: Around): readonly string[] {
  if (typeof around === 'string') return [around];
  if (around.kind === 'assign') return pathOf(around.target);
  return around.kind === 'call' ? pathOf(around.callee) : [];
}

/** A class of one's own, not of a client: `ZoomMeetings.create` is one. */
function isModelName(name = ''): boolean {
  return /^ZoomMeeting$/.test(name) || (/^[A-Z][a-z]/.test(name) && !/zoom|client|api|service|meetings/i.test(name));
}

/** Functions that answer, show, keep or expect what they are given. */
const answering = new Set(
  `json jsonp render view render_template status setState dispatch commit emit object shape strictObject Schema model
    define string mixed useState useForm useFormik useReducer signal createSignal writable atom ref reactive setValues
    reset isEqual deepEqual equal eql include objectContaining return returns resolves callsFake fulfill insert
    insertOne insertMany upsert values updateOne findOneAndUpdate findByIdAndUpdate setDoc addDoc save setItem
    setQueryData track jsonify Response JsonResponse wp_send_json wp_send_json_success wp_send_json_error fill forceFill`.split(
    /\s+/,
  ),
);
const answeringBegin = /^(?:respond|(?:will|and|then)(?:Return|Resolve|Answer))/;

/** `route('meetings.store')`, `reverse('meetings')`: a path of one's own server. */
function isOwnUrl(value: Expression): boolean {
  return value.kind === 'call' && /^(?:route|reverse|url_for)$/.test(pathOf(value.callee).at(-1) ?? '');
}

function isAnswering(around: Around): boolean {
  if (typeof around === 'string' || around.kind !== 'call') return false;
  const path = pathOf(around.callee);
  const name = path.at(-1) ?? '';
  if (path.slice(-2).join('.') === 'meetings.save') return false;
  // `new Meeting({ … })` is a record; `Meeting.create({ … })`, too.
  const isModel = methodIn([name]) === undefined && isModelName(path.at(-2));
  if (around.isNew ? !/Request|Params|Input|Options|Command|Body|Payload/.test(name) : isModel) return true;
  if (around.args.some(({ value }) => isOwnUrl(value))) return true;
  if (/^(?:send|end|write)$/.test(name) && /^(?:res|response|reply|ctx|h|status|code)$/.test(path.at(-2) ?? ''))
    return true;
  // `$user->zoomMeetings()->create([ … ])`
  const { object } = around.callee.kind === 'member' ? around.callee : { object: undefined };
  if (object?.kind === 'call' && object.args.length === 0 && /^zoom_?meetings?$/i.test(path.at(-2) ?? '')) return true;
  // `t.like(body, { … })` of a test, `meeting.update({ … })` of a record.
  if (path.length === 2 && (path[0] === 't' || (name === 'update' && /^(?:zoom_?)?meeting$/i.test(path[0] ?? ''))))
    return true;
  // `setForm({ … })` of a page, `mutate(key, { … })` of its cache; `mutate({ … })` sends.
  return (
    isNoSending(path) ||
    answering.has(name) ||
    answeringBegin.test(name) ||
    (path.length === 1 && (/^set[A-Z]/.test(name) || (name === 'mutate' && around.args[0]?.value.kind !== 'object')))
  );
}
