import { objectAt, property } from '../json/lookup.ts';
import type { JsonNode, ObjectNode } from '../json/parse.ts';

/** The number of objects or lists that a tool or script may have wrapped around a response. */
const wrappers = 3;

/** The responses of the settings endpoints in a document, wherever they are wrapped. */
export function findResponses(root: JsonNode | undefined): readonly ObjectNode[] {
  const found = levelsOf(root).map((level) => level.filter((each) => each.type === 'object').filter(isResponse));
  return found.find((responses) => responses.length > 0) ?? [];
}

/** The values at each depth at which a response may be, outermost first. */
export function levelsOf(root: JsonNode | undefined): readonly (readonly JsonNode[])[] {
  const levels: (readonly JsonNode[])[] = [root ? [root] : []];
  for (let depth = 0; depth < wrappers; depth++) levels.push((levels[depth] ?? []).flatMap(children));
  return levels;
}

function children(node: JsonNode): readonly JsonNode[] {
  if (node.type === 'array') return node.items;
  return node.type === 'object' ? node.properties.flatMap(({ value }) => value ?? []) : [];
}

function isResponse(node: ObjectNode): boolean {
  const parts = ['meeting_security', 'schedule_meeting', 'in_meeting'];
  return parts.some((part) => objectAt(node, [part])) || authenticationIn(node) !== undefined;
}

/**
 * The object with the answer to option=meeting_authentication: the response itself, or, in the other shape that Zoom
 * documents for users, one inside `authentication_options`. It must not be confused with a meeting, which has
 * `meeting_authentication` among its settings, or with option=recording_authentication, whose options are not for meetings.
 */
export function authenticationIn(node: ObjectNode): ObjectNode | undefined {
  const nested = objectAt(node, ['authentication_options', 'meeting_authentication']);
  if (nested) return nested;
  const value = property(node, 'meeting_authentication')?.value;
  if (!value || value.type === 'object') return undefined;
  const companions = ['authentication_options', 'allow_authentication_exception'];
  const alone = node.properties.every(({ key }) => key === 'meeting_authentication');
  return alone || companions.some((key) => property(node, key)) ? node : undefined;
}
