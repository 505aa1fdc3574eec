/** Without what only answers, webinars, collections and settings have. */
const foreignKeys = ['join_url', 'uuid', 'panelists_video', 'payload', '_postman_id', 'meeting_security'];
const settingsKeys = ['waiting_room', 'meeting_authentication', 'join_before_host', 'host_video', 'mute_upon_entry'];
const bodyKeys = ['topic', 'type', 'start_time', 'duration', 'agenda', 'password', 'default_password'];

/** In bytes, and in characters: no body is as large. */
export const largestBody = 100_000;

/**
 * Whether a JSON text looks like the body of a request. A glance at its keys, since it is taken at every file that is opened,
 * and at many that are not: what a value really is, only `recognise` says.
 */
export function looksLikeBody(text: string): boolean {
  if (text.length > largestBody) return false;
  const has = (key: string) => text.includes(`"${key}"`);
  return has('settings') && settingsKeys.some(has) && bodyKeys.some(has) && !foreignKeys.some(has);
}
