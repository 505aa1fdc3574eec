/** What the names in code say about a request. */
import type { Operation } from '../../../model/security.ts';
import type { CallExpression, Expression } from '../ir.ts';
import { pathOf } from './events.ts';

const creating =
  'create creates creating schedule scheduling add book insert new make setup start generate post plan'.split(' ');
const updating = 'update updates updating edit patch modify reschedule change put move postpone'.split(' ');

export function wordsOf(name: string): readonly string[] {
  return name
    .split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter((each) => each !== '')
    .map((each) => each.toLowerCase());
}

/** What names say, the last one first: `meetings.update`, `createMeeting`. One that says both says nothing. */
export function operationIn(names: readonly string[]): Operation | undefined {
  // `$user->meetings()->save($meeting)`
  if (names.slice(-2).join('.') === 'meetings.save') return 'create';
  for (const name of names.toReversed()) {
    // `queue.put(…)`
    const words = name === 'put' ? [] : wordsOf(name);
    const creates = words.some((each) => creating.includes(each));
    const updates = words.some((each) => updating.includes(each));
    if (creates && updates) return undefined;
    if (creates || updates) return creates ? 'create' : 'update';
  }
  return undefined;
}

/** What the name of what is called says. */
export function operationOf(call: CallExpression, path: readonly string[]): Operation | undefined {
  return fillsObject(call, path) ? undefined : operationIn(path);
}

/** `payload.update({ … })`: it sends nothing. */
export function fillsObject({ args }: CallExpression, path: readonly string[]): boolean {
  const owner = path.at(-2);
  if (path.at(-1) !== 'update' || !owner) return false;
  const isOne = args.length === 1 || args.every(({ name }) => name !== undefined);
  return isOne && (isContent(owner) || !/meeting|zoom|client|api|service/i.test(owner));
}

function isContent(name: string): boolean {
  return wordsOf(name).some((each) =>
    /^(?:payload|body|data|params|options|settings|config|kwargs|defaults|dict)$/.test(each),
  );
}

/** `createZoomMeeting`, `zoom.create`, `client.meetings.update`, `Zoom.meeting.create`; not `Meeting.create`, which makes a record of its own. */
export function makesMeeting(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  const isOwn = path.some((each) => /^zoom/i.test(each)) && path.some((each) => /^meetings?$/i.test(each));
  if (isOwn || /meeting/i.test(last)) return true;
  return path.slice(0, -1).some((each) => /zoom|meetings/i.test(each) && !/^[A-Z]/.test(each));
}

/** Functions that say what a server answers or a test expects, by any part of their path. */
const notSending = new Set(
  `should nock intercept onGet onPost onPatch onPut onAny when verify rest msw route router routes api_route app server fastify Route
    HttpResponse describe it test console log logger print responses respx aioresponses`.split(/\s+/),
);
const notSendingBegin = /^(?:expect|assert|to[A-Z]|mock|reply|stub|spy)/;

/** Of a router, `app.post(path, handler)`: what it is given is what it answers. `server.post` of a test sends nothing either. */
export function isNoSending(path: readonly string[]): boolean {
  return path.some((each) => notSending.has(each) || notSendingBegin.test(each) || /_mock$|Mock$/.test(each));
}

/** What it is called with is a body: `request.post(url).send(body)`. */
export function givesBody(path: readonly string[]): boolean {
  return /^(?:send|write|end|json|body|with_?body|setBody|set_?payload|bodyValue|JSONBody)$/i.test(path.at(-1) ?? '');
}

/** `Http.withBody(body).post(url)`. */
export function bodyBefore({ callee }: CallExpression): Expression | undefined {
  for (let owner = callee; owner.kind === 'member' || owner.kind === 'call'; ) {
    if (owner.kind === 'call' && givesBody(pathOf(owner.callee))) return owner.args[0]?.value;
    owner = owner.kind === 'call' ? owner.callee : owner.object;
  }
  return undefined;
}

const methods = /get|post|put|patch|delete|head/i;

/** The method that a name says: "post", "httpPost", "post_json", "MethodPost". The last part of the path that says one counts. */
export function methodIn(path: readonly string[]): string | undefined {
  const name = path.at(-1) ?? '';
  // Most say none.
  const words = methods.test(name) ? name.split(/_|(?<=[a-z\d])(?=[A-Z])/) : [];
  return words.map((each) => each.toUpperCase()).find((each) => /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/.test(each));
}
