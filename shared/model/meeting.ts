import { objectAt, property } from '../json/lookup.ts';
import type { JsonDocument, JsonNode, ObjectNode } from '../json/parse.ts';
import { type Text, text } from '../text.ts';
import { clauseFor, isWebinar, type Recognised, recognise } from './recognise.ts';
import { readMeeting, readRequest } from './request.ts';
import { fields, type Meeting } from './security.ts';

/** The meeting in a text, or why there is none, as a clause after "this" or the name of a file: "is a webinar". */
type MeetingIn =
  /** The text, with the meeting as its root. */
  { readonly document: JsonDocument } | { readonly problem: Text };

/**
 * Finds the meeting in a response of GET /meetings/{meetingId}, which a tool or script may have put into an object or a list,
 * or in a meeting file.
 */
export function meetingIn(document: JsonDocument): MeetingIn {
  if (document.text.trim() === '') return { problem: text`is empty` };
  if (document.errors.length > 0) return { problem: text`is not valid JSON` };
  const recognised = recognise(document.root);
  const candidates = recognised.is === 'container' ? recognised.holds : [document.root];
  const [meeting, second] = candidates.filter(isMeeting);
  if (second) return { problem: text`contains several meetings` };
  return meeting ? { document: { ...document, root: meeting } } : { problem: whyNone(document.root, recognised) };
}

/** The meeting in a response that was copied: with an id, since a request body may have been copied as well. */
export function responseIn(copied: JsonDocument): MeetingIn {
  const found = meetingIn(copied);
  if ('problem' in found) return found;
  const problem = hasId(found.document.root) ? wrongType(found.document) : noId;
  return problem ? { problem } : found;
}

/** The fields that we write into a meeting file. */
const keptFields = ['type', 'password', 'settings'];

/** A request body has settings, too, but no id; a meeting in a list has an id, but no settings. */
function isMeeting(node: JsonNode | undefined): node is ObjectNode {
  if (!objectAt(node, ['settings']) || isWebinar(node) || node?.type !== 'object') return false;
  return hasId(node) || node.properties.every(({ key }) => keptFields.includes(key) || key.startsWith('$'));
}

function hasId(node: JsonNode | undefined): boolean {
  return ['id', 'uuid'].some((key) => ['number', 'string'].includes(property(node, key)?.value?.type ?? ''));
}

function whyNone(root: JsonNode | undefined, recognised: Recognised): Text {
  switch (recognised.is) {
    case 'body':
    case 'response':
      return objectAt(root, ['settings']) ? noId : text`has no "settings"`;
    case 'settings':
    case 'open':
    case 'other':
      return noMeeting;
    case 'container':
      return recognised.of === 'webinar' ? clauseFor(recognised) : noMeeting;
    default:
      return clauseFor(recognised);
  }
}

const noMeeting = text`is not a response of GET /meetings/{meetingId}`;
const noId = text`is not a response of GET /meetings/{meetingId}: it has no "id"`;

/** The meeting that a file says, or why it says none; then nothing is known about the meeting. */
export function readMeetingFile(file: JsonDocument): {
  readonly meeting: Meeting | undefined;
  readonly problem: Text | undefined;
} {
  const found = meetingIn(file);
  if ('problem' in found) return { meeting: undefined, problem: found.problem };
  const meeting = readMeeting(found.document);
  return { meeting, problem: meeting ? undefined : wrongType(found.document) };
}

/** Undefined for a meeting whose fields all have the right type. */
function wrongType(document: JsonDocument): Text | undefined {
  const body = readRequest(document);
  const wrong = fields.find(({ name }) => body.fields[name].state === 'mistyped');
  return wrong && text`is a meeting whose ${wrong.path.join('.')} has the wrong type`;
}
