/** What the names in code say about a request. */
import type { Operation } from '../../model/security.ts';
import type { Frame, Moment } from './scopes.ts';

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

/** `createZoomMeeting`, `zoom.create`, `client.meetings.update`, `Zoom.meeting.create`; not `Meeting.create`, which makes a record of its own. */
export function makesMeeting(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  const isOwn = path.some((each) => /^zoom/i.test(each)) && path.some((each) => /^meetings?$/i.test(each));
  if (isOwn || /meeting/i.test(last)) return true;
  return path.slice(0, -1).some((each) => /zoom|meetings/i.test(each) && !/^[A-Z]/.test(each));
}

const generic =
  /^(?:this\.)?(?:body|data|payload|options?|params?|json|config|req(?:uest)?|meeting|obj|args|input|result|value|post_?data|post_?fields|content)$/i;

/** What the file calls a request: the function that it is in, its variable, else the kind of request. */
export function requestName(moment: Moment, variable: string | undefined, operation: Operation | undefined): string {
  const own = variable !== undefined && !generic.test(variable) ? variable.replace(/^this\./, '') : undefined;
  return (functionName(moment.frame) ?? own ?? operation ?? 'request').slice(0, 80);
}

export function functionName(frame: Frame): string | undefined {
  for (let each: Frame | undefined = frame; each; each = each.parent?.frame)
    if (each.name !== undefined && /^[\w$#]+$/.test(each.name)) return each.name;
  return undefined;
}
