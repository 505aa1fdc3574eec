import { type Enforcement, nothingKnown } from '../../shared/engine/enforcement.ts';
import type { Lock, Meeting, Sent } from '../../shared/model/security.ts';

/** Every input that the engine distinguishes, to be tried one by one. */

const lockOf: Record<string, Lock> = { E: 'enabled-locked', D: 'disabled-locked', U: 'unlocked' };

export const patterns: readonly string[] = [...'EDU'].flatMap((w) =>
  [...'EDU'].flatMap((p) => [...'EDU'].map((a) => w + p + a)),
);

/** `EDU` → Waiting Room locked on, passcode locked off, authentication not locked; the option `opt-default` is default. */
export function account(pattern: string, more: Partial<Enforcement> = {}): Enforcement {
  const [w, p, a] = [...pattern].map((letter) => [lockOf[letter] as Lock]);
  return {
    ...nothingKnown,
    locks: { waitingRoom: w as Lock[], passcode: p as Lock[], authentication: a as Lock[] },
    defaultOption: 'opt-default',
    ...more,
  };
}

type Given<T> = readonly (T | undefined)[];
const flags: Given<boolean> = [true, false, undefined];
const passcodes: Given<string> = ['sent-code', undefined, ''];
const options: Given<string> = ['opt-sent', undefined, ''];

export const requests: readonly Sent[] = flags.flatMap((waiting_room) =>
  passcodes.flatMap((password) =>
    flags.flatMap((meeting_authentication) =>
      options.map((authentication_option) =>
        without({ waiting_room, password, meeting_authentication, authentication_option }),
      ),
    ),
  ),
);

export const meetings: readonly Meeting[] = [true, false].flatMap((waiting_room) =>
  [true, false].flatMap((passcode) =>
    [true, false].flatMap((meeting_authentication) =>
      [true, false].map((option) => ({
        waiting_room,
        password: passcode ? { set: true, value: 'own-code' } : { set: false },
        meeting_authentication,
        authentication_option: option ? { set: true, value: 'opt-own' } : { set: false },
      })),
    ),
  ),
);

/** Without keys whose value is undefined. */
function without(sent: { [K in keyof Sent]: Sent[K] | undefined }): Sent {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}

export function describeSent(sent: Sent): string {
  const parts = Object.entries(sent).map(([name, value]) => `${name} ${value === '' ? '""' : value}`);
  return parts.join(' · ') || 'nothing given';
}

export function describeLocks(pattern: string): string {
  const words: Record<string, string> = { E: 'locked on', D: 'locked off', U: 'unlocked' };
  const [w, p, a] = [...pattern].map((letter) => words[letter]);
  return `W ${w} · P ${p} · A ${a}`;
}

export function deepFreeze<T>(value: T): T {
  if (value && typeof value === 'object') {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** For what many inputs have in common: made once for each of them. */
export function remembering<From, To>(make: (from: From) => To): (from: From) => To {
  const made = new Map<From, To>();
  return (from) => {
    const value = made.get(from) ?? make(from);
    made.set(from, value);
    return value;
  };
}
