import { objectAt, property } from '../json/lookup.ts';
import { type JsonDocument, type JsonNode, type ObjectNode, parse } from '../json/parse.ts';
import { type Text, text } from '../text.ts';
import type { Kind, Level, SettingsOption } from './endpoints.ts';
import { readName } from './fileName.ts';
import { authenticationIn, findResponses } from './findResponses.ts';
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

type Recognised =
  | Answer
  /** In words that begin with the name of the file. */
  | { readonly problem: Text }
  /** A file whose level the user must be asked for. */
  | { readonly levelOf: string };

export function recognise(saved: SavedResponse): Recognised {
  const { name } = saved;
  const document = parse(saved.text, 'literal');
  const [response, second] = document.errors.length > 0 ? [] : findResponses(document.root);
  if (!response) return { problem: notOurs(name, document) };
  if (second) return { problem: text`${name}: holds several responses; save each in a file of its own.` };

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

function notOurs(name: string, document: JsonDocument): Text {
  if (document.text.trim() === '') return text`${name}: is empty.`;
  if (document.errors.length > 0) return text`${name}: is not valid JSON.`;
  const code = errorCode(document.root);
  return code === undefined
    ? text`${name}: is no response of the settings endpoints.`
    : text`${name}: is an error that Zoom answered (code ${code}); make the call again.`;
}

function errorCode(root: JsonNode | undefined): number | undefined {
  const code = property(root, 'code')?.value;
  return code?.type === 'number' && property(root, 'message') ? Number(code.value) : undefined;
}
