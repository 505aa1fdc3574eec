import type { Meeting, Sent } from '../../shared/model/security.ts';
import { profileWith } from './profiles.ts';

/** The inputs of `inputs.ts` as texts. */

export function bodyOf({ password, default_password, occurrence: _, ...settings }: Sent): string {
  return JSON.stringify({ password, default_password, settings });
}

/** An answer to GET /meetings/{meetingId}. */
export function meetingText({
  waiting_room,
  password,
  meeting_authentication,
  authentication_option,
}: Meeting): string {
  const option = authentication_option.set ? { authentication_option: authentication_option.value } : {};
  return JSON.stringify({
    ...(password.set ? { password: password.value } : {}),
    settings: { waiting_room, meeting_authentication, ...option },
  });
}

const words: Record<string, string> = { E: 'locked on', D: 'locked off', U: 'unlocked' };

/** `E?U` → the Waiting Room locked on, nothing about passcodes, authentication not locked. */
export function profileOf(known: string, more: Parameters<typeof profileWith>[1] = {}): string {
  const locks = [...known].flatMap((letter, at) => (letter === '?' ? [] : [`${'WPA'[at]} ${words[letter]}`]));
  return profileWith(locks.join(' · '), more);
}
