import type { Setting } from '../model/security.ts';

/** Zoom's settings endpoints: who answers what. The paths are those of Zoom's API reference. */

export type Level = 'account' | 'group' | 'user';
export type Kind = 'settings' | 'lock_settings';

/** Where in an answer something stands: `option` replaces the whole answer, so each is the part of one call. */
export type Place = 'meeting_security' | 'meeting_authentication' | 'without option';

/** What has a value and a lock. */
export type Fact = Setting | 'requireSecurityOption';

/** What has a value alone. */
export type Extra = 'requirement' | 'options';

export const facts: readonly Fact[] = ['requireSecurityOption', 'waitingRoom', 'passcode', 'authentication'];

interface Source {
  readonly words: string;
  /** The option of the call that tells the value, and of the one that tells the lock; the levels answer alike. */
  readonly settings: Place;
  readonly lock_settings: Place;
}

/** The lock of authentication is told only by the call without an option. */
export const sources: Readonly<Record<Fact, Source>> = {
  requireSecurityOption: {
    words: 'the requirement of one security option',
    settings: 'meeting_security',
    lock_settings: 'meeting_security',
  },
  waitingRoom: { words: 'the Waiting Room', settings: 'meeting_security', lock_settings: 'meeting_security' },
  passcode: { words: 'the passcode', settings: 'meeting_security', lock_settings: 'meeting_security' },
  authentication: { words: 'authentication', settings: 'meeting_authentication', lock_settings: 'without option' },
};

export const extras: Readonly<Record<Extra, { readonly words: string; readonly settings: Place }>> = {
  requirement: { words: 'what a passcode must contain', settings: 'meeting_security' },
  options: { words: 'the authentication options', settings: 'meeting_authentication' },
};

/** A call that would settle something. */
export interface Unresolved {
  readonly method: 'GET';
  readonly path: string;
  /** Null: the call is made without an option. */
  readonly option: string | null;
  readonly scope: string;
  /** In words: "whether authentication is locked", "the authentication options". */
  readonly tells: readonly string[];
}

const paths: Readonly<Record<Level, string>> = {
  account: '/accounts/me',
  group: '/groups/{groupId}',
  user: '/users/{userId}',
};

const scopes: Readonly<Record<Level, Readonly<Record<Kind, string>>>> = {
  account: { settings: 'account:read:settings:admin', lock_settings: 'account:read:lock_settings:master' },
  group: { settings: 'group:read:settings:admin', lock_settings: 'group:read:lock_settings:admin' },
  // Nobody asks for the locks of a user: there are none.
  user: { settings: 'user:read:settings:admin', lock_settings: '' },
};

export function unresolved(level: Level, kind: Kind, place: Place, tells: readonly string[]): Unresolved {
  const option = place === 'without option' ? null : place;
  return { method: 'GET', path: `${paths[level]}/${kind}`, option, scope: scopes[level][kind], tells };
}

/** `GET /accounts/me/lock_settings without option (scope …) tells whether authentication is locked` */
export function unresolvedText({ method, path, option, scope, tells }: Unresolved): string {
  const call = option === null ? `${path} without option` : `${path}?option=${option}`;
  return `${method} ${call} (scope ${scope}) tells ${tells.join(', and ')}`;
}

/** `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
