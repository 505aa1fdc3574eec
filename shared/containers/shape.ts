/** What a JSON value in someone's document is by its fields alone. */
import { objectAt, property } from '../json/lookup.ts';
import type { JsonDocument, JsonNode } from '../json/parse.ts';
import { isTopField, isWrittenLikeTopField, mayBeSettings } from '../model/bodyFields.ts';
import { isWebinar, recognise } from '../model/recognise.ts';

/** Two fields of a body at the top, `settings` one of them, and in it one that is known. */
export function hasShapeOfBody(root: JsonNode | undefined): boolean {
  const settings = objectAt(root, ['settings']);
  if (root?.type !== 'object' || !settings || !mayBeSettings(settings)) return false;
  return (
    root.properties.some((each) => each.key !== 'settings' && isTopField(each)) && !isAnswer(root) && !isWebinar(root)
  );
}

/** Most of its fields are not Zoom's: it goes to a service of the author's own, whose paths read the same. */
export function isForeign(root: JsonNode | undefined): boolean {
  if (root?.type !== 'object') return false;
  const known = root.properties.filter((each) => isTopField(each) || isWrittenLikeTopField(each)).length;
  return known * 2 < root.properties.length;
}

/** Fields that Zoom answers with, and no body of a meeting has. */
const answered = `id uuid host_id host_email join_url start_url created_at status pstn_password h323_password
  encrypted_password next_page_token page_size total_records`.split(/\s+/);

/** Of Zoom: a meeting, a list of them, an error. */
export function isAnswer(root: JsonNode | undefined): boolean {
  return isResponse(root) || answered.some((key) => property(root, key) !== undefined);
}

/** What is recognised as one, whatever its place says. */
export function isResponse(root: JsonNode | undefined): boolean {
  return ['response', 'responses', 'error'].includes(recognise(root).is);
}

/** More than a slip: an object of JavaScript, or one of which parts are left out. */
export function isOtherLanguage({ text, errors }: JsonDocument): boolean {
  return errors.length > 2 || (errors.length > 0 && /\.\.\.|…/.test(text));
}
