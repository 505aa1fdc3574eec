import { literalAt, objectAt, property } from '../json/lookup.ts';
import { type JsonDocument, type JsonNode, type ObjectNode, parse } from '../json/parse.ts';
import { personalFacts, readRequest } from '../model/request.ts';
import { fields, keptPasscodeMark } from '../model/security.ts';
import { type Text, text } from '../text.ts';

type MeetingFile =
  | { readonly state: 'meeting'; readonly text: string }
  /** Why it cannot be made, in a sentence. */
  | { readonly state: 'problem'; readonly problem: Text };

/**
 * Makes a meeting file from the answer to GET /meetings/{meetingId}, possibly wrapped by a tool. It contains only the fields
 * that a prediction needs: no links, names, mails or keys. Of the passcode, only that there is one.
 */
export function meetingFile(response: string): MeetingFile {
  const document = parse(response, 'literal');
  const meetings = document.errors.length > 0 ? [] : meetingsIn(document);
  const [meeting, second] = meetings;
  if (!meeting || second) return { state: 'problem', problem: second ? several : whyNone(document) };
  const body = readRequest({ ...document, root: meeting });
  const wrong = fields.find(({ name }) => body.fields[name].state === 'mistyped');
  if (wrong)
    return { state: 'problem', problem: text`This is a meeting whose ${wrong.path.join('.')} has the wrong type.` };
  const { waiting_room = false, meeting_authentication = false, password, authentication_option } = body.sent;
  const { type, use_pmi } = personalFacts(body);
  const kept = {
    ...(type === undefined ? {} : { type }),
    ...(password ? { password: keptPasscodeMark } : {}),
    settings: {
      ...(use_pmi === undefined ? {} : { use_pmi }),
      waiting_room,
      meeting_authentication,
      ...(authentication_option ? { authentication_option } : {}),
    },
  };
  return { state: 'meeting', text: `${JSON.stringify(kept, null, 2)}\n` };
}

const several = text`This is more than one meeting; use the response for one.`;

/** The meetings in the text, which a tool or script may have wrapped in an object or a list. */
function meetingsIn({ root }: JsonDocument): readonly ObjectNode[] {
  const own = root ? [root].filter(isMeeting) : [];
  return own.length > 0 ? own : childrenOf(root).filter(isMeeting);
}

function childrenOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node?.type === 'array') return node.items;
  return node?.type === 'object' ? node.properties.flatMap(({ value }) => value ?? []) : [];
}

/** Request bodies have settings, too, but no id; meetings in a list have an id, but no settings. */
function isMeeting(node: JsonNode): node is ObjectNode {
  const id = property(node, 'id')?.value?.type;
  return (id === 'number' || id === 'string') && objectAt(node, ['settings']) !== undefined && !isWebinar(node);
}

const webinarTypes: readonly unknown[] = [5, 6, 9];

function isWebinar(node: JsonNode | undefined): boolean {
  return webinarTypes.includes(literalAt(node, 'type'));
}

function whyNone({ text: given, root, errors }: JsonDocument): Text {
  if (given.trim() === '') return text`This is empty.`;
  if (errors.length > 0) return text`This is not valid JSON.`;
  const code = literalAt(root, 'code');
  if (typeof code === 'number' && property(root, 'message'))
    return text`This is an error response from Zoom (code ${code}).`;
  if (property(root, 'meetings'))
    return text`This is a list of meetings; use the response of GET /meetings/{meetingId}.`;
  if (isWebinar(root)) return text`This is a webinar.`;
  return text`This is not a response of GET /meetings/{meetingId}.`;
}
