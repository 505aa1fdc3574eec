import type { Setting } from '../model/security.ts';
import { type Text, text } from '../text.ts';

/** Zoom's settings endpoints: who answers what. The paths are those of Zoom's API reference. */

export type Level = 'account' | 'group' | 'user';
export type Kind = 'settings' | 'lock_settings';

/** Where in an answer something stands: `option` replaces the whole answer, so each is the part of one call. */
export type SettingsOption = 'meeting_security' | 'meeting_authentication' | 'without option';

/** What has a value and a lock. */
export type AccountFact = Setting | 'requireSecurityOption' | 'personalPasscode';

/** What has a value alone. */
export type Extra = 'requirement' | 'options';

export const facts: readonly AccountFact[] = [
  'requireSecurityOption',
  'waitingRoom',
  'passcode',
  'personalPasscode',
  'authentication',
];

/**
 * Most requests have nothing to do with personal meeting IDs. Their passcode is named along with what else is open, and is
 * alone no reason to make a call, nor to say how the account manages groups.
 */
export function isReasonToAsk(about: AccountFact | Extra): boolean {
  return about !== 'personalPasscode';
}

interface Endpoint {
  readonly words: Text;
  /** The option of the call that tells the value, and of the one that tells the lock; the levels answer alike. */
  readonly settings: SettingsOption;
  readonly lock_settings: SettingsOption;
}

/** The lock of authentication is told only by the call without an option. */
export const sources: Readonly<Record<AccountFact, Endpoint>> = {
  requireSecurityOption: {
    words: text`the requirement of one security option`,
    settings: 'meeting_security',
    lock_settings: 'meeting_security',
  },
  waitingRoom: { words: text`the Waiting Room`, settings: 'meeting_security', lock_settings: 'meeting_security' },
  passcode: { words: text`the passcode`, settings: 'meeting_security', lock_settings: 'meeting_security' },
  personalPasscode: {
    words: text`the passcode of personal meeting IDs`,
    settings: 'meeting_security',
    lock_settings: 'meeting_security',
  },
  authentication: { words: text`authentication`, settings: 'meeting_authentication', lock_settings: 'without option' },
};

export const extras: Readonly<Record<Extra, { readonly words: Text; readonly settings: SettingsOption }>> = {
  requirement: { words: text`what a passcode must contain`, settings: 'meeting_security' },
  options: { words: text`the authentication options`, settings: 'meeting_authentication' },
};

/** A call that would settle something. */
export interface Unresolved {
  readonly method: 'GET';
  readonly path: string;
  /** Null: the call is made without an option. */
  readonly option: string | null;
  readonly scope: string;
  /** In words: "whether authentication is locked", "the authentication options". */
  readonly tells: readonly Text[];
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

export function unresolved(level: Level, kind: Kind, place: SettingsOption, tells: readonly Text[]): Unresolved {
  const option = place === 'without option' ? null : place;
  return { method: 'GET', path: `${paths[level]}/${kind}`, option, scope: scopes[level][kind], tells };
}

/** `GET /accounts/me/lock_settings without option (scope …) tells whether authentication is locked` */
export function unresolvedText({ method, path, option, scope, tells }: Unresolved): Text {
  const call = `${method} ${path}`;
  const whole = option === null ? text`${call} without option` : `${call}?option=${option}`;
  const all = tells.reduce((sofar, each) => text`${sofar}, and ${each}`);
  return text`${whole} (scope ${scope}) tells ${all}`;
}
