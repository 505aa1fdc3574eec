import { literalAt, property } from '../json/lookup.ts';
import type { JsonDocument } from '../json/parse.ts';
import type { Text } from '../text.ts';
import { meetingIn } from './meeting.ts';
import { type RequestBody, readRequest } from './request.ts';
import { type Held, held } from './security.ts';

/** What a response of Zoom shows of a meeting. A field that it does not show is left out. */
export interface Seen {
  readonly waiting_room?: boolean;
  readonly meeting_authentication?: boolean;
  /** Never with its value. */
  readonly password?: Held;
  readonly authentication_option?: Held;
}

/** The meeting that a response file contains, or why it contains none. */
type ResponseFile =
  | { readonly document: JsonDocument; readonly body: RequestBody; readonly seen: Seen }
  | { readonly problem: Text };

/** Reads the 201 response of a create request, or that of GET /meetings/{meetingId} after an update. */
export function readResponseFile(file: JsonDocument): ResponseFile {
  const found = meetingIn(file);
  if ('problem' in found) return found;
  const body = readRequest(found.document);
  return { document: found.document, body, seen: seenIn(body) };
}

/**
 * Zoom leaves `password` and `authentication_option` out where there is none. A flag that is left out has been removed, and
 * is not known.
 */
export function seenIn(body: RequestBody): Seen {
  const { waiting_room, meeting_authentication, authentication_option } = body.sent;
  const { password, authentication_option: option } = body.fields;
  const showsOption = option.state !== 'mistyped' && (meeting_authentication !== undefined || authentication_option);
  return {
    ...(waiting_room === undefined ? {} : { waiting_room }),
    ...(meeting_authentication === undefined ? {} : { meeting_authentication }),
    ...(password.state === 'mistyped' ? {} : { password: { set: password.state !== 'empty' && hasPasscode(body) } }),
    ...(showsOption ? { authentication_option: held(authentication_option) } : {}),
  };
}

/** Forms of the passcode that show that there is one where it has itself been removed. */
const otherForms = ['encrypted_password', 'h323_password', 'pstn_password'];

/** Whether the meeting has a passcode, of which the response may only show other forms. */
function hasPasscode({ root, sent }: Pick<RequestBody, 'root' | 'sent'>): boolean {
  const isGiven = (name: string) => property(root, name) !== undefined && Boolean(literalAt(root, name));
  const link = literalAt(root, 'join_url');
  return (
    (sent.password ?? '') !== '' || otherForms.some(isGiven) || (typeof link === 'string' && /[?&]pwd=[^&#]/.test(link))
  );
}
