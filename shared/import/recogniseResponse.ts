import { literalAt, objectAt, property } from '../json/lookup.ts';
import { type JsonNode, type ObjectNode, parse } from '../json/parse.ts';
import { recognise } from '../model/recognise.ts';
import { type Text, text } from '../text.ts';
import type { Kind, Level, SettingsOption } from './endpoints.ts';
import { readName } from './fileName.ts';
import { authenticationIn, findResponses, levelsOf } from './findResponses.ts';
import { kindOf, placesOf, type Reading, readingsOf } from './readResponse.ts';

/** A saved response and what the user says about it. */
export interface SavedResponse {
  readonly name: string;
  readonly text: string;
  /** The level according to the user; used where it follows neither from the name nor from the content. */
  readonly level?: Level | undefined;
}

export interface Answer {
  readonly name: string;
  readonly level: Level;
  readonly kind: Kind;
  /** Identifies one of several groups. */
  readonly group: string;
  readonly places: readonly SettingsOption[];
  readonly readings: readonly Reading[];
}

type RecognisedResponse =
  | Answer
  /** In words that begin with the name of the file. */
  | { readonly problem: Text }
  /** Why nothing in the file is used: in words, too. The other files can be imported without it. */
  | { readonly unused: Text }
  /** A file whose level the user must be asked for. */
  | { readonly levelOf: string };

export function recogniseResponse(saved: SavedResponse): RecognisedResponse {
  const { name } = saved;
  const document = parse(saved.text, 'literal');
  if (document.text.trim() === '') return { problem: text`${name} is empty.` };
  if (document.errors.length > 0) return { problem: text`${name} is not valid JSON.` };
  const [response, second] = findResponses(document.root);
  if (!response) return noResponse(name, document.root);
  if (second) return { problem: text`${name} contains several responses; save each in a file of its own.` };
  if (placesOf(response).length === 0) return notUsed(name);

  const named = readName(name);
  const shown = kindOf(response);
  if (named.kind && shown && named.kind !== shown)
    return { problem: text`${name}: the name says ${named.kind}, but the content is that of ${shown}.` };
  const kind = named.kind ?? shown;
  if (!kind)
    return {
      problem: text`${name}: settings and lock_settings look the same here; put "settings" or "lock_settings" into the name of the file.`,
    };
  const known = named.level ?? levelOf(response, kind) ?? saved.level;
  if (!known) return { levelOf: name };
  if (known === 'user' && kind === 'lock_settings')
    return { problem: text`${name}: Zoom has no lock_settings for users, only for the account and its groups.` };
  const readings = readingsOf(response, kind);
  return { name, level: known, kind, group: named.rest, places: placesOf(response), readings };
}

/** By content that only the answers of one level have. */
function levelOf(response: ObjectNode, kind: Kind): Level | undefined {
  const inMeeting = property(objectAt(response, ['in_meeting']), 'waiting_room');
  if (kind === 'lock_settings') return inMeeting ? 'group' : undefined;
  const pmiPasscode = property(objectAt(response, ['schedule_meeting']), 'pmi_password')?.value;
  const authentication = authenticationIn(response);
  if (pmiPasscode?.type === 'string' || (authentication && authentication !== response)) return 'user';
  return objectAt(response, ['meeting_security', 'waiting_room_options']) ? 'account' : undefined;
}

/** A file of another kind is left out, but a call that failed has to be made again. */
function noResponse(name: string, root: JsonNode | undefined): RecognisedResponse {
  const error = levelsOf(root)
    .flat()
    .find((node) => recognise(node).is === 'error');
  return error ? { problem: errorResponse(name, error) } : notUsed(name);
}

function notUsed(name: string): RecognisedResponse {
  return { unused: text`${name} is not used: it is not a response with meeting security settings.` };
}

/** Its message is not shown, since it may name a person. */
function errorResponse(name: string, error: JsonNode): Text {
  const code = String(literalAt(error, 'code'));
  return code === '4711' || /scope/i.test(String(literalAt(error, 'message')))
    ? text`${name} is an error response from Zoom (code ${code}), often a missing scope. Check the scope and repeat the call.`
    : text`${name} is an error response from Zoom (code ${code}). Repeat the call.`;
}
